using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>A result made by hand: six options, one excluded, one shown only, one not resolved, one with bounds, dissent and findings.</summary>
/// <remarks>
/// Shares: economy 0.36, duplication 0.24, local fit 0.3, plan fit 0.1. Totals by hand: status quo 10.8 + 0 + 12.75 + 2 = 25.55; joint unit
/// 21.6 + 14.4 + 16.5 + 8 = 60.5; lead council (10.8 to 36) + 14.4 + 15 + 5 = 45.2 to 70.4; lead commissioning 21.6 + 4.8 + (9 to 24) + 8
/// = 43.4 to 58.4; outside provider 36 + 24 + 3 + 0 = 63.
/// </remarks>
internal static class Sample
{
    private static readonly SourceText PackText = new("hartlepool.pack.yaml", string.Concat(Enumerable.Repeat("key: value\n", 200)));
    private static readonly SourceText CaseText = new("hartlepool.case.yaml", string.Concat(Enumerable.Repeat("key: value\n", 200)));

    private static readonly Source Brief = new("review_brief", "Developing Partnership Working", 2002, "Hartlepool PCT", null, SourceStatus.Verified, InPack(3));
    private static readonly Source Terms = new("pool_terms", "SI 2000/617", 2000, null, "https://example.org/617", SourceStatus.ToBeConfirmed, InPack(4));
    private static readonly Source Agreement = new("sla_2001", "Payroll service level agreement", 2001, null, null, null, InCase(5));

    private static readonly NumberType PoundsAYear = new(Unit.TryParse("GBP/year", out var unit) ? unit : Unit.None);
    private static readonly ChoiceType Routes = new([new("none", "No new power"), new("pooled", "Pooled budget")]);

    private static readonly ImmutableArray<FactDefinition> CaseFacts =
        [new() { Id = "coterminous", Index = 0, Type = FactType.Boolean, Ask = "Do both bodies serve the same area?" }];

    private static readonly ImmutableArray<FactDefinition> OptionFacts =
    [
        new() { Id = "annual_cost", Index = 0, Type = PoundsAYear, Title = "Cost of running it", Ask = "What will it cost to run each year?" },
        new() { Id = "legal_route", Index = 1, Type = Routes },
        new() { Id = "consulted", Index = 2, Type = FactType.Boolean, Title = "Those affected were consulted" },
    ];

    private static readonly RecordListDefinition Bodies = new("bodies", 0, "Organisations", [], InPack(10));

    private static readonly Criterion Economy = Leaf("economy", 1, "Economy", 60, 30, new BandsLeaf(Constant, [], 0, InPack(31)), Brief);
    private static readonly Criterion Duplication = Leaf("duplication", 2, "Duplication removed", 40, 40, new TableLeaf(new DecisionTable(HitPolicy.First, [], null, InPack(41)), InPack(41)));
    private static readonly Criterion LocalFit = Leaf("local_fit", 4, "Fit with what local people asked for", 75, 50, new JudgedLeaf([], BodyCombination.MeanOfBodies, InPack(51)));
    private static readonly Criterion PlanFit = Leaf("plan_fit", 5, "Fit with the plan", 25, 60, new FormulaLeaf(Constant, InPack(61))) with { Scale = new(0, 10) };
    private static readonly Criterion BestValue = new() { Id = "best_value", Index = 0, Title = "Best value", Weight = 60, Children = [Economy, Duplication], Span = InPack(28) };
    private static readonly Criterion Partnership = new() { Id = "partnership", Index = 3, Title = "Partnership", Weight = 40, Children = [LocalFit, PlanFit], Span = InPack(48) };

    private static readonly Gate WrittenAgreement = new(
        "written_agreement", "A pooled fund has its written agreement", RuleScope.Option, Constant,
        [
            new("aims", Constant, "The agreed aims and outcomes", [new(Terms, "regulation 7(2)(a)", "the agreed aims and outcomes")], InPack(72)),
            new("contributions", Constant, null, [], InPack(73)),
        ],
        GateFailure.Exclude, null, [new(Terms, "regulation 7", null)], InPack(70));

