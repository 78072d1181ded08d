namespace OptionAppraisal.Binding.Keys;

/// <summary>The key tables of rule packs.</summary>
internal static class PackTables
{
    public static KeyTable Pack { get; } = new("a rule pack",
    [
        new("rule_pack", Shape.Text, "the id of the pack; the first key") { Required = true },
        new("title", Shape.Text, "what the pack is about") { Default = "the id" },
        new("version", Shape.Text, "the version of the pack") { Default = "none" },
        InForceRow,
        new("uses", Shape.List, "the packs whose definitions it shares, as paths"),
        new("sources", Shape.Map, "the documents that rules cite, by id") { Table = "a source", OfEach = true },
        new("parameters", Shape.Map, "the numbers that rules share, by name") { Table = "a parameter", OfEach = true },
        new("records", Shape.Map, "the lists of things that a case supplies, by name") { Table = "a record list", OfEach = true },
        new("facts", Shape.Map, "the facts that a case supplies") { Table = "facts" },
        new("derived", Shape.Map, "the facts that follow from others") { Table = "derived facts" },
        new("gates", Shape.Map, "the conditions that no score buys out, by id") { Table = "a gate", OfEach = true },
        new("criteria", Shape.Map, "the value tree, by id") { Table = "a criterion", OfEach = true },
        new("weights", Shape.Map, "the weights of the top criteria by a method") { Table = "weights" },
        new("findings", Shape.Map, "the things that a reader must be told, by id") { Table = "a finding", OfEach = true },
        new("overrides", Shape.Map, "new weights, conditions, parameters and stages in used packs, by path"),
        new("removes", Shape.List, "gates, criteria and findings of used packs to leave out, as `gates.its_id`, `criteria.its_id` or `findings.its_id`"),
        new("stages", Shape.Map, "the stages of the appraisal in order, by id; those of the root pack count") { Table = "a stage", OfEach = true },
        new("areas", Shape.Expression, "the record list that options belong to; that of the root pack counts"),
        new("when_unknown", Shape.Word, "what an option with bounds is ranked on") { Words = ["lowest", "midpoint", "leave_out"], Default = "lowest" },
        new("decimals", Shape.Number, "the decimals of display, 0 to 15") { Default = "1" },
        new("tie_tolerance", Shape.Number, "the difference of totals within which options tie") { Default = "0.000000001" },
    ]);

    public static KeyTable Source { get; } = new("a source",
    [
        new("title", Shape.Text, "what the document is called; needed where there are no `values`"),
        YearRow, PublisherRow, UrlRow, StatusRow,
        new("values", Shape.Map, "what the source is from each day on, by date; stands alone") { Table = "a source from a day on", OfEach = true },
    ]);

    public static KeyTable SourceOfDay { get; } = new("a source from a day on",
    [
        new("title", Shape.Text, "what the document is called") { Required = true },
        YearRow, PublisherRow, UrlRow, StatusRow,
    ]);

    public static KeyTable SourceReference { get; } = new("a citation",
    [
        new("id", Shape.Expression, "the id of the source") { Required = true },
        new("at", Shape.Text, "the place in it"),
        new("quote", Shape.Text, "its words"),
    ]);

    public static KeyTable Parameter { get; } = new("a parameter",
    [
        new("title", Shape.Text, "what it is called"),
        new("unit", Shape.Text, "the unit of the number"),
        new("value", Shape.Number, "the number; this or `values`"),
        new("values", Shape.Map, "the number from each day on, by date"),
        SourceRow,
    ]);

    public static KeyTable RecordList { get; } = new("a record list",
    [
        new("title", Shape.Text, "what the list is called"),
        new("facts", Shape.Map, "the facts of each record, by name") { Table = "a fact", OfEach = true },
        new("derived", Shape.Map, "the derived facts of each record, by name") { Table = "a derived fact", OfEach = true },
    ]);

    public static KeyTable Facts { get; } = new("facts",
    [
        new("case", Shape.Map, "the facts of the case, by name") { Table = "a fact", OfEach = true },
        new("option", Shape.Map, "the facts of each option, by name") { Table = "a fact", OfEach = true },
    ]);

