using System.Collections.Immutable;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;
using Shouldly;

namespace OptionAppraisal.Tests.Evaluation;

// A pack and a case drawn in code, without text. Facts are defined on first use; what is not given is not known.
internal sealed class Sketch
{
    private readonly List<FactDefinition> _caseFacts = [];
    private readonly List<FactDefinition> _optionFacts = [];
    private readonly List<RecordListDefinition> _lists = [];
    private readonly Dictionary<string, object?> _caseValues = [];
    private readonly List<(string Id, Dictionary<string, object?> Values, bool IsBaseline)> _options = [];
    private readonly Dictionary<string, List<(string Id, Dictionary<string, object?> Values)>> _records = [];
    private readonly List<DerivedFact> _derived = [];

    public List<Gate> Gates { get; } = [];

    public List<Criterion> Criteria { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Parameter> Parameters { get; } = [];

    public List<Assessor> Assessors { get; } = [];

    public List<JudgedScore> Judgements { get; } = [];

    // Facts told by people, as `owner.fact`.
    public HashSet<string> Testimony { get; } = [];

    public WhenUnknown WhenUnknown { get; set; }

    public decimal TieTolerance { get; set; } = 0.000000001m;

    public CaseFactExpression OfCase(string fact, FactType? type = null) => new(Define(_caseFacts, fact, type), Write.Place(fact));

    public OptionFactExpression OfOption(string fact, FactType? type = null) => new(Define(_optionFacts, fact, type), false, Write.Place(fact));

    public OptionFactExpression OfBaseline(string fact, FactType? type = null) => new(Define(_optionFacts, fact, type), true, Write.Place("baseline." + fact));

    // A fact of options with a value for each of some names.
    public OptionFactExpression OfMembers(string fact, FactType element, params string[] names)
    {
        if (!_optionFacts.Exists(f => f.Id == fact))
        {
            _optionFacts.Add(new FactDefinition
            {
                Id = fact,
                Index = _optionFacts.Count,
                Type = new ListType(element),
                Per = new PerMembers([.. names.Select(n => new ChoiceMember(n, null))], null),
            });
        }

        return OfOption(fact);
    }

    public MemberExpression OfMember(OptionFactExpression fact, string name) => new(fact, fact.Fact, fact.Fact.Per!.IndexOf(name), Write.Place($"{fact}.{name}"));

    public RecordListDefinition DefineList(string id, params (string Id, FactType Type)[] facts)
    {
        var definitions = facts.Select((f, i) => new FactDefinition { Id = f.Id, Index = i, Type = f.Type }).ToImmutableArray();
        var list = new RecordListDefinition(id, _lists.Count, null, definitions, default);
        _lists.Add(list);
        return list;
    }

    public static RecordFactExpression OfRecord(Expression record, RecordListDefinition list, string fact) =>
        new(record, list.Facts.Single(f => f.Id == fact), Write.Place($"{record.Span.Text}.{fact}"));

    public DerivedFact Derive(string id, RuleScope scope, Expression value)
    {
        var fact = new DerivedFact(id, scope, _derived.Count(d => d.Scope == scope), null, default);
        fact.Bind(value, value.Type);
        _derived.Add(fact);
        return fact;
    }

    public void Case(params (string Fact, object? Value)[] facts)
    {
        foreach (var (fact, value) in facts)
        {
            _caseValues[fact] = value;
        }
    }

    public void Option(string id, params (string Fact, object? Value)[] facts) => _options.Add((id, facts.ToDictionary(f => f.Fact, f => f.Value, StringComparer.Ordinal), false));

    public void Baseline(string id, params (string Fact, object? Value)[] facts) => _options.Add((id, facts.ToDictionary(f => f.Fact, f => f.Value, StringComparer.Ordinal), true));

    public void Give(string list) => _records.TryAdd(list, []);

    public void Record(string list, string id, params (string Fact, object? Value)[] facts)
    {
        Give(list);
        _records[list].Add((id, facts.ToDictionary(f => f.Fact, f => f.Value, StringComparer.Ordinal)));
    }

    public void Judge(string criterion, string option, string assessor, decimal? score) =>
        Judgements.Add(new JudgedScore(criterion, option, assessor, score, null, default));

    public void Assessor(string id, string? body = null) => Assessors.Add(new Assessor(Assessors.Count, id, id, body, default));

    public RulePack Pack()
    {
        var index = 0;
        return new RulePack
        {
            Id = "test",
            Title = "Test",
            Version = "1",
            Sha256 = "",
            Schema = new FactSchema([.. _caseFacts], [.. _optionFacts], [.. _lists]),
            Parameters = [.. Parameters],
            Derived = [.. _derived],
            Gates = [.. Gates],
            Criteria = [.. Criteria.Select(c => Number(c, ref index))],
            Findings = [.. Findings],
            WhenUnknown = WhenUnknown,
            TieTolerance = TieTolerance,
        };
    }

    public AppraisalCase CaseFor(RulePack pack)
    {
        var records = _lists.Select(l => _records.TryGetValue(l.Id, out var given)
            ? given.Select((r, i) => new CaseRecord(l, i, r.Id, r.Id, default)).ToImmutableArray()
            : (ImmutableArray<CaseRecord>?)null).ToImmutableArray();
        var all = records.Where(r => r is not null).SelectMany(r => r!.Value).ToList();
        foreach (var record in all)
        {
            record.Fill(Values(record.List.Facts, _records[record.List.Id][record.Index].Values, record.Id, all));
        }

        return new AppraisalCase
        {
            Rules = pack,
            Id = "case",
            Title = "Case",
            AsOf = new DateOnly(2002, 6, 1),
            Sha256 = "",
            Facts = Values([.. _caseFacts], _caseValues, "case", all),
            Records = records,
            Options = [.. _options.Select((o, i) => new AppraisalOption(i, o.Id, o.Id, o.IsBaseline, Values([.. _optionFacts], o.Values, o.Id, all), default))],
            Assessors = [.. Assessors],
            Judgements = [.. Judgements],
        };
    }

    public AppraisalOutcome Try()
    {
        var pack = Pack();
        return AppraisalRun.Run(PlanBuilder.Build(pack), CaseFor(pack), new ExactEngine(), cancellationToken: CancellationToken.None);
    }

    public AppraisalResult Appraise()
    {
        var outcome = Try();
        outcome.Diagnostics.ShouldBeEmpty();
        return outcome.Result.ShouldNotBeNull();
    }

    // The engine's answer to an expression in the scope of the first option, or of the case where there is none.
    public Value Evaluate(Expression expression, Gaps? gaps = null)
    {
        var scope = _options.Count > 0 ? RuleScope.Option : RuleScope.Case;
        Derive("probe", scope, expression);
        var pack = Pack();
        _derived.RemoveAt(_derived.Count - 1);
        var plan = PlanBuilder.Build(pack);
        var appraisalCase = CaseFor(pack);
        using var session = new ExactEngine().Open(plan, appraisalCase, null, CancellationToken.None);
        var subject = _options.Count > 0 ? Subject.Of(appraisalCase.Options[0]) : Subject.Case;
        var value = session.Conclude(plan.Derived[^1].Rule, subject);
        if (gaps is not null)
        {
            session.Explain(plan.Derived[^1].Rule, subject, gaps);
        }

        return value;
    }

    private FactValues Values(ImmutableArray<FactDefinition> facts, Dictionary<string, object?> given, string owner, List<CaseRecord> records) =>
        new(
            [.. facts.Select(f => f.Per is { } per && !given.ContainsKey(f.Id)
                ? Value.ListOf([.. per.Names.Select(_ => Value.Unknown)])
                : ToValue(given.GetValueOrDefault(f.Id), f.Type, records))],
            [.. facts.Select(f => given.ContainsKey(f.Id) ? new Evidence(Testimony.Contains($"{owner}.{f.Id}") ? EvidenceGrade.Testimony : null, [], null, null, null, default) : null)]);

    private static Value ToValue(object? value, FactType type, List<CaseRecord> records) => (value, type) switch
    {
        (null, _) => Value.Unknown,
        (Value plain, _) => plain,
        (string id, ReferenceType to) => Value.Of(records.Single(r => r.List.Id == to.ListId && r.Id == id)),
        (string member, ChoiceType) => Value.ChoiceOf(member),
        (string text, _) => Value.Of(text),
        (bool truth, _) => Value.Of(truth),
        (int number, _) => Value.Of((decimal)number),
        (decimal number, _) => Value.Of(number),
        (object?[] items, ListType list) => Value.ListOf([.. items.Select(i => ToValue(i, list.Element, records))]),
        _ => throw new ArgumentException($"no value of {type}", nameof(value)),
    };

    private static FactDefinition Define(List<FactDefinition> facts, string id, FactType? type)
    {
        var fact = facts.Find(f => f.Id == id);
        if (fact is null)
        {
            facts.Add(fact = new FactDefinition { Id = id, Index = facts.Count, Type = type ?? FactType.PlainNumber });
        }

        return fact;
    }

    private static Criterion Number(Criterion criterion, ref int index)
    {
        var own = index++;
        var children = ImmutableArray.CreateBuilder<Criterion>();
        foreach (var child in criterion.Children)
        {
            children.Add(Number(child, ref index));
        }

        return criterion with { Index = own, Children = children.ToImmutable() };
    }
}