    private static readonly Gate Consultation = new(
        "consultation", "Those affected were consulted together", RuleScope.Option, null,
        [new(null, Constant, null, [], InPack(81))], GateFailure.Exclude, "The law asks for joint consultation", [new(Brief, null, null)], InPack(80));

    private static readonly Gate InHouse = new(
        "in_house", "Services stay with public bodies", RuleScope.Option, null,
        [new(null, Constant, null, [], InPack(91))], GateFailure.ShowOnly, "Both boards resolved so", [], InPack(90));

    private static readonly Finding PoolOfDuplicates = NewFinding("pool_of_duplicates", FindingKind.Opportunity, 101, Brief);
    private static readonly Finding Territory = NewFinding("territory", FindingKind.Risk, 105);
    private static readonly Finding Boundary = NewFinding("boundary", FindingKind.Risk, 109);

    public static RulePack Pack { get; } = new()
    {
        Id = "hartlepool_partnership",
        Title = "Partnership working in Hartlepool",
        Version = "1.0.0",
        Sha256 = new string('a', 64),
        Uses = [new("lsp_fit", "0.2.0", new string('b', 64), "criteria/lsp_fit.pack.yaml")],
        Schema = new(CaseFacts, OptionFacts, [Bodies]),
        Sources = [Brief, Terms],
        Gates = [WrittenAgreement, Consultation, InHouse],
        Criteria = [BestValue, Partnership],
        Findings = [PoolOfDuplicates, Territory, Boundary],
        Span = InPack(1),
    };

    public static AppraisalCase Case { get; } = NewCase();

    public static AppraisalResult Result { get; } = NewResult();

    private static Expression Constant => new ConstantExpression(Value.True, FactType.Boolean, default);

    public static SourceSpan InPack(int line) => PackText.Span(PackText.LineStart(line) + 2, 3);

    private static SourceSpan InCase(int line) => CaseText.Span(CaseText.LineStart(line), 3);

    private static Criterion Leaf(string id, int index, string title, decimal weight, int line, LeafRule rule, params Source[] sources) =>
        new() { Id = id, Index = index, Title = title, Weight = weight, Leaf = rule, Sources = [.. sources.Select(s => new SourceReference(s, null, null))], Span = InPack(line) };

    private static Finding NewFinding(string id, FindingKind kind, int line, params Source[] sources) =>
        new(id, kind, [], RuleScope.Option, Constant, [], [.. sources.Select(s => new SourceReference(s, null, null))], InPack(line));

    private static AppraisalCase NewCase()
    {
        CaseRecord Body(int index, string id, string title)
        {
            var record = new CaseRecord(Bodies, index, id, title, InCase(10 + index));
            record.Fill(new([], []));
            return record;
        }

        AppraisalOption Option(int index, string id, string title, decimal? cost)
        {
            var evidence = new Evidence(index == 0 ? EvidenceGrade.Document : EvidenceGrade.Estimate, [], null, null, index == 0 ? null : "illustrative", InCase(20 + index));
            return new(index, id, title, index == 0, new([cost is { } known ? Value.Of(known) : Value.Unknown, Value.ChoiceOf("none"), Value.Unknown], [cost is null ? null : evidence, evidence, null]), InCase(20 + index));
        }

        return new()
        {
            Rules = Pack,
            Id = "hartlepool_2002",
            Title = "Sharing infrastructure services in Hartlepool",
            AsOf = new(2002, 6, 1),
            Facts = new([Value.Unknown], [null]),
            Records = [[Body(0, "pct", "Hartlepool PCT"), Body(1, "council", "Borough Council")]],
            Options =
            [
                Option(0, "status_quo", "Carry on as now", 410000), Option(1, "joint_unit", "Joint unit with a pooled budget", 352000),
                Option(2, "lead_council", "Council leads under an agreement", null), Option(3, "lead_commissioning", "Lead commissioning", 360000),
                Option(4, "care_trust", "Care trust", 340000), Option(5, "outside", "Outside provider", 300000),
            ],
            Assessors = [new(0, "a1", "Finance lead", "pct", InCase(40)), new(1, "a2", "Head of service", "council", InCase(41))],
            Judgements = [new("local_fit", "joint_unit", "a2", 40, "Members fear for the front desk", InCase(45))],
            Sources = [Agreement],
            Sha256 = new string('c', 64),
            Span = InCase(1),
        };
    }