    public static KeyTable Fact { get; } = new("a fact",
    [
        new("type", Shape.Expression, "number, boolean, text, choice, date, reference or list") { Required = true },
        new("of", Shape.List | Shape.Map | Shape.Expression, "the members of a choice, or the type of a list's elements"),
        new("to", Shape.Expression, "the record list of a reference"),
        new("title", Shape.Text, "what it is called"),
        new("unit", Shape.Text, "the unit of a number"),
        new("min", Shape.Number, "the least value of a number"),
        new("max", Shape.Number, "the greatest value of a number"),
        new("default", Shape.Number | Shape.Text | Shape.Boolean | Shape.Date | Shape.List, "the value where a case gives none"),
        new("step", Shape.Number, "the grid of a number for drawn values"),
        new("ask", Shape.Text, "the question that asks for it"),
        new("per", Shape.List | Shape.Map | Shape.Text, "one value for each of these: a record list, names, or a map of names to titles"),
        SourceRow,
    ]);

    public static KeyTable ElementType { get; } = new("the type of a list's elements",
    [
        new("type", Shape.Expression, "number, boolean, text, choice, date or reference") { Required = true },
        new("of", Shape.List | Shape.Map | Shape.Expression, "the members of a choice, or the type of a list's elements"),
        new("to", Shape.Expression, "the record list of a reference"),
        new("unit", Shape.Text, "the unit of a number"),
    ]);

    public static KeyTable Derived { get; } = new("derived facts",
    [
        new("case", Shape.Map, "the derived facts of the case, by name") { Table = "a derived fact", OfEach = true },
        new("option", Shape.Map, "the derived facts of each option, by name") { Table = "a derived fact", OfEach = true },
    ]);

    public static KeyTable DerivedFact { get; } = new("a derived fact",
    [
        new("value", Shape.Expression, "the expression that gives it; it, or `table`"),
        new("table", Shape.Map, "the table that gives it") { Table = "a table that gives a value" },
        new("title", Shape.Text, "what it is called"),
        new("unit", Shape.Text, "the unit, which must be that of the expression"),
        SourceRow,
    ]);

    public static KeyTable Gate { get; } = new("a gate",
    [
        new("title", Shape.Text, "what the gate is called") { Default = "the id" },
        new("scope", Shape.Word, "whom it judges") { Words = ["case", "option"], Default = "option" },
        new("applies_when", Shape.Expression, "the condition under which it applies") { Default = "always" },
        new("requires", Shape.Expression | Shape.Map, "the condition that must hold, or named parts") { Required = true, Table = "a part of a gate", OfEach = true },
        new("on_fail", Shape.Word, "what a failure does") { Words = ["exclude", "show_only"], Default = "exclude" },
        new("stages", Shape.List, "the stages in which it counts") { Default = "every stage" },
        InForceRow,
        BecauseRow, SourceRow,
    ]);

    public static KeyTable GatePart { get; } = new("a part of a gate",
    [
        new("is", Shape.Expression, "the condition that must hold") { Required = true },
        BecauseRow, SourceRow,
    ]);

    public static KeyTable Criterion { get; } = new("a criterion",
    [
        new("title", Shape.Text, "what the criterion is called") { Default = "the id" },
        new("weight", Shape.Number, "its weight among its siblings"),
        new("weights", Shape.Map, "the weights of the criteria below by a method") { Table = "weights" },
        new("scale", Shape.List, "the worst and the best score") { Default = "[0, 100]" },
        new("applies_when", Shape.Expression, "the condition on the case under which it applies") { Default = "always" },
        new("criteria", Shape.Map, "the criteria below a branch, by id") { Table = "a criterion", OfEach = true },
        new("table", Shape.Map, "a decision table") { Table = "a table" },
        new("bands", Shape.Map, "steps, highest first") { Table = "bands" },
        new("levels", Shape.Map, "one score for each member of a choice") { Table = "levels" },
        new("curve", Shape.Map, "straight lines through points") { Table = "a curve" },
        new("linear", Shape.Map, "a straight line between two values") { Table = "a linear score" },
        new("formula", Shape.Expression, "a number expression"),
        new("judged", Shape.Boolean | Shape.Map, "scores that people give in the case") { Table = "a judged score" },
        InForceRow,
        BecauseRow, SourceRow,
    ]);

