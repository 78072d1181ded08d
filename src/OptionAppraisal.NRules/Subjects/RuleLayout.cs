using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// Where the conclusion of each rule of a plan is kept with its subject: a place from 0 among the rules of its scope. Rows have places of their own.
internal sealed class RuleLayout
{
    private readonly int[] _places;
    private readonly Dictionary<DerivedFact, int> _derived = new(ReferenceEqualityComparer.Instance);

    public RuleLayout(EvaluationPlan plan)
    {
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

        foreach (var derived in plan.Derived)
        {
            DerivesByTables |= derived.Rule.Expression is DerivedTableExpression;
            _derived.Add(derived.Fact, _places[derived.Rule.Index]);
        }
    }

    // Whether the rules of one wave have to wait for what one of them leaves: a table's turn comes between those of other derived facts.
    public bool DerivesByTables { get; }

    public int Rows { get; private set; }

    public int OfArea { get; private set; }

    public int OfCase { get; private set; }

    public int OfOption { get; private set; }

    public int[] OfRecords { get; }

    public int PlaceOf(Rule rule) => _places[rule.Index];

    public int PlaceOf(DerivedFact fact) => _derived[fact];
}
