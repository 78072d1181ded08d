using System.Collections.Immutable;
using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

/// <summary>Criteria whose scores must say why.</summary>
public sealed class ReasonTests
{
    private const string Rules = """
        rule_pack: fit
        criteria:
          fit: { title: Local fit, weight: 1, judged: { because: required } }
          trust: { title: Trust, weight: 1, judged: { because: optional } }

        """;

    private const string Case = """
        case: fit_2002
        rule_pack: fit.pack.yaml
        as_of: 2002-06-01
        options: { as_now: { title: As now }, joint: {} }
        assessors: { a1: {}, a2: {} }
        judgements:
          fit:
            as_now: { a1: { score: 40, because: Made here }, a2: 50 }
            joint: { a1: { score: 60 }, a2: }
          trust: { as_now: { a1: 10, a2: 20 }, joint: { a1: 30, a2: 40 } }

        """;

    private static readonly RulePack Pack = RulePack.Parse(Rules, "fit.pack.yaml");

    [Fact]
    public void Every_score_without_its_reason_is_told_at_the_score_all_at_once()
    {
        var problems = AppraisalCase.TryParse(Case, Pack).Diagnostics;

        problems.Select(p => (p.Code, p.Span.Start.Line, p.Span.Start.Column)).ShouldBe([(CaseCodes.NoReason, 8, 58), (CaseCodes.NoReason, 9, 27)]);
        problems[0].Message.ShouldBe("`a2` scores `as_now` on `fit` without a reason, and `fit` requires one");
        problems[0].Help.ShouldBe("say why: `{ score: 50, because: ... }`");
    }

    [Fact]
    public void What_is_not_known_needs_no_reason_and_stays_not_known()
    {
        var result = new Appraiser().Appraise(Sound());

        result.Options[1].Criteria[0].Missing.ShouldBe(["judgements.fit.joint.a2"]);
    }

    [Fact]
    public void A_reason_of_blanks_is_none() =>
        AppraisalCase.TryParse(Case.Replace("Made here", "\"  \"", StringComparison.Ordinal), Pack).Diagnostics.Length.ShouldBe(3);

    [Fact]
    public void A_case_that_an_application_builds_must_say_why()
    {
        var problem = AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Option("joint").Assessor("a1").Judgement("fit", "joint", "a1", 60).TryBuild().Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(CaseCodes.NoReason);
        AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Option("joint").Assessor("a1").Judgement("fit", "joint", "a1", 60, "Made here").TryBuild().Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Tests_must_say_why_where_they_make_up_a_case_and_need_not_where_they_change_a_score()
    {
        using var folder = new Folder();
        folder.Write("fit.pack.yaml", Rules);
        folder.Write("fit.case.yaml", SoundText);
        var tests = folder.Write("fit.tests.yaml", """
            tests: fit
            rule_pack: fit.pack.yaml
            cases:
              without_a_reason: { given: { option: {}, assessors: { a1: {} }, judgements: { fit: { a1: 5 } } }, expect: { scores: { fit: 5 } } }
              that_is_what_is_expected: { given: { option: {}, assessors: { a1: {} }, judgements: { fit: { a1: 5 } } }, expect: { error: OA5026 } }
              with_one: { given: { option: {}, assessors: { a1: {} }, judgements: { fit: { a1: { score: 5, because: Made here } } } }, expect: { scores: { fit: 5 } } }
              by_path: { given: { from: fit.case.yaml, option: as_now, with: { judgements.fit.as_now: 80 } }, expect: { scores: { fit: 80 } } }
              of_one: { given: { from: fit.case.yaml, option: joint, with: { judgements.fit.joint.a2: 80 } }, expect: { scores: { fit: 70 } } }

            """);

        var run = RuleTests.Run([tests]);

        run.Report.Cases.Select(c => c.Outcome).ShouldBe([TestOutcome.Error, TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Passed, TestOutcome.Passed], TestReportText.Write(run.Report));
        run.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(CaseCodes.NoReason);
    }

    [Theory]
    [InlineData("judgements.fit.as_now: 80")]
    [InlineData("judgements.fit.as_now.a1: 80")]
    [InlineData("judgements.fit.as_now: { a1: 80 }")]
    public void A_number_alone_keeps_the_reason_that_the_case_gives(string change)
    {
        var bag = new DiagnosticBag();
        var bound = new BoundPack(Pack, ImmutableHashSet<string>.Empty);
        var document = (MappingNode)DocumentReader.Read(new SourceText("fit.case.yaml", SoundText), bag)!;
        var changes = (MappingNode)DocumentReader.Read(new SourceText("with.yaml", change), bag)!;

        var changed = new CaseChanges(bound, bag).Apply(document, Sound(), changes);

        bag.Count.ShouldBe(0);
        var score = CaseBinder.Bind(KeyedMap.Read(changed, CaseTables.Case, changed.Span, bag)!, default, bound, null, bag).Judgements[0];
        (score.Score, score.Because).ShouldBe((80m, "Made here"));
    }

    [Fact]
    public void An_explanation_and_the_paper_say_that_reasons_are_required()
    {
        var result = new Appraiser().Appraise(Sound());

        ScoreExplanationText.Write(new Appraiser().Explain(result, "as_now", "fit")).ToString().ShouldContain("Each score must give its reason.");
        ScoreExplanationText.Write(new Appraiser().Explain(result, "as_now", "trust")).ToString().ShouldNotContain("Each score must");
        AppraisalMarkdown.Write(result).ShouldContain("**Local fit** (the mean of the bodies counts; each score must give its reason)");
    }

    private static string SoundText =>
        Case.Replace("a2: 50", "a2: { score: 50, because: It works }", StringComparison.Ordinal).Replace("{ score: 60 }", "{ score: 60, because: Near by }", StringComparison.Ordinal);

    private static AppraisalCase Sound() => AppraisalCase.Parse(SoundText, Pack);
}