    /// <summary>The keys of a criterion that make it a leaf.</summary>
    public static ImmutableArray<string> Leaves { get; } = ["table", "bands", "levels", "curve", "linear", "formula", "judged"];

    public static KeyTable Weights { get; } = new("weights",
    [
        new("method", Shape.Word, "how the weights are made") { Required = true, Words = ["swing", "points", "rank_order_centroid"] },
        new("values", Shape.Map, "the swing or the points of each criterion"),
        new("order", Shape.List, "the criteria, the most important first"),
    ]);

    public static KeyTable Table { get; } = new("a table",
    [
        new("hit_policy", Shape.Word, "which of the rows that hold decide")
        {
            Words = ["unique", "first", "any", "priority", "collect_sum", "collect_min", "collect_max", "collect_count"], Default = "unique",
        },
        new("rows", Shape.List, "the rows") { Required = true, Table = "a row", OfEach = true },
    ]);

    public static KeyTable Row { get; } = new("a row",
    [
        new("when", Shape.Map | Shape.Expression, "the condition: tests by name, or one condition"),
        new("otherwise", Shape.Boolean, "true on a last row that stands for none of the others"),
        new("score", Shape.Number, "the score"),
        new("priority", Shape.Number, "the priority; larger wins"),
        InForceRow,
        BecauseRow, SourceRow,
    ]);

    public static KeyTable DerivedTable { get; } = new("a table that gives a value",
    [
        new("hit_policy", Shape.Word, "which of the rows that hold decide") { Words = ["unique", "first", "any", "priority"], Default = "unique" },
        new("rows", Shape.List, "the rows") { Required = true, Table = "a row that gives a value", OfEach = true },
    ]);

    public static KeyTable DerivedRow { get; } = new("a row that gives a value",
    [
        new("when", Shape.Map | Shape.Expression, "the condition: tests by name, or one condition"),
        new("otherwise", Shape.Boolean, "true on a last row that stands for none of the others"),
        new("value", Shape.Expression, "the value") { Required = true },
        new("priority", Shape.Number, "the priority; larger wins"),
        InForceRow,
        BecauseRow, SourceRow,
    ]);

    public static KeyTable Bands { get; } = new("bands",
    [
        new("of", Shape.Expression, "the number that is looked up") { Required = true },
        new("rows", Shape.List, "`[at_least, score]`, the highest first") { Required = true, Table = "a band", OfEach = true },
        new("below", Shape.Number, "the score below the last step") { Required = true },
    ]);

    public static KeyTable Band { get; } = new("a band",
    [
        new("at_least", Shape.Number, "the least value of the step") { Required = true },
        new("score", Shape.Number, "the score") { Required = true },
        BecauseRow, SourceRow,
    ]);

    public static KeyTable Levels { get; } = new("levels",
    [
        new("of", Shape.Expression, "the choice that is looked up") { Required = true },
        new("scores", Shape.Map, "the score of each member") { Required = true },
    ]);

    public static KeyTable Curve { get; } = new("a curve",
    [
        new("of", Shape.Expression, "the number that is looked up") { Required = true },
        new("points", Shape.List, "`[x, score]`, x rising") { Required = true },
    ]);

    public static KeyTable Linear { get; } = new("a linear score",
    [
        new("of", Shape.Expression, "the number that is looked up") { Required = true },
        new("worst", Shape.Number | Shape.Word, "the value that scores the low end: a number, `lowest` or `highest`") { Required = true, Words = ["lowest", "highest"] },
        new("best", Shape.Number | Shape.Word, "the value that scores the high end: a number, `lowest` or `highest`") { Required = true, Words = ["lowest", "highest"] },
    ]);

    public static KeyTable Judged { get; } = new("a judged score",
    [
        new("anchors", Shape.Map, "what scores mean, by score"),
        new("combine", Shape.Word, "how the bodies' means become one score") { Words = ["mean_of_bodies", "lowest_body"], Default = "mean_of_bodies" },
        new("because", Shape.Word, "whether each score must give its reason") { Words = ["required", "optional"], Default = "optional" },
    ]);

