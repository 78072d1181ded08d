using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Bare names: the variables in sight, what the element, option or record has, then the case's, parameters, record lists, the appraisal's.
internal sealed partial class BindingPass
{
    private static readonly ImmutableArray<string> Owners = ["case", "option", "options", "parameters", "records", "weights", "judgements"];

    private static readonly ImmutableArray<string> Conclusions = ["scores", "gates", "dissent"];

    private enum Sight
    {
        None,
        Variable,
        OfItem,
        Ambiguous,
        Own,
        OfCase,
        Parameter,
        RecordList,
        Context,
    }

    private readonly record struct Meaning(Sight Sight, Frame? Frame = null, Member? Member = null);

    private Expression? Name(NameSyntax syntax, FactType? expected)
    {
        var meaning = Find(syntax.Name);
        if (expected is ChoiceType choice && choice.Has(syntax.Name))
        {
            return meaning.Sight == Sight.None
                ? new ConstantExpression(Value.ChoiceOf(syntax.Name), choice, syntax.Span)
                : MemberAndName(syntax);
        }

        switch (meaning.Sight)
        {
            case Sight.Variable when meaning.Frame!.Type is NoType:
                return null;
            case Sight.Variable:
                return new LocalExpression(meaning.Frame!.Slot, meaning.Frame.Name, meaning.Frame.Type, syntax.Span);
            case Sight.OfItem:
                return MemberOf(ItemOf(meaning.Frame!, syntax.Span), meaning.Member!, syntax.Span);
            case Sight.Ambiguous:
                return Ambiguous(syntax, meaning.Frame!);
            case Sight.Own:
                return Own(meaning.Member!, syntax.Span);
            case Sight.OfCase when meaning.Member!.Derived is { } derived:
                return IsBound(derived) ? new DerivedExpression(derived, false, syntax.Span) : null;
            case Sight.OfCase:
                return new CaseFactExpression(meaning.Member!.Fact!, syntax.Span);
            case Sight.Parameter:
                return new ParameterExpression(_scope.Names.Parameters[syntax.Name], syntax.Span);
            case Sight.RecordList:
                return new RecordListExpression(_scope.Names.Schema.FindList(syntax.Name)!, syntax.Span);
            case Sight.Context:
                return Context(syntax);
            case Sight.None when expected is GradeType:
                return GradeWord(syntax);
            default:
                return expected is NoType && _scope.Names.IsSomeMember(syntax.Name) ? null : Unknown(syntax, expected);
        }
    }

    private Meaning Find(string name)
    {
        for (var frame = _frames; frame is not null; frame = frame.Outer)
        {
            if (frame.Name == name)
            {
                return new Meaning(Sight.Variable, frame);
            }

            if (frame.IsItem && frame.Type is ReferenceType reference && _scope.Names.OfRecord(reference.ListId).TryGetValue(name, out var member))
            {
                return IsAlsoOutside(name, frame) ? new Meaning(Sight.Ambiguous, frame) : new Meaning(Sight.OfItem, frame, member);
            }
        }

        if (_scope.TryOwn(name, out var own))
        {
            return new Meaning(Sight.Own, null, own);
        }

        if (_scope.Names.OfCase.TryGetValue(name, out var ofCase))
        {
            return new Meaning(Sight.OfCase, null, ofCase);
        }

        if (_scope.Names.Parameters.ContainsKey(name))
        {
            return new Meaning(Sight.Parameter);
        }

        if (_scope.Names.Schema.FindList(name) is not null)
        {
            return new Meaning(Sight.RecordList);
        }

        var isContext = name switch
        {
            "as_of" or "stage" => !_scope.IsBare,
            "is_baseline" => _scope.Owner.Kind == RuleScopeKind.Option,
            "area" => SeesArea,
            "this" => _scope.Owner.Kind == RuleScopeKind.Record,
            _ => false,
        };
        return new Meaning(isContext ? Sight.Context : Sight.None);
    }

    // What the case, parameters and lists call the same gives way to the element; what `this` has and what a variable is called does not.
    private bool IsAlsoOutside(string name, Frame inner)
    {
        for (var frame = inner.Outer; frame is not null; frame = frame.Outer)
        {
            if (frame.Name == name
                || (frame.IsItem && frame.Type is ReferenceType reference && _scope.Names.OfRecord(reference.ListId).ContainsKey(name)))
            {
                return true;
            }
        }

        return _scope.TryOwn(name, out _);
    }

    private Expression? Own(Member member, SourceSpan span)
    {
        if (_scope.Owner.Kind == RuleScopeKind.Record)
        {
            return MemberOf(new ThisRecordExpression(_scope.Owner.List!, span), member, span);
        }

        return member switch
        {
            { Fact: { } fact } => new OptionFactExpression(fact, false, span),
            { Derived: { } derived } => IsBound(derived) ? new DerivedExpression(derived, false, span) : null,
            { IsTitle: true } => new ContextExpression(ContextName.OptionTitle, FactType.Text, span),
            _ => new ContextExpression(ContextName.OptionId, FactType.Text, span),
        };
    }

    private Expression? MemberOf(Expression record, Member member, SourceSpan span) => member switch
    {
        { Fact: { } fact } => new RecordFactExpression(record, fact, span),
        { Derived: { } derived } => IsBound(derived) ? new DerivedExpression(derived, record, span) : null,
        _ => new RecordAttributeExpression(record, member.IsTitle, span),
    };

    private static LocalExpression ItemOf(Frame frame, SourceSpan span) => new(frame.Slot, frame.Name, frame.Type, span);

    private bool IsBound(DerivedFact fact) => fact.IsBound || (_scope.Names.BindDerived?.Invoke(fact) == true && fact.IsBound);

    private Expression Context(NameSyntax syntax) => syntax.Name switch
    {
        "this" => new ThisRecordExpression(_scope.Owner.List!, syntax.Span),
        "as_of" => new ContextExpression(ContextName.AsOf, FactType.Date, syntax.Span),
        "stage" => new ContextExpression(ContextName.Stage, FactType.Text, syntax.Span),
        "area" => new ContextExpression(ContextName.Area, new ReferenceType(_scope.Names.Areas!.Id), syntax.Span),
        _ => new ContextExpression(ContextName.IsBaseline, FactType.Boolean, syntax.Span),
    };

    private Expression? MemberAndName(NameSyntax syntax) => Report(
        ExpressionCodes.MemberAndName,
        syntax.Span,
        $"`{syntax.Name}` is a member of the choice and also a name in sight",
        $"give the fact or variable, or the member, another name than `{syntax.Name}`");

    private Expression? Ambiguous(NameSyntax syntax, Frame item)
    {
        var owner = _scope.Owner.Kind == RuleScopeKind.Option ? "option" : "record";
        var isOwn = _scope.TryOwn(syntax.Name, out _);
        return Report(
            ExpressionCodes.AmbiguousName,
            syntax.Span,
            $"`{syntax.Name}` may be that of {TypeAgreement.Describe(item.Type)} or {(isOwn ? $"of the {owner}" : "what is called so around it")}",
            isOwn
                ? $"write `item.{syntax.Name}` for the element inside the brackets, or `this.{syntax.Name}` for the {owner}"
                : $"write `item.{syntax.Name}` for the element inside the brackets, and name what is around it otherwise");
    }
}
