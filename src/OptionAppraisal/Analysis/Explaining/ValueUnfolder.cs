using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Analysis.Explaining;

// Follows a value to the facts that it is made of. What was unfolded once for a condition or a leaf is not unfolded there again.
// What goes through lists is asked of a spare session, whose work may run out before all is asked that an appraisal need not ask: the rest is then not told.
internal sealed class ValueUnfolder(EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationSession session, IEvaluationSession spare, int depth)
{
    private readonly Dictionary<DerivedFact, Rule> _rules = plan.Derived.ToDictionary(d => d.Fact, d => d.Rule);

    public ImmutableArray<ValueExplanation> Unfold(ImmutableArray<Operand> operands, Subject subject) => Unfold(operands, subject, depth, []);

    /// <summary>The value of a rule with no name of its own, such as a formula; that of the name where it is only a name.</summary>
    public ValueExplanation Unfold(Rule rule, Subject subject)
    {
        if (rule.Operands is [var only] && ReferenceEquals(only.Expression, rule.Expression))
        {
            return Unfold(only, subject, depth, []);
        }

        return new(
            rule.Expression.Span.Text, null, Conclude(rule, subject), rule.Expression.Type, null, rule.Expression.Span.Text, null, [], rule.Span,
            Unfold(rule.Operands, subject, depth, []))
        {
            Elements = Elements(rule.Expression, subject),
        };
    }

    /// <summary>Whether the work of going through lists has run out, so that what it gave is not to be told.</summary>
    public bool IsSpent { get; private set; }

    public Value Read(Expression expression, Subject subject)
    {
        var operand = new Operand(expression.Span.Text, expression) { Slots = SlotCounter.Count(expression) };
        return operand.Slots == 0 ? Read(operand, subject) : ReadSpare(operand, subject);
    }

    /// <summary>What the filters and quantifiers of an expression came to for each element.</summary>
    public ImmutableArray<ElementsExplanation> Elements(Expression expression, Subject subject) => ElementReader.Explain(expression, e => Read(e, subject));

    /// <summary>What a rule concludes; not known where it cannot be worked out, as on a branch that the appraisal never took.</summary>
    public Value Conclude(Rule rule, Subject subject)
    {
        try
        {
            return session.Conclude(rule, subject);
        }
        catch (JudgingException error) when (error.Diagnostic.Code != JudgingCodes.TooMuchWork)
        {
            return Value.Unknown;
        }
    }

    public static string? TitleOf(Expression expression) => expression switch
    {
        OptionFactExpression { OfBaseline: true } fact => OfBaseline(fact.Fact.Title ?? MissingFact.InWords(fact.Fact.Id)),
        OptionFactExpression fact => fact.Fact.Title,
        CaseFactExpression fact => fact.Fact.Title,
        RecordFactExpression fact => fact.Fact.Title,
        ParameterExpression parameter => parameter.Parameter.Title,
        DerivedExpression { OfBaseline: true } derived => OfBaseline(derived.Fact.Title ?? MissingFact.InWords(derived.Fact.Id)),
        DerivedExpression derived => derived.Fact.Title,
        RecordListExpression records => records.List.Title,
        MemberExpression { Name: >= 0 and var name } member =>
            $"{TitleOf(member.Fact) ?? MissingFact.InWords(member.Definition.Id)}: {TitleOf(member.Definition.Per!.Names[name])}",
        MemberExpression member => TitleOf(member.Fact),
        GradeExpression grade => $"Evidence of {TitleOf(grade.Fact) ?? MissingFact.InWords(grade.Fact.Span.Text)}",
        _ => null,
    };

    private static string TitleOf(ChoiceMember name) => name.Title ?? MissingFact.InWords(name.Id);

    private Value Read(Operand operand, Subject subject)
    {
        try
        {
            return session.Read(operand, subject);
        }
        catch (JudgingException error) when (error.Diagnostic.Code != JudgingCodes.TooMuchWork)
        {
            return Value.Unknown;
        }
    }

    private Value ReadSpare(Operand operand, Subject subject)
    {
        try
        {
            return IsSpent ? Value.Unknown : spare.Read(operand, subject);
        }
        catch (JudgingException error)
        {
            IsSpent |= error.Diagnostic.Code == JudgingCodes.TooMuchWork;
            return Value.Unknown;
        }
    }

    private static string OfBaseline(string title) => $"{title} of the baseline";

    private ImmutableArray<ValueExplanation> Unfold(ImmutableArray<Operand> operands, Subject subject, int left, HashSet<(DerivedFact Fact, Subject Subject)> seen) =>
        [.. operands.Select(o => Unfold(o, subject, left, seen))];

    private ValueExplanation Unfold(Operand operand, Subject subject, int left, HashSet<(DerivedFact Fact, Subject Subject)> seen)
    {
        var value = Read(operand, subject);
        var plain = new ValueExplanation(operand.Name, TitleOf(operand.Expression), value, operand.Expression.Type, null, null, null, [], operand.Expression.Span, []);
        switch (operand.Expression)
        {
            case CaseFactExpression fact:
                return Given(plain, fact.Fact, appraisalCase.Facts, "case");
            case OptionFactExpression fact when (fact.OfBaseline ? BaselineOf(subject) : subject.Option) is { } owner:
                return Given(plain, fact.Fact, owner.Facts, $"options.{owner.Id}");
            case RecordFactExpression fact when RecordOf(fact.Record, subject) is { } record:
                var named = plain with { Title = $"{record.Title}: {plain.Title ?? MissingFact.InWords(fact.Fact.Id)}" };
                return Given(named, fact.Fact, record.Facts, $"records.{record.List.Id}.{record.Id}");
            case MemberExpression member when MemberOf(member, subject) is var (values, owner, place):
                return Given(plain, member.Definition, place, values, owner);
            case GradeExpression { Fact: var graded }:
                var about = Unfold(operand with { Expression = graded }, subject, 0, seen);
                return plain with { Path = about.Path, Evidence = about.Evidence, Sources = about.Sources, At = about.At };
            case ParameterExpression parameter:
                return plain with { Path = $"parameters.{parameter.Parameter.Id}", Sources = parameter.Parameter.Sources, At = parameter.Parameter.Span };
            case DerivedExpression derived:
                return Derived(plain, derived, subject, left, seen);
            default:
                return plain;
        }
    }

