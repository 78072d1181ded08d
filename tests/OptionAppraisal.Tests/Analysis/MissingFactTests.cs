using OptionAppraisal.Analysis;
using OptionAppraisal.Tests.Reporting;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Analysis;

public class MissingFactTests
{
    [Theory]
    [InlineData("case.coterminous", "", "coterminous", "Do both bodies serve the same area?")]
    [InlineData("options.joint_unit.annual_cost", "Joint unit with a pooled budget", "Cost of running it", "What will it cost to run each year?")]
    [InlineData("options.joint_unit.legal_route", "Joint unit with a pooled budget", "legal route", null)]
    [InlineData("records.bodies", "", "the list of Organisations", null)]
    [InlineData("records.bodies.pct.population", "Hartlepool PCT", "population", null)]
    [InlineData("judgements.local_fit.joint_unit", "Joint unit with a pooled budget", "a score for Fit with what local people asked for", null)]
    [InlineData("judgements.local_fit.joint_unit.a1", "Joint unit with a pooled budget", "the score of Finance lead for Fit with what local people asked for", null)]
    [InlineData("somewhere.else", "", "somewhere.else", null)]
    public void A_path_reads_in_words(string path, string owner, string fact, string? ask) =>
        MissingFact.Of(path, Sample.Case, Sample.Pack).ShouldBe(new MissingFact(path, owner, fact, ask));

    [Fact]
    public void Each_path_is_told_once() =>
        MissingFact.Of(["case.coterminous", "case.coterminous"], Sample.Result).Length.ShouldBe(1);
}
