namespace OptionAppraisal.Binding.Keys;

/// <summary>The key tables of cases.</summary>
internal static class CaseTables
{
    public static KeyTable Case { get; } = new("a case",
    [
        new("case", Shape.Text, "the id of the case; the first key") { Required = true },
        new("title", Shape.Text, "what is appraised") { Default = "the id" },
        new("rule_pack", Shape.Text, "the rule pack, as a path") { Required = true },
        new("as_of", Shape.Date, "the day on which law and parameters are read") { Required = true },
        new("sources", Shape.Map, "the documents that its figures rest on, by id") { Table = "a source", OfEach = true },
        new("evidence", Shape.Map, "what facts rest on that say nothing themselves") { Table = "evidence" },
        new("facts", Shape.Map, "the facts of the case, by name"),
        new("records", Shape.Map, "the records of each list, by id"),
        new("options", Shape.Map, "the options, by id") { Required = true, Table = "an option", OfEach = true },
        new("assessors", Shape.Map, "the people who score, by id") { Table = "an assessor", OfEach = true },
        new("judgements", Shape.Map, "their scores, by criterion, option and assessor"),
        new("weight_sets", Shape.Map, "the weights of each party, by its id and by criterion"),
        new("decisions", Shape.Map, "the decisions at the review points, by stage") { Table = "the decisions of a stage", OfEach = true },
    ]);

    public static KeyTable Option { get; } = new("an option",
    [
        new("title", Shape.Text, "what the option is called") { Default = "the id" },
        new("baseline", Shape.Boolean, "whether the others are compared with it") { Default = "false" },
        new("facts", Shape.Map, "the facts of the option, by name"),
        new("area", Shape.Text, "the area it belongs to, where the rules have areas"),
        new("like", Shape.Text, "the option whose facts it starts from"),
    ]);

    public static KeyTable Value { get; } = new("a value with its evidence",
    [
        new("value", Shape.Value, "the value") { Default = "not known" },
        new("source", Shape.Expression | Shape.Map | Shape.List, "what it rests on: a source, `{ id, at, quote }`, or a list of either"),
        new("low", Shape.Number, "the low end of its range"),
        new("high", Shape.Number, "the high end of its range"),
        new("grade", Shape.Word, "how good the evidence is") { Words = Grades },
        new("note", Shape.Text, "a note"),
    ]);

    public static KeyTable Evidence { get; } = new("evidence",
    [
        new("source", Shape.Expression | Shape.Map | Shape.List, "what the facts rest on"),
        new("grade", Shape.Word, "how good the evidence is") { Words = Grades },
        new("note", Shape.Text, "a note"),
    ]);

    public static KeyTable Assessor { get; } = new("an assessor",
    [
        new("body", Shape.Text, "the body the person speaks for"),
        new("title", Shape.Text, "what the person is called") { Default = "the id" },
    ]);

    public static KeyTable Score { get; } = new("a judged score with its reason",
    [
        new("score", Shape.Value, "the score on the scale of the criterion") { Required = true },
        new("because", Shape.Text, "the reason"),
    ]);

    public static KeyTable Decisions { get; } = new("the decisions of a stage",
    [
        new("by", Shape.Map, "what each body decided: a word, or a map with the reason") { Required = true, Table = "a decision", OfEach = true },
        new("on", Shape.Date, "the day of every decision that says no day of its own"),
    ]);

    public static KeyTable Decision { get; } = new("a decision",
    [
        new("decision", Shape.Word, "what the body decided") { Required = true, Words = DecisionWords },
        new("because", Shape.Text, "the reason"),
        new("on", Shape.Date, "the day") { Default = "the day of the stage's decisions" },
    ]);

    /// <summary>What a body may decide.</summary>
    public static ImmutableArray<string> DecisionWords => ["proceed", "proceed_with_changes", "defer", "stop"];

    /// <summary>All of them, for the schema and the reference.</summary>
    public static ImmutableArray<KeyTable> All { get; } = [Case, Option, Value, Evidence, Assessor, Score, Decisions, Decision];

    private static ImmutableArray<string> Grades => ["measured", "document", "estimate", "testimony"];
}