    private static AppraisalResult NewResult() => new()
    {
        Case = Case,
        Pack = Pack,
        Stage = StageResult.Only,
        Recommendations = [new(null, Case.Options[1], "it has the highest of the scores that are certain, 60.5 of 100", Settled: false)],
        Options =
        [
            Scored(0, OptionStatus.Eligible, 2 + 1, [Known(Economy, 0.36m, 30), Known(Duplication, 0.24m, 0), Judged(0.3m, 42.5m, 45, 40), Known(PlanFit, 0.1m, 2)]),
            Scored(1, OptionStatus.Eligible, 1, [Banded(60, "Saves 5% to 15%", 14.1m), Known(Duplication, 0.24m, 60), Judged(0.3m, 55, 70, 40), Known(PlanFit, 0.1m, 8)], Agree(GateOutcome.Pass)) with
            {
                Findings = [Raised(PoolOfDuplicates, FindingSeverity.Medium, "Two bodies run the same service."), Raised(Territory, FindingSeverity.High, "Talk of 'our' part of the pooled budget.")],
                TestimonyShare = 0.3m,
            },
            Scored(2, OptionStatus.Eligible, 2, [Open(Economy, 0.36m, 30, 100, "options.lead_council.annual_cost"), Known(Duplication, 0.24m, 60), Judged(0.3m, 50, 50, 50), Known(PlanFit, 0.1m, 5)]) with
            {
                Findings = [Raised(PoolOfDuplicates, FindingSeverity.Medium, "Two bodies run the same service.")],
            },
            Scored(3, OptionStatus.Unresolved, null, [Known(Economy, 0.36m, 60), Known(Duplication, 0.24m, 20), Open(LocalFit, 0.3m, 30, 80, "judgements.local_fit.lead_commissioning.a2"), Known(PlanFit, 0.1m, 8)], Consult(GateOutcome.Unknown, "options.lead_commissioning.consulted")),
            new()
            {
                Option = Case.Options[4], Status = OptionStatus.Excluded, Gates = [Agree(GateOutcome.Fail), Consult(GateOutcome.Unknown, "options.care_trust.consulted"), Keep(GateOutcome.Pass)],
                Criteria = [], Findings = [Raised(Territory, FindingSeverity.High, "Talk of 'our' part of the pooled budget.")],
            },
            Scored(5, OptionStatus.ShownOnly, null, [Known(Economy, 0.36m, 100), Known(Duplication, 0.24m, 100), Judged(0.3m, 10, 10, 10), Known(PlanFit, 0.1m, 0)], Keep(GateOutcome.Fail)),
        ],
        Findings = [new(Boundary, FindingOutcome.Unknown, FindingSeverity.High, null, "Services would stop at different borders.", [], ["case.coterminous"])],
        Dominance = [new(Case.Options[1], Case.Options[0])],
        Dissent = [new(LocalFit, Case.Options[1], [new("pct", 70), new("council", 40)])],
    };

