namespace OptionAppraisal.Binding.Keys;

/// <summary>The key tables of tests of rule packs.</summary>
internal static class TestTables
{
    public static KeyTable Tests { get; } = new("tests",
    [
        new("tests", Shape.Text, "the id of the tests; the first key") { Required = true },
        new("rule_pack", Shape.Text, "the rule pack under test, as a path") { Required = true },
        new("cases", Shape.Map, "the tests, by id") { Required = true, Table = "a test", OfEach = true },
    ]);

    public static KeyTable Test { get; } = new("a test",
    [
        new("given", Shape.Map, "the case: a made-up one, or one from a file with changes") { Table = "what is given", Default = "a case of which nothing is known" },
        new("expect", Shape.Map, "what must come out") { Required = true, Table = "what is expected" },
    ]);

    public static KeyTable Given { get; } = new("what is given",
    [
        new("from", Shape.Text, "a case, as a path; it is read for the rule pack that it names"),
        new("with", Shape.Map, "changes of that case: new values by path, such as `options.joint_unit.annual_cost`"),
        new("case", Shape.Map, "the facts of a made-up case, by name"),
        new("option", Shape.Map | Shape.Text, "the facts of the option of a made-up case, also `area` and `is_baseline`; of a case from a file the id of the option that is looked at"),
        new("baseline", Shape.Map, "the facts of the baseline of a made-up case") { Default = "no baseline, so what is read of it is not known" },
        new("records", Shape.Map, "the records of each list, by id, as in a case") { Default = "a list that is not known" },
        new("assessors", Shape.Map, "the people who score, by id, as in a case") { Table = "an assessor", OfEach = true },
        new("judgements", Shape.Map, "the scores of the option by criterion and assessor; or by criterion, `option` or `baseline`, and assessor"),
        new("decisions", Shape.Map, "the decisions at the review points, as in a case"),
        new("parameters", Shape.Map, "values of parameters, by name") { Default = "those of the rule pack" },
        new("weights", Shape.Map, "weights of criteria among their siblings, by id") { Default = "those of the rule pack" },
        new("stage", Shape.Text, "the stage that is looked at") { Default = "the last one reached; all gates, criteria and findings where a made-up case goes through no stages" },
        new("as_of", Shape.Date, "the day on which law and parameters are read") { Default = "that of the case from a file; else a day that is not known, and the latest law" },
    ]);

    /// <summary>The keys of <see cref="Given"/> that may stand beside `from`.</summary>
    public static ImmutableArray<string> BesideFrom { get; } = ["from", "with", "option", "stage", "as_of"];

    public static KeyTable Option { get; } = new("what is expected of an option", OfOption);

    public static KeyTable Expect { get; } = new("what is expected",
    [
        .. OfOption,
        new("options", Shape.Map, "what is expected of several options, by id") { Table = "what is expected of an option", OfEach = true },
        new("recommendation", Shape.Text | Shape.Map, "the option recommended, or `none`; where there are areas a map by area"),
        new("settled", Shape.Boolean | Shape.Map, "whether nothing that is not known may change the recommendation; no recommendation is never settled; where there are areas a map by area"),
        new("stage", Shape.Text, "the last stage reached"),
        new("ended", Shape.Word, "how it ended") { Words = ["last", "waiting", "stopped"] },
        new("waiting_for", Shape.List | Shape.Text, "the bodies that are waited for, in any order"),
        new("error", Shape.Text, "the code of an error that reading the case must give, or judging it: what else is expected, or all of it where nothing else is"),
    ]);

    public static KeyTable Number { get; } = new("an expected number",
    [
        new("lowest", Shape.Number, "the lower of its bounds; of a known number itself"),
        new("highest", Shape.Number, "the upper of its bounds; of a known number itself"),
        new("near", Shape.Number, "a number that it is near to"),
        new("within", Shape.Number, "how far from `near` it may be"),
    ]);

    public static KeyTable Finding { get; } = new("an expected finding",
    [
        new("records", Shape.List | Shape.Text, "the records that it is about") { Default = "any record" },
        new("severity", Shape.Word, "its severity") { Words = ["low", "medium", "high"] },
        new("says", Shape.Text, "what it says, word for word"),
    ]);

    /// <summary>All of them, for the schema and the reference.</summary>
    public static ImmutableArray<KeyTable> All { get; } = [Tests, Test, Given, Expect, Option, Number, Finding];

    /// <summary>The keys of a case of which what is left out is not known.</summary>
    public static KeyTable MadeUpCase { get; } = CaseTables.Case with { Rows = [.. CaseTables.Case.Rows.Select(r => r with { Required = false })] };

    private static ImmutableArray<KeyRow> OfOption =>
    [
        new("scores", Shape.Map, "scores by criterion: a number, `unknown`, `{ lowest, highest }` or `{ near, within }`") { Table = "an expected number", OfEach = true },
        new("derived", Shape.Map, "values of derived facts, by name, those of a record as `LIST.ID.name`: a value, `unknown`, or the forms of a number") { Table = "an expected number", OfEach = true },
        new("gates", Shape.Map, "outcomes by gate: `pass`, `fail`, `unknown` or `not_applicable`"),
        new("findings", Shape.List, "the findings that are raised, all of them: each by its id, one about records as `id: [record, ...]`, or as `id: { ... }` with what it must say") { Table = "an expected finding", OfEach = true },
        new("findings_include", Shape.List, "findings that are raised, others may be too") { Table = "an expected finding", OfEach = true },
        new("findings_exclude", Shape.List, "findings that are neither raised nor unknown"),
        new("unknown_findings", Shape.List, "the findings of which it is not known whether they are raised, all of them") { Table = "an expected finding", OfEach = true },
        new("total", Shape.Number | Shape.Word | Shape.Map, "the total of the option") { Words = ["unknown"], Table = "an expected number" },
        new("status", Shape.Word, "the status of the option") { Words = ["excluded", "not_kept", "unresolved", "shown_only", "eligible"] },
        new("rank", Shape.Value, "the rank of the option, or `none` (also an empty value) for one that is not ranked"),
    ];
}