    public static KeyTable Finding { get; } = new("a finding",
    [
        new("kind", Shape.Word, "what it is") { Required = true, Words = ["risk", "opportunity", "condition", "lesson", "evidence"] },
        new("severity", Shape.Word | Shape.Map, "how much it matters, or conditions for that")
        {
            Required = true, Words = ["low", "medium", "high"], Table = "a severity by conditions",
        },
        new("scope", Shape.Expression, "whom it is about: `case`, `option` or a record list") { Default = "option" },
        new("when", Shape.Expression, "the condition that raises it") { Required = true },
        new("says", Shape.Text, "what it says; `{expression}` is filled in") { Required = true },
        new("part_of", Shape.Expression, "the finding under which it is shown where that one speaks") { TakesNothing = true, Default = "none" },
        new("stages", Shape.List, "the stages in which it counts") { Default = "every stage" },
        InForceRow,
        SourceRow,
    ]);

    public static KeyTable Severity { get; } = new("a severity by conditions",
    [
        new("high", Shape.Expression, "the condition for high"),
        new("medium", Shape.Expression, "the condition for medium"),
        new("low", Shape.Expression, "the condition for low"),
        new("otherwise", Shape.Word, "the severity where no condition holds") { Required = true, Words = ["low", "medium", "high"] },
    ]);

    public static KeyTable InForce { get; } = new("days in force",
    [
        new("from", Shape.Date, "the first day") { Default = "always before" },
        new("to", Shape.Date, "the last day") { Default = "ever after" },
    ]);

    public static KeyTable Stage { get; } = new("a stage",
    [
        new("title", Shape.Text, "what the stage is called") { Default = "the id" },
        new("criteria", Shape.List, "the criteria that it scores, none above another") { Default = "all" },
        new("keeps", Shape.Map, "the options that go on") { Table = "what a stage keeps", Default = "all" },
        new("needs", Shape.Map, "the facts that must be known") { Table = "what a stage needs" },
        new("review_by", Shape.Expression, "a list of the records that must decide before the next stage"),
        new("report", Shape.Map, "the limits of its report, and what it shows") { Table = "the report of a stage" },
    ]);

    public static KeyTable StageKeep { get; } = new("what a stage keeps",
    [
        new("top", Shape.Number, "the number of places, ties kept; this or `at_least`"),
        new("at_least", Shape.Number, "the least total, from 0 to 100; this or `top`"),
    ]);

    public static KeyTable StageNeeds { get; } = new("what a stage needs",
    [
        new("case", Shape.List, "facts and derived facts of the case"),
        new("option", Shape.List, "facts and derived facts of each option that is carried"),
    ]);

    public static KeyTable StageReport { get; } = new("the report of a stage",
    [
        new("max_words", Shape.Number, "the most words of the summary before the annexes") { Default = "no warning" },
        new("shows", Shape.List, "the findings that the summary tells, in order, as `findings.its_id`") { Default = "none" },
    ]);

    /// <summary>All of them, for the schema and the reference.</summary>
    public static ImmutableArray<KeyTable> All { get; } =
    [
        Pack, InForce, Source, SourceOfDay, SourceReference, Parameter, RecordList, Facts, Fact, ElementType, Derived, DerivedFact, Gate, GatePart, Criterion, Weights, Table,
        Row, DerivedTable, DerivedRow, Bands, Band, Levels, Curve, Linear, Judged, Finding, Severity,
        Stage, StageKeep, StageNeeds, StageReport,
    ];

    internal static KeyRow SourceRow => new("source", Shape.Expression | Shape.Map | Shape.List, "what it rests on: a source, `{ id, at, quote }`, or a list of either");

    private static KeyRow InForceRow => new("in_force", Shape.Map, "the days on which it is in force") { Table = "days in force", Default = "always" };

    private static KeyRow YearRow => new("year", Shape.Number, "the year of the document");

    private static KeyRow PublisherRow => new("publisher", Shape.Text, "who published it");

    private static KeyRow UrlRow => new("url", Shape.Text, "its address, http or https; never fetched");

    private static KeyRow StatusRow => new("status", Shape.Word, "whether somebody checked the document") { Words = ["verified", "to_be_confirmed"] };

    private static KeyRow BecauseRow => new("because", Shape.Text, "the reason");
}
