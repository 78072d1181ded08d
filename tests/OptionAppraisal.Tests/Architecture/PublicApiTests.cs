using OptionAppraisal.Facts;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The public API as a text: a change of it shows in review.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        Approved.Check(PublicApi.Describe(typeof(Value).Assembly), "PublicApi");
    }
}