    private static OptionResult Scored(int index, OptionStatus status, int? rank, ImmutableArray<CriterionResult> leaves, params GateResult[] gates)
    {
        ImmutableArray<CriterionResult> tree = [Branch(BestValue, 0.6m, leaves[0], leaves[1]), Branch(Partnership, 0.4m, leaves[2], leaves[3])];
        var (low, high) = (leaves.Sum(l => l.Weight * l.Criterion.Scale.ValueOf(l.Lowest)), leaves.Sum(l => l.Weight * l.Criterion.Scale.ValueOf(l.Highest)));
        ImmutableArray<GateResult> all = [.. new[] { Agree(GateOutcome.NotApplicable), Consult(GateOutcome.Pass), Keep(GateOutcome.Pass) }.Select(g => gates.FirstOrDefault(o => o.Gate == g.Gate) ?? g)];
        return new()
        {
            Option = Case.Options[index],
            Status = status,
            Rank = rank,
            Total = low == high ? low : null,
            Lowest = low,
            Highest = high,
            RankedOn = status == OptionStatus.Unresolved ? null : low,
            WeightedScore = low == high ? low * 100 : null,
            TestimonyShare = 0,
            Gates = all,
            Criteria = tree,
            Findings = [],
        };
    }

    private static CriterionResult Branch(Criterion criterion, decimal share, params CriterionResult[] children)
    {
        var (low, high) = (children.Sum(c => c.Weight * c.Criterion.Scale.ValueOf(c.Lowest)) / share, children.Sum(c => c.Weight * c.Criterion.Scale.ValueOf(c.Highest)) / share);
        decimal? known = low == high ? low : null;
        return new()
        {
            Criterion = criterion,
            Weight = share,
            Score = known,
            Value = known,
            Lowest = low,
            Highest = high,
            Contribution = known * share,
            Missing = [.. children.SelectMany(c => c.Missing)],
            Children = [.. children],
        };
    }

    private static CriterionResult Known(Criterion criterion, decimal share, decimal score)
    {
        var value = criterion.Scale.ValueOf(score);
        return new()
        {
            Criterion = criterion,
            Weight = share,
            Score = score,
            Value = value,
            Lowest = score,
            Highest = score,
            Contribution = share * value,
            Hits = criterion == Duplication ? [new(2, score, score == 0 ? "Nothing is joined up" : "Removes overlaps", [new(Terms, null, null)], InPack(43))] : [],
        };
    }

    private static CriterionResult Banded(decimal score, string because, decimal saving) => Known(Economy, 0.36m, score) with
    {
        Hits = [new(2, score, because, [new(Agreement, "page 4", null)], InPack(33))],
        Operands =
        [
            new("saving_share", Value.Of(saving / 100), new NumberType(Unit.Ratio), null),
            new("annual_cost", Value.Of(352000), PoundsAYear, new(EvidenceGrade.Testimony, [new(Agreement, null, null)], 330000, 420000, null, InCase(21))),
        ],
    };

    private static CriterionResult Judged(decimal share, decimal mean, decimal pct, decimal council) =>
        Known(LocalFit, share, mean) with { Bodies = [new("pct", pct), new("council", council)] };

    private static CriterionResult Open(Criterion criterion, decimal share, decimal low, decimal high, string missing) =>
        new() { Criterion = criterion, Weight = share, Lowest = low, Highest = high, Missing = [missing] };

    private static GateResult Agree(GateOutcome outcome) => new(
        WrittenAgreement, outcome, [], [],
        [
            new(WrittenAgreement.Parts[0], outcome, [], [new("legal_route", Value.ChoiceOf("pooled"), Routes, null)]),
            new(WrittenAgreement.Parts[1], outcome == GateOutcome.Fail ? GateOutcome.Pass : outcome, [], []),
        ]);

    private static GateResult Consult(GateOutcome outcome, params string[] missing) =>
        new(Consultation, outcome, [.. missing], [], [new(Consultation.Parts[0], outcome, [.. missing], [])]);

    private static GateResult Keep(GateOutcome outcome) => new(InHouse, outcome, [], [], [new(InHouse.Parts[0], outcome, [], [])]);

    private static FindingResult Raised(Finding finding, FindingSeverity severity, string text) => new(finding, FindingOutcome.Raised, severity, null, text, [], []);
}
