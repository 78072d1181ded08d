using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// Where the conclusion of each rule of a plan is kept with its subject: a place from 0 among the rules of its scope. Rows have places of their own.
internal sealed class RuleLayout
{
    private readonly int[] _places;
    private readonly int[] _derivedOfCase;
    private readonly int[] _derivedOfOption;
    private readonly int[][] _derivedOfRecords;

    public RuleLayout(EvaluationPlan plan)
    {
        FindsOfRecords = plan.Findings.Any(f => f.Finding.Scope.Kind == RuleScopeKind.Record);
        _places = new int[plan.Rules.Length];
        OfRecords = new int[plan.Pack.Schema.RecordLists.Length];
        foreach (var rule in plan.Rules)
        {
            _places[rule.Index] = rule.Kind switch
            {
                RuleKind.Row => Rows++,
                RuleKind.CriterionApplies => OfArea++,
                _ => rule.Scope.Kind switch
                {
                    RuleScopeKind.Option => OfOption++,
                    RuleScopeKind.Record => OfRecords[rule.Scope.List!.Index]++,
                    _ => OfCase++,
                },
            };
        }

        var facts = plan.Derived.IsEmpty ? 0 : plan.Derived.Max(d => d.Fact.Index) + 1;
        _derivedOfCase = new int[facts];
        _derivedOfOption = new int[facts];
        _derivedOfRecords = [.. OfRecords.Select(_ => new int[facts])];
        foreach (var derived in plan.Derived)
        {
            DerivesByTables |= derived.Rule.Expression is DerivedTableExpression;
            PlacesOf(derived.Fact.Scope)[derived.Fact.Index] = _places[derived.Rule.Index];
        }
    }

    // Whether the rules of one wave have to wait for what one of them leaves: a table's turn comes between those of other derived facts.
    public bool DerivesByTables { get; }

    public bool FindsOfRecords { get; }

    public int Rows { get; private set; }

    public int OfArea { get; private set; }

    public int OfCase { get; private set; }

    public int OfOption { get; private set; }

    public int[] OfRecords { get; }

    public int PlaceOf(Rule rule) => _places[rule.Index];

    public int PlaceOf(DerivedFact fact) => PlacesOf(fact.Scope)[fact.Index];

    // By the index of the fact, which counts the facts of its scope.
    private int[] PlacesOf(RuleScope scope) => scope.Kind switch
    {
        RuleScopeKind.Option => _derivedOfOption,
        RuleScopeKind.Record => _derivedOfRecords[scope.List!.Index],
        _ => _derivedOfCase,
    };
}
