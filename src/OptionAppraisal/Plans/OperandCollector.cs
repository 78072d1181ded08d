using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

// The names that expressions read, for the trace: the longest dotted path that can be read without a variable, each once, in text order.
internal sealed class OperandCollector
{
    private readonly Dictionary<object, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _placesOfBaseline = new(ReferenceEqualityComparer.Instance);

    // How many places were given out: one for each fact that the operands collected read.
    public int Places => _places.Count + _placesOfBaseline.Count;

    public ImmutableArray<Operand> Collect(ReadOnlySpan<Expression> expressions)
    {
        var found = new List<Operand>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expression in expressions)
        {
            Visit(expression, found, names);
        }

        return [.. found];
    }

    private void Visit(Expression expression, List<Operand> found, HashSet<string> names)
    {
        if (NameOf(expression) is { } name)
        {
            if (names.Add(name))
            {
                found.Add(new Operand(name, expression) { Place = PlaceOf(expression) });
            }

            return;
        }

        foreach (var operand in expression.Operands)
        {
            Visit(operand, found, names);
        }
    }

    private int PlaceOf(Expression expression) => expression switch
    {
        CaseFactExpression fact => PlaceOf(fact.Fact, false),
        OptionFactExpression fact => PlaceOf(fact.Fact, fact.OfBaseline),
        MemberExpression { Name: >= 0 and var name, Fact: CaseFactExpression or OptionFactExpression } member =>
            PlaceOf(member.Definition.Per!.Names[name], member.Fact is OptionFactExpression { OfBaseline: true }),
        DerivedExpression { Record: null } derived when derived.Fact.Scope.Kind != RuleScopeKind.Record => PlaceOf(derived.Fact, derived.OfBaseline),
        _ => -1,
    };

    private int PlaceOf(object fact, bool ofBaseline)
    {
        var places = ofBaseline ? _placesOfBaseline : _places;
        if (!places.TryGetValue(fact, out var place))
        {
            place = Places;
            places.Add(fact, place);
        }

        return place;
    }

    private static string? NameOf(Expression expression) => expression switch
    {
        CaseFactExpression fact => fact.Fact.Id,
        OptionFactExpression fact => fact.OfBaseline ? $"baseline.{fact.Fact.Id}" : fact.Fact.Id,
        ParameterExpression parameter => parameter.Parameter.Id,
        RecordListExpression records => records.List.Id,
        ConclusionExpression conclusion => conclusion.Conclusion switch
        {
            ConclusionKind.Score => $"scores.{conclusion.Id}",
            ConclusionKind.Gate => $"gates.{conclusion.Id}",
            _ => $"dissent.{conclusion.Id}",
        },
        ContextExpression context => context.Name switch
        {
            ContextName.AsOf => "as_of",
            ContextName.Stage => "stage",
            ContextName.IsBaseline => "is_baseline",
            ContextName.OptionId => "id",
            ContextName.Area => "area",
            _ => "title",
        },
        MemberExpression { Name: >= 0 } member => NameOf(member.Fact) is { } fact ? $"{fact}.{member.Definition.Per!.Names[member.Name].Id}" : null,
        MemberExpression { Record: { } record } member => NameOf(member.Fact) is { } fact && NameOfRecord(record) is { } its ? $"{fact}[{its}]" : null,
        GradeExpression grade => NameOf(grade.Fact) is { } fact ? $"grade({fact})" : null,
        RecordFactExpression fact => OfRecord(fact.Record, fact.Fact.Id),
        RecordAttributeExpression attribute => OfRecord(attribute.Record, attribute.IsTitle ? "title" : "id"),
        DerivedExpression { Record: { } record } derived => OfRecord(record, derived.Fact.Id),
        DerivedExpression derived => derived.OfBaseline ? $"baseline.{derived.Fact.Id}" : derived.Fact.Id,
        _ => null,
    };

    private static string? NameOfRecord(Expression record) => record is ThisRecordExpression ? "this" : NameOf(record);

    private static string? OfRecord(Expression record, string name) =>
        record is ThisRecordExpression ? name : NameOf(record) is { } path ? $"{path}.{name}" : null;
}
