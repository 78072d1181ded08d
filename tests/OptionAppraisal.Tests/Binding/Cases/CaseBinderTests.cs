using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class CaseBinderTests
{
    private static readonly RulePack Pack = RulePack.Parse("""
        rule_pack: example
        sources: { brief: { title: The brief } }
        records:
          bodies: { facts: { partner: { type: reference, to: bodies }, size: { type: number, unit: people, min: 0 } } }
          services: { facts: { run_by: { type: reference, to: bodies } } }
        facts:
          case:
            agreed: { type: boolean, default: true }
            on: { type: date }
            share: { type: number, unit: ratio, min: 0, max: 1 }
          option:
            covers: { type: list, of: { type: reference, to: services } }
        criteria:
          fit: { judged: true }
        """);

    private static LoadResult<AppraisalCase> Read(string body) =>
        AppraisalCase.TryParse($"case: example_case\nrule_pack: example.pack.yaml\nas_of: 2002-06-01\n{body}\n{(body.Contains("options:", StringComparison.Ordinal) ? "" : "options: { a: {} }")}\n", Pack);

    [Fact]
    public void References_may_point_forward_and_in_circles()
    {
        var read = Read("""
            records:
              services: { payroll: { run_by: council } }
              bodies: { pct: { partner: council }, council: { partner: pct, title: The council } }
            """).Value!;

        var pct = read.RecordsOf(Pack.Schema.RecordLists[0])!.Value[0];
        var council = pct.Facts[0].Record;
        council.Title.ShouldBe("The council");
        council.Facts[0].Record.ShouldBeSameAs(pct);
    }

    [Fact]
    public void An_empty_value_is_not_known_even_over_a_default()
    {
        Read("facts: { agreed: }").Value!.Facts[0].IsUnknown.ShouldBeTrue();
        Read("facts: {}").Value!.Facts[0].ShouldBe(Value.True);
    }

    [Fact]
    public void A_map_without_value_is_not_known_and_keeps_its_evidence()
    {
        var read = Read("facts: { share: { low: 0.1, high: 0.3, source: brief, grade: testimony } }").Value!;

        read.Facts[2].IsUnknown.ShouldBeTrue();
        read.Facts.EvidenceOf(Pack.Schema.CaseFacts[2]).ShouldNotBeNull().High.ShouldBe(0.3m);
    }

    [Fact]
    public void The_evidence_of_a_case_stands_for_facts_that_say_nothing()
    {
        var read = Read("evidence: { grade: estimate, note: illustrative }\nfacts: { agreed: true, share: { value: 0.2, grade: document } }").Value!;

        read.Facts.EvidenceOf(Pack.Schema.CaseFacts[0])!.Grade.ShouldBe(EvidenceGrade.Estimate);
        var own = read.Facts.EvidenceOf(Pack.Schema.CaseFacts[2])!;
        own.Grade.ShouldBe(EvidenceGrade.Document);
        own.Note.ShouldBeNull();
        read.Facts.EvidenceOf(Pack.Schema.CaseFacts[1]).ShouldBeNull();
    }

    [Fact]
    public void A_fact_with_a_note_or_source_of_its_own_has_the_default_grade_alone()
    {
        var read = Read("evidence: { grade: estimate, note: illustrative }\nfacts: { agreed: { value: true, note: As minuted }, share: { value: 0.2, source: brief } }").Value!;

        var noted = read.Facts.EvidenceOf(Pack.Schema.CaseFacts[0])!;
        (noted.Grade, noted.Note).ShouldBe((EvidenceGrade.Estimate, "As minuted"));
        var cited = read.Facts.EvidenceOf(Pack.Schema.CaseFacts[2])!;
        (cited.Grade, cited.Note, cited.Sources.Length).ShouldBe((EvidenceGrade.Estimate, null, 1));
    }

    [Fact]
    public void A_map_that_gives_a_range_alone_has_the_whole_default()
    {
        var read = Read("evidence: { grade: estimate, note: illustrative }\nfacts: { share: { value: 0.2, low: 0.1 } }").Value!;

        var evidence = read.Facts.EvidenceOf(Pack.Schema.CaseFacts[2])!;
        (evidence.Grade, evidence.Note).ShouldBe((EvidenceGrade.Estimate, "illustrative"));
    }

    [Fact]
    public void What_is_not_known_does_not_rest_on_the_default_evidence()
    {
        var read = Read("evidence: { grade: testimony }\nfacts: { agreed: { note: Ask them }, share: }").Value!;

        read.Facts.EvidenceOf(Pack.Schema.CaseFacts[0])!.Grade.ShouldBeNull();
        read.Facts.EvidenceOf(Pack.Schema.CaseFacts[2]).ShouldBeNull();
    }

    [Fact]
    public void A_list_left_out_is_not_known_and_an_empty_one_is_known()
    {
        var read = Read("records: { bodies: {} }").Value!;

        read.Records[0]!.Value.ShouldBeEmpty();
        read.Records[1].ShouldBeNull();
    }

    [Theory]
    [InlineData("facts: { agreed: yes }", "OA2011")]
    [InlineData("facts: { agreed: \"true\" }", "OA2011")]
    [InlineData("facts: { on: 1 June 2002 }", "OA2012")]
    [InlineData("facts: { share: 1e-1 }", "OA2010")]
    [InlineData("facts: { share: 1.5 }", "OA5003")]
    [InlineData("facts: { share: { value: 0.5, low: 0.1, high: 1.5 } }", "OA5003")]
    [InlineData("facts: { share: 0.12345678901234567890123456789012345 }", "OA2010")]
    [InlineData("facts: { share: { value: 0.5, grade: guess } }", "OA2009")]
    [InlineData("facts: { covers: [payroll] }", "OA5001")]
    [InlineData("options: { none: {} }", "OA2008")]
    [InlineData("options: { a: { like: b } }", "OA5010")]
    [InlineData("options: { a: { facts: { covers: payroll } } }", "OA2004")]
    [InlineData("options: { a: { facts: { covers: [payroll] } } }", "OA5002")]
    [InlineData("assessors: { a1: { body: pct } }", "OA5002")]
    [InlineData("weight_sets: { pct: 40 }", "OA2004")]
    public void A_value_that_does_not_fit_is_told(string body, string code)
    {
        var result = Read(body);

        result.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe(code);
        result.Value.ShouldBeNull();
    }

    [Fact]
    public void A_fact_in_the_wrong_place_is_sent_to_the_right_one() =>
        Read("facts: { covers: [] }").Diagnostics.ShouldHaveSingleItem().Help.ShouldBe("`covers` is a fact of options: move it below `options`");

    [Fact]
    public void A_source_of_the_case_may_not_take_the_id_of_one_of_the_pack() =>
        Read("sources: { brief: { title: Another } }").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.DefinedTwice);

    [Fact]
    public void A_source_of_the_case_may_be_dated()
    {
        var read = Read("sources: { power: { values: { 2000-04-01: { title: Section 31 }, 2007-03-01: { title: Section 75 } } } }\nfacts: { agreed: { value: true, source: power } }").Value!;

        var cited = read.Facts.EvidenceOf(Pack.Schema.CaseFacts[0])!.Sources.ShouldHaveSingleItem().Source;
        new[] { 1999, 2005, 2010 }.Select(year => cited.On(new DateOnly(year, 1, 1)).Title).ShouldBe(["Section 31", "Section 31", "Section 75"]);
    }

    [Fact]
    public void A_dated_source_of_the_case_has_nothing_beside_its_values() =>
        Read("sources: { power: { title: Powers, values: { 2000-04-01: { title: Section 31 } } } }").Diagnostics.ShouldHaveSingleItem().Span.Text.ShouldBe("title");

    [Fact]
    public void Judgements_are_plain_or_with_a_reason_and_may_be_not_known()
    {
        var read = Read("assessors: { a1: {}, a2: {} }\noptions: { a: {}, b: {} }\njudgements: { fit: { a: { a1: 40, a2: { score: 45.5, because: why } }, b: { a1: } } }").Value!;

        read.Judgements.Select(j => (j.OptionId, j.AssessorId, j.Score, j.Because)).ShouldBe([("a", "a1", 40m, null), ("a", "a2", 45.5m, "why"), ("b", "a1", null, null)]);
    }
}
