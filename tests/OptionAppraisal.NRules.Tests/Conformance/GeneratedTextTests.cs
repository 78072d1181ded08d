using System.Text;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>Packs and cases that are made at random, the same on every run, on both engines.</summary>
public sealed class GeneratedTextTests
{
    /// <summary>700 packs in text; of those that are dated some are judged outside the days of their law, and some with a part of it ended.</summary>
    [Fact]
    public void Both_engines_agree_on_packs_with_all_that_the_language_has()
    {
        var seen = new Seen();
        for (var seed = 1; seed <= 700; seed++)
        {
            var rules = new RandomRules(seed, hasAreas: seed % 2 == 0, hasSets: seed % 3 == 0, hasStages: seed % 5 > 1);
            var writing = new RandomRules.Writing { IsDated = seed % 2 == 0 };
            var pack = RulePack.Parse(seed % 4 == 0 ? EndSome(rules.Pack(writing)[0].Text) : rules.Pack(writing)[0].Text, "root.pack.yaml");
            var appraisalCase = AppraisalCase.Parse(rules.Case(writing), pack);
            seen.Note(pack, appraisalCase, Engines.ShouldAgree(appraisalCase, $"seed {seed}"));
            if (writing.IsDated)
            {
                var day = new DateOnly(seed % 3 == 0 ? 1989 : 2051, 6, 1);
                seen.Note(pack, appraisalCase.On(day), Engines.ShouldAgree(appraisalCase.On(day), $"seed {seed} on {day:O}"));
            }
        }

        seen.Pairs.ShouldBe(1_050);
        seen.ShouldHave(
            "missing", "hit policy First", "hit policy Priority", "hit policy CollectMin", "hit policy CollectMax", "bands", "levels", "curve", "linear", "formula", "judged", "records", "stages",
            "areas", "members", "weight sets", "dated parameter", "not in force", "judgements", "gate passed", "gate failed", "gate not known", "gate not applicable", "finding raised",
            "finding not known", "excluded", "unresolved", "not kept", "baseline", "derived", "undecided row", "dissent");
    }

    // Every third day of the law ends before the day of the case, but for that of the pack itself.
    private static string EndSome(string text)
    {
        const string end = "to: 2050-12-31";
        var made = new StringBuilder();
        var count = 0;
        var at = 0;
        for (var next = text.IndexOf(end, StringComparison.Ordinal); next >= 0; next = text.IndexOf(end, at, StringComparison.Ordinal))
        {
            made.Append(text, at, next - at).Append(count++ % 3 == 1 ? "to: 2001-12-31" : end);
            at = next + end.Length;
        }

        return made.Append(text, at, text.Length - at).ToString();
    }
}
