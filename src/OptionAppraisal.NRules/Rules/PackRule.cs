using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.NRules.Rules;

// A rule of a pack as a rule of NRules. Its condition is one call on this object: two conditions are equal only where they are the same
// rule's, and nothing inside is left to the engine's own reading of null, of numbers of two types, or of variables.
internal abstract class PackRule(string name)
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IContext), "context");

    // Before every rule of an application, which has 0 unless it says otherwise.
    private const int First = 1_000_000_000;

    // The key of what a rule concludes about its match, where it concludes one thing.
    protected static readonly object Only = "conclusion";

    public string Name { get; } = name;

    public string? CriterionId { get; init; }

    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    public SourceSpan? Span { get; init; }

    // Orders rules that fire in one wave; it excludes none.
    public int Priority { get; init; }

    public IRuleDefinition Build(string packId)
    {
        var builder = new RuleBuilder();
        builder.Name(Name);
        builder.Priority(First + Priority);
        builder.Tag(packId);
        if (CriterionId is not null)
        {
            builder.Tag(CriterionId);
        }

        if (Span is { Source: not null } span)
        {
            builder.Property(RulePackRepository.PlaceProperty, string.Create(CultureInfo.InvariantCulture, $"{span.Path}:{span.Start.Line}:{span.Start.Column}"));
        }

        if (!Sources.IsEmpty)
        {
            builder.Property(RulePackRepository.SourceProperty, string.Join("; ", Sources.Select(s => s.At is null ? s.Source.Title : $"{s.Source.Title}, {s.At}")));
        }

        Build(builder);
        return builder.Build();
    }

    protected abstract void Build(RuleBuilder builder);

    protected LambdaExpression Call(string method, params ParameterExpression[] facts) =>
        Expression.Lambda(Expression.Call(Expression.Constant(this), GetType().GetMethod(method, [.. facts.Select(f => f.Type)])!, facts), facts);

    protected LambdaExpression CallInContext(string method, params ParameterExpression[] facts)
    {
        ParameterExpression[] all = [Context, .. facts];
        return Expression.Lambda(Expression.Call(Expression.Constant(this), GetType().GetMethod(method, [.. all.Select(f => f.Type)])!, all), all);
    }

    // What a match concludes, or takes back where that is nothing.
    protected static void Leave(IContext context, object key, object? fact)
    {
        if (fact is not null)
        {
            Yield(context, key, fact);
        }
        else if (context.GetLinked(key) is { } before)
        {
            context.RetractLinked(key, before);
        }
    }

    // What a match concludes replaces what it concluded before.
    protected static void Yield(IContext context, object key, object fact)
    {
        if (context.GetLinked(key) is null)
        {
            context.InsertLinked(key, fact);
        }
        else
        {
            context.UpdateLinked(key, fact);
        }
    }
}

// A rule about one fact.
internal abstract class PackRule<T>(string name) : PackRule(name)
    where T : class
{
    public virtual bool IsConditional => true;

    public virtual bool Holds(T fact) => true;

    public abstract void Conclude(IContext context, T fact);

    protected override void Build(RuleBuilder builder)
    {
        var pattern = builder.LeftHandSide().Pattern(typeof(T), "fact");
        var fact = pattern.Declaration.ToParameterExpression();
        if (IsConditional)
        {
            pattern.Condition(Call(nameof(Holds), fact));
        }

        builder.RightHandSide().Action(CallInContext(nameof(Conclude), fact));
    }
}

// A rule about two facts, of which one is alone or has few of its kind: the engine tries every pair.
internal abstract class PackRule<T, TOther>(string name) : PackRule(name)
    where T : class
    where TOther : class
{
    public virtual bool IsConditional => true;

    public virtual bool Holds(T fact) => true;

    public virtual bool HoldsTogether(T fact, TOther other) => true;

    public abstract void Conclude(IContext context, T fact, TOther other);

    protected override void Build(RuleBuilder builder)
    {
        var pattern = builder.LeftHandSide().Pattern(typeof(T), "fact");
        var fact = pattern.Declaration.ToParameterExpression();
        var otherPattern = builder.LeftHandSide().Pattern(typeof(TOther), "other");
        var other = otherPattern.Declaration.ToParameterExpression();
        if (IsConditional)
        {
            pattern.Condition(Call(nameof(Holds), fact));
            otherPattern.Condition(Call(nameof(HoldsTogether), fact, other));
        }

        builder.RightHandSide().Action(CallInContext(nameof(Conclude), fact, other));
    }
}
