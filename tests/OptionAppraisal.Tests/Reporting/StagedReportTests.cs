using System.Text.Json;
using System.Text.RegularExpressions;
using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Csv;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

public sealed partial class StagedReportTests
{
    private static readonly AppraisalResult Waiting = Staged.Result("");
    private static readonly AppraisalResult Second = Staged.Result(Staged.Proceed);

    public static TheoryData<string, string> Endings => new()
    {
        { "waiting", "" }, { "deferred", Staged.Deferred }, { "stopped", Staged.Stopped }, { "second", Staged.Proceed }, { "last", Staged.Finished },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void The_text_reads_as_approved(string ending, string decisions) =>
        Approved.Check(WithoutHashes(AppraisalText.Write(Staged.Result(decisions)).ToString()), $"staged_{ending}");

    [Theory]
    [MemberData(nameof(Endings))]
    public void The_paper_reads_as_approved(string ending, string decisions) =>
        Approved.Check(WithoutHashes(AppraisalMarkdown.Write(Staged.Result(decisions))), $"staged_{ending}_paper");

    [Theory]
    [MemberData(nameof(Endings))]
    public void The_json_reads_as_approved(string ending, string decisions) =>
        Approved.Check(WithoutHashes(AppraisalJson.Format(Staged.Result(decisions))), $"staged_{ending}_json");

    [Fact]
    public void The_table_reads_as_approved() => Approved.Check(AppraisalCsv.Write(Second), "staged_csv");

    [Theory]
    [InlineData("", "waiting", "pct,council")]
    [InlineData(Staged.Deferred, "waiting", "council")]
    [InlineData(Staged.Stopped, "stopped", "council")]
    [InlineData(Staged.Proceed, "waiting", "pct,council")]
    [InlineData(Staged.Finished, "last", "")]
    public void The_stage_says_how_it_ended_and_by_whom(string decisions, string ended, string by)
    {
        var stage = Root(Staged.Result(decisions)).GetProperty("stage");

        stage.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "ended", "by", "incomplete"]);
        stage.GetProperty("ended").GetString().ShouldBe(ended);
        string.Join(',', Texts(stage.GetProperty("by"))).ShouldBe(by);
    }

    [Fact]
    public void A_stage_that_is_past_is_passed_where_it_is_asked_for() =>
        Root(Staged.Result(Staged.Proceed, "diagnostic")).GetProperty("stage").GetProperty("ended").GetString().ShouldBe("passed");

    [Fact]
    public void What_the_stage_lacks_is_listed_by_path() =>
        Texts(Root(Waiting).GetProperty("stage").GetProperty("incomplete")).ShouldBe(["options.estate_company.staff_met"]);

    [Fact]
    public void Each_area_has_its_recommendation() => Root(Second).GetProperty("recommendations").EnumerateArray()
        .Select(r => (r.GetProperty("area").GetString(), r.GetProperty("option").GetString())).ShouldBe([("payroll", "council_payroll"), ("estates", "one_contract")]);

    [Fact]
    public void Options_name_their_area_and_what_the_stage_made_of_them()
    {
        var (first, second) = (OptionsOf(Waiting), OptionsOf(Second));

        first["joint_payroll"].GetProperty("area").GetString().ShouldBe("payroll");
        first["joint_payroll"].GetProperty("kept").GetBoolean().ShouldBeTrue();
        first["shared_team"].GetProperty("kept").GetBoolean().ShouldBeFalse();
        first["outside_payroll"].GetProperty("left_in").GetString().ShouldBe("diagnostic");
        second["shared_team"].GetProperty("left_in").GetString().ShouldBe("diagnostic");
        second["joint_payroll"].TryGetProperty("kept", out _).ShouldBeFalse();
        second["joint_payroll"].TryGetProperty("left_in", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_gate_of_an_earlier_stage_names_it()
    {
        var failed = OptionsOf(Second)["outside_payroll"].GetProperty("gates")[0];
        var asked = OptionsOf(Second)["joint_payroll"].GetProperty("gates")[0];

        failed.GetProperty("stage").GetString().ShouldBe("diagnostic");
        asked.TryGetProperty("stage", out _).ShouldBeFalse();
    }

    [Fact]
    public void Each_weight_set_has_its_ranking_and_the_totals_that_a_hand_computes()
    {
        var sets = Root(Waiting).GetProperty("weight_sets");

        sets.EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldBe(["pct", "council"]);
        sets[0].GetProperty("options").EnumerateArray().Select(o => (o.GetProperty("id").GetString(), o.GetProperty("total").GetDecimal()))
            .ShouldBe([("payroll_now", 45m), ("joint_payroll", 80m), ("council_payroll", 52.5m), ("estates_now", 45m), ("shared_team", 65m), ("one_contract", 55m), ("estate_company", 65m)]);
        sets[0].GetProperty("options")[4].GetProperty("rank").GetInt32().ShouldBe(1);
        sets[1].GetProperty("options")[4].GetProperty("rank").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Dissent_brings_the_ranking_by_each_body() =>
        Root(Waiting).GetProperty("body_views").EnumerateArray().Select(b => b.GetProperty("body").GetString()).ShouldBe(["pct", "council"]);

    [Fact]
    public void What_is_not_in_force_is_listed_with_its_place()
    {
        var item = Root(Waiting).GetProperty("not_in_force")[0];

        item.EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "id", "at"]);
        (item.GetProperty("kind").GetString(), item.GetProperty("id").GetString(), item.GetProperty("at").GetString()).ShouldBe(("gate", "compact", "sharing.pack.yaml:36:63"));
    }

    [Fact]
    public void A_part_names_its_parent_even_where_that_is_silent()
    {
        var findings = OptionsOf(Waiting)["council_payroll"].GetProperty("findings");

        findings.GetArrayLength().ShouldBe(1);
        findings[0].GetProperty("part_of").GetString().ShouldBe("job_losses");
    }

    [Fact]
    public void A_part_is_shown_below_its_parent_and_alone_where_that_is_silent()
    {
        var text = AppraisalText.Write(Waiting).ToString();

        text.ShouldContain("- Risk (A joint payroll; One contract): Posts would go: it saves 12%. [1]\n    - Condition, medium (A joint payroll): The staff were not met.");
        text.ShouldContain("\n  - Condition (The council runs payroll): The staff were not met.");
    }

    [Theory]
    [InlineData(2002, "Health Act 1999, section 31", "verified")]
    [InlineData(2008, "National Health Service Act 2006, section 75", "to_be_confirmed")]
    public void Sources_are_those_in_force_on_the_day(int year, string title, string status)
    {
        var result = Staged.Result("", asOf: new DateOnly(year, 6, 1));

        var source = OptionsOf(result)["joint_payroll"].GetProperty("gates")[0].GetProperty("sources")[0];
        (source.GetProperty("id").GetString(), source.GetProperty("title").GetString(), source.GetProperty("status").GetString()).ShouldBe(("power", title, status));
        AppraisalText.Write(result).ToString().ShouldContain($"Source: {title} [1, (1)]");
        AppraisalMarkdown.Write(result).ShouldContain($"| {title}");
        ScoreExplanationJson.Format(new Appraiser().Explain(result, "joint_payroll")).ShouldContain(title);
    }

    [Fact]
    public void The_short_list_flags_what_is_kept_although_a_requirement_is_not_known() =>
        Flat(AppraisalText.Write(Waiting)).ShouldContain("Kept: An estate company: 73.8 of 100; kept although it is not known whether this is met: Both bodies agree to use the power.");

    [Fact]
    public void What_left_is_told_with_stage_and_reason()
    {
        var text = Flat(AppraisalText.Write(Second));

        text.ShouldContain("A shared team was not kept: 58.8 of 100, rank 2, where the first 2 were kept.");
        text.ShouldContain("An outside payroll was excluded. Not met: Both bodies agree to use the power.");
        text.ShouldContain("Not met: Both bodies agree to use the power (in Stage 1, diagnosis)");
    }

    [Fact]
    public void The_weights_matter_where_another_option_would_come_first() =>
        Flat(AppraisalText.Write(Waiting)).ShouldContain("Estates: by the weights of Hartlepool PCT alone A shared team would come first instead of One contract.");

    [Fact]
    public void Dissent_does_not_matter_where_the_first_stays_first() =>
        Flat(AppraisalText.Write(Waiting)).ShouldContain("Payroll: either way A joint payroll comes first, and no option has another place: on the scores of Hartlepool PCT and Borough Council alone");

    [Fact]
    public void A_decision_after_the_day_does_not_count_yet()
    {
        var outcome = new Appraiser().TryAppraise(Staged.Case(Staged.Proceed).On(new DateOnly(2002, 5, 10)));

        outcome.Result!.Stage.Ended.ShouldBe(StageEnding.Waiting);
        outcome.Diagnostics.ShouldNotBeEmpty();
        Flat(AppraisalText.Write(outcome.Result)).ShouldContain("Borough Council has not decided: the decision in the case is dated 20 May 2002, after the day of this appraisal.");
    }

    [Fact]
    public void A_summary_longer_than_the_stage_allows_says_so_and_its_count_is_right()
    {
        var paper = AppraisalMarkdown.Write(Second);

        var told = int.Parse(Told().Match(paper).Groups["words"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var before = paper[..paper.IndexOf("**This summary has", StringComparison.Ordinal)];
        before.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit)).ShouldBe(told);
        AppraisalText.Write(Second).ToString().ShouldContain("more than the 150 that the rules");
        AppraisalMarkdown.Write(Waiting).ShouldNotContain("This summary has");
    }

    [Fact]
    public void The_brief_of_every_ending_keeps_to_400_words()
    {
        foreach (var decisions in (string[])["", Staged.Deferred, Staged.Stopped, Staged.Proceed, Staged.Finished])
        {
            // The warning stands above the annexes, too.
            AppraisalMarkdownTests.WordsBeforeTheAnnexes(AppraisalMarkdown.Write(Staged.Result(decisions))).ShouldBeLessThanOrEqualTo(420);
        }
    }

    [Fact]
    public void An_option_that_was_not_kept_is_explained_in_the_stage_where_it_left()
    {
        var explanation = new Appraiser().Explain(Second, "shared_team");

        explanation.Result.Stage.Id.ShouldBe("diagnostic");
        explanation.Final!.Status.ShouldBe(OptionStatus.NotKept);
        explanation.Criteria.Length.ShouldBe(2);
        Flat(ScoreExplanationText.Write(explanation)).ShouldContain("It was not kept: 58.8 of 100, rank 2, where the first 2 were kept.");
        var json = JsonDocument.Parse(ScoreExplanationJson.Format(explanation)).RootElement;
        (json.GetProperty("status").GetString(), json.GetProperty("stage").GetString(), json.GetProperty("left_in").GetString()).ShouldBe(("not_kept", "diagnostic", "diagnostic"));
    }

    [Fact]
    public void An_option_that_was_excluded_before_is_explained_by_its_requirements()
    {
        var explanation = new Appraiser().Explain(Second, "outside_payroll");

        explanation.Criteria.ShouldBeEmpty();
        explanation.Gates.ShouldHaveSingleItem().Result.Outcome.ShouldBe(GateOutcome.Fail);
        Flat(ScoreExplanationText.Write(explanation)).ShouldContain("It was excluded. Not met: Both bodies agree to use the power.");
    }

    [Fact]
    public void What_would_settle_an_area_is_asked_of_its_own_options_alone()
    {
        var payroll = Settlement.Of(Second, Second.Recommendations[0]);

        payroll.Rivals.ShouldHaveSingleItem().Option.Id.ShouldBe("joint_payroll");
        payroll.Missing.ShouldBe(["options.joint_payroll.agreement.duration"]);
    }

    [Fact]
    public void Where_it_is_not_known_who_decides_the_report_says_so_and_what_it_hangs_on()
    {
        var result = Staged.Result("", change: text => text.Replace("council: { title: Borough Council, decides: true }", "council: { title: Borough Council }", StringComparison.Ordinal));

        (result.Stage.Ended, result.Stage.By.IsEmpty).ShouldBe((StageEnding.Waiting, true));
        result.Stage.Incomplete.ShouldContain("records.bodies.council.decides");
        var text = Flat(AppraisalText.Write(result));
        text.ShouldContain("The appraisal waits, and it is not known who has to decide.");
        text.ShouldContain("This stage asks for it, and who has to decide hangs on it.");
        AppraisalMarkdown.Write(result).ShouldContain("nobody can be asked before that is known");
    }

    [Fact]
    public void An_area_without_options_says_that_none_is_recommended()
    {
        var result = Staged.Result("", change: text => text.Replace("estates: { title: Estates, large: false } }", "estates: { title: Estates, large: false }, stores: { title: Stores } }", StringComparison.Ordinal));

        result.Recommendations[2].ShouldBe(new Recommendation("stores", null, "No option is for Stores.", Settled: false));
        Flat(AppraisalText.Write(result)).ShouldContain("Recommendation: Stores ---------------------- No option is recommended No option is for Stores.");
        AppraisalMarkdown.Write(result).ShouldContain("- Stores: **No option is recommended.** No option is for Stores.");
    }

    [Fact]
    public void The_limit_of_dissent_is_the_one_that_counted() => Waiting.DissentLimit.ShouldBe(20);

    [Fact]
    public void A_missing_value_of_one_member_is_named_in_words() => AppraisalText.Write(Second).ToString().ShouldContain("options.joint_payroll.agreement.duration");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a | b")]
    [InlineData("*b* _c_ `d`")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("\u001b[2J\u202e")]
    public void What_documents_say_of_stages_is_escaped(string hostile)
    {
        var body = Record(hostile);
        var stage = Second.Stage with
        {
            Stage = Second.Stage.Stage! with { Title = hostile },
            Reviewers = [body],
            By = [body.Id],
            Decisions = [new BodyDecision("detailed", body, Decision.Defer, hostile, new DateOnly(2002, 5, 1), default)],
            Incomplete = [hostile],
        };
        var earlier = Second.EarlierStages[0] with { Stage = Second.EarlierStages[0].Stage with { Stage = Second.EarlierStages[0].Stage.Stage! with { Title = hostile } } };
        var result = Second with
        {
            Stage = stage,
            EarlierStages = [earlier],
            Options = [.. Second.Options.Select(o => o with { Option = o.Option with { Title = hostile } })],
            WeightSets = [.. Second.WeightSets.Select(s => s with { WeightSet = s.WeightSet with { Id = hostile } })],
        };

        var paper = AppraisalMarkdown.Write(result);
        var text = AppraisalText.Write(result).ToString();

        foreach (var written in (string[])["<script", "a | b", "*b*", "`d`", "[x](", "\u001b", "\u202e"])
        {
            paper.ShouldNotContain(hostile.Contains(written, StringComparison.Ordinal) ? written : "\u0007");
        }

        text.Where(c => (char.IsControl(c) && c != '\n') || c == '\u202e').ShouldBeEmpty();
        foreach (var width in (int[])[40, 80, 120])
        {
            AppraisalText.Write(result, width).Lines.ShouldAllBe(l => DisplayWidth.Of(l.ToString()) <= width);
        }
    }

    private static CaseRecord Record(string title)
    {
        var list = Second.Pack.Schema.FindList("bodies")!;
        var record = new CaseRecord(list, 9, "hostile", title, default);
        record.Fill(new([Value.Unknown], [null]));
        return record;
    }

    private static JsonElement Root(AppraisalResult result) => JsonDocument.Parse(AppraisalJson.ToUtf8(result)).RootElement;

    private static Dictionary<string, JsonElement> OptionsOf(AppraisalResult result) => Root(result).GetProperty("options").EnumerateArray().ToDictionary(o => o.GetProperty("id").GetString()!);

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString());

    private static string Flat(TextReport report) => string.Join(' ', report.ToString().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutHashes(string text) => Hash().Replace(text, "(hash)");

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 5000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"This summary has (?<words>\d+) words", RegexOptions.None, 5000)]
    private static partial Regex Told();
}
