using OptionAppraisal.Tests;
using OptionAppraisal.Tests.Architecture;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>The public API of the back end as a text: a change of it shows in review.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one() => Approved.Check(PublicApi.Describe(typeof(NRulesEngine).Assembly), "PublicApiNRules");
}