    private static ValueExplanation Given(ValueExplanation plain, FactDefinition fact, FactValues values, string owner)
    {
        var evidence = values.EvidenceOf(fact);
        return plain with
        {
            Path = $"{owner}.{fact.Id}",
            Evidence = evidence,
            Sources = Joined(evidence?.Sources ?? [], fact.Sources),
            At = evidence?.Span ?? fact.Span,
        };
    }

    private ValueExplanation Derived(ValueExplanation plain, DerivedExpression derived, Subject subject, int left, HashSet<(DerivedFact Fact, Subject Subject)> seen)
    {
        var told = plain with { Expression = derived.Fact.Value.Span.Text, Sources = derived.Fact.Sources, At = derived.Fact.Span };
        if (left <= 0 || OwnerOf(derived, subject) is not { } owner || !_rules.TryGetValue(derived.Fact, out var rule) || !seen.Add((derived.Fact, owner)))
        {
            return told;
        }

        return derived.Fact.Value is DerivedTableExpression table && DerivedTableReading.RowOf(table, appraisalCase, e => Read(e, owner).Truth) is { } row
            ? told with
            {
                Expression = row.Value.Span.Text,
                Sources = Joined(row.Sources, told.Sources),
                At = row.Span,
                Operands = Unfold(ReadBy(table, row), owner, left - 1, seen),
                Elements = Elements(row.Value, owner),
            }
            : told with { Operands = Unfold(rule.Operands, owner, left - 1, seen), Elements = Elements(rule.Expression, owner) };
    }

    // What the row and those above it read: they say why it is this row.
    private static ImmutableArray<Operand> ReadBy(DerivedTableExpression table, DerivedTableRow row)
    {
        var expressions = table.Rows.TakeWhile(r => r.Number < row.Number).Select(r => r.When).Append(row.When).Append(row.Value).OfType<Expression>();
        return new OperandCollector().Collect([.. row.When is null ? expressions : new[] { row.When, row.Value }]);
    }

    // Whose values a member is read from, the path of that owner, and the place of the member.
    private (FactValues Values, string Owner, int Place)? MemberOf(MemberExpression member, Subject subject)
    {
        (FactValues Values, string Owner)? owner = member.Fact switch
        {
            CaseFactExpression => (appraisalCase.Facts, "case"),
            OptionFactExpression fact when (fact.OfBaseline ? appraisalCase.BaselineOf(subject.Area) : subject.Option) is { } option => (option.Facts, $"options.{option.Id}"),
            RecordFactExpression fact when RecordOf(fact.Record, subject) is { } record => (record.Facts, $"records.{record.List.Id}.{record.Id}"),
            _ => null,
        };
        var place = member.Record is null ? member.Name : RecordOf(member.Record, subject)?.Index;
        return owner is var (values, path) && place is { } at ? (values, path, at) : null;
    }

    private CaseRecord? RecordAt(FactDefinition fact, int place) =>
        plan.Pack.Schema.FindList(fact.Per!.ListId!) is { } list && appraisalCase.RecordsOf(list) is { } records && place < records.Length ? records[place] : null;

    private ValueExplanation Given(ValueExplanation plain, FactDefinition fact, int place, FactValues values, string owner)
    {
        var evidence = values.EvidenceOf(fact, place);
        return plain with
        {
            Title = fact.Per!.ListId is null ? plain.Title : $"{plain.Title ?? MissingFact.InWords(fact.Id)}: {RecordAt(fact, place)?.Title}",
            Path = $"{owner}.{fact.Id}.{(fact.Per.ListId is null ? fact.Per.Names[place].Id : RecordAt(fact, place)?.Id)}",
            Evidence = evidence,
            Sources = Joined(evidence?.Sources ?? [], fact.Sources),
            At = evidence?.Span ?? fact.Span,
        };
    }

    private Subject? OwnerOf(DerivedExpression derived, Subject subject)
    {
        switch (derived.Fact.Scope.Kind)
        {
            case RuleScopeKind.Case:
                return Subject.Case;
            case RuleScopeKind.Record:
                return derived.Record is { } expression && RecordOf(expression, subject) is { } record ? Subject.Of(record) : null;
            default:
                var option = derived.OfBaseline ? BaselineOf(subject) : subject.Option;
                return option is null ? null : Subject.Of(option);
        }
    }

    // Each area has its own.
    private AppraisalOption? BaselineOf(Subject subject) => subject.Option is { } option ? appraisalCase.BaselineOf(option.Area) : appraisalCase.Baseline;

    private CaseRecord? RecordOf(Expression expression, Subject subject)
    {
        var value = Read(expression, subject);
        return value.IsKnown ? value.Record : null;
    }

    private static ImmutableArray<SourceReference> Joined(ImmutableArray<SourceReference> first, ImmutableArray<SourceReference> second) =>
        first.IsEmpty ? second : second.IsEmpty ? first : [.. first.Concat(second).Distinct()];
}
