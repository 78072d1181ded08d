using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Facts with a value for each of several members (`agreement.aims`, `cost_to[b]`), how good evidence is (`grade(x)`), and the area of an option.
internal sealed partial class BindingPass
{
    private static readonly ImmutableArray<string> Grades = ["measured", "document", "estimate", "testimony"];

    /// <summary>The fact that an expression reads whole, where it has members.</summary>
    private static FactDefinition? WithMembers(Expression expression) => FactOf(expression) is { Per: not null } fact ? fact : null;

    private static FactDefinition? FactOf(Expression expression) => expression switch
    {
        CaseFactExpression fact => fact.Fact,
        OptionFactExpression fact => fact.Fact,
        RecordFactExpression fact => fact.Fact,
        _ => null,
    };

    /// <summary>`agreement.aims`, also of each record of a list; false where the name is no member, so that it may be a part of what the values are.</summary>
    private static bool IsMember(Expression target, string name, SourceSpan span, out Expression? member)
    {
        member = target switch
        {
            _ when WithMembers(target) is { } fact && fact.Per!.IndexOf(name) is >= 0 and var place => new MemberExpression(target, fact, place, span),
            ForExpression { Flattens: false } each when IsMember(each.Body, name, span, out var ofEach) => new ForExpression(each.Slot, each.List, ofEach!, false, new ListType(ofEach!.Type), span),
            _ => null,
        };
        return member is not null;
    }

    private Expression? NoMember(NameSyntax name, FactDefinition fact) => fact.Per!.ListId is { } list
        ? Report(
            ExpressionCodes.UnknownPart,
            name.Span,
            $"`{fact.Id}` has a value for each of `{list}`, not a `{name.Name}`",
            $"write the record in brackets, as in `for x in {list} return {fact.Id}[x]`")
        : NoPart(name, $"`{fact.Id}`", fact.Per.Names.Select(n => n.Id), "members");

    /// <summary>`cost_to[b]`: the value of a record, which is told from a condition and a place in the list by its type.</summary>
    private Expression? OfRecordIn(Expression target, FactDefinition fact, Expression record, SourceSpan span)
    {
        var list = ((ReferenceType)record.Type).ListId;
        return string.Equals(list, fact.Per!.ListId, StringComparison.Ordinal)
            ? new MemberExpression(target, fact, record, span)
            : Report(
                ExpressionCodes.WrongType,
                record.Span,
                $"{Quote(record.Span)} is a record of `{list}`, but `{fact.Id}` has a value for each of {(fact.Per.ListId is { } own ? $"`{own}`" : string.Join(", ", fact.Per.Names.Take(4).Select(n => $"`{n.Id}`")))}",
                fact.Per.ListId is { } wanted ? $"write a record of `{wanted}`" : $"write the name of one: `{fact.Id}.{fact.Per.Names[0].Id}`");
    }

    /// <summary>The question whether something is known; of a fact with members it is asked of each of them.</summary>
    private Expression? Asked(Expression operand, bool wantsKnown, SourceSpan span)
    {
        if (WithMembers(operand) is not { } fact)
        {
            return Made(new NullTestExpression(operand, wantsKnown, span));
        }

        var text = Shorten(operand.Span);
        var one = fact.Per!.ListId is null ? $"ask of a member, as in `known({text}.{fact.Per.Names[0].Id})`, or of" : "ask of";
        return Report(
            ExpressionCodes.WrongType,
            span,
            $"`{text}` has several values, of which each may be known",
            $"{one} each: `every x in {text} satisfies known(x)`");
    }

    private Expression? Grade(CallSyntax syntax)
    {
        if (syntax.Arguments is not [{ Name: null } argument])
        {
            BindAll(syntax.Arguments, NoType.Instance);
            return Report(ExpressionCodes.WrongArgumentCount, syntax.Span, "`grade` takes one fact, without a name", "write the name of a fact: `grade(annual_cost)`");
        }

        if (Bind(argument.Value) is not { } operand)
        {
            return null;
        }

        if (WithMembers(operand) is { } fact)
        {
            return Report(
                ExpressionCodes.WrongArgumentType,
                operand.Span,
                $"each value of {Quote(operand.Span)} has a grade of its own",
                fact.Per!.ListId is { } list ? $"ask for that of a record: `some x in {list} satisfies grade({fact.Id}[x]) = ...`" : $"ask for that of a member: `grade({Shorten(operand.Span)}.{fact.Per.Names[0].Id})`");
        }

        return operand switch
        {
            MemberExpression => new GradeExpression(operand, syntax.Span),
            _ when FactOf(operand) is not null => new GradeExpression(operand, syntax.Span),
            DerivedExpression derived => Report(
                ExpressionCodes.WrongArgumentType,
                operand.Span,
                $"`{derived.Fact.Id}` follows from other facts and has no grade of its own",
                "ask for the grade of a fact that it follows from"),
            _ => Report(
                ExpressionCodes.WrongArgumentType,
                operand.Span,
                $"{Quote(operand.Span)} is not a fact, so nothing is said of its evidence",
                "write the name of a fact, as in `grade(annual_cost)`, or of a member of one"),
        };
    }

    /// <summary>A bare word beside a grade: one of the four, as a text.</summary>
    private Expression? GradeWord(NameSyntax syntax) => Grades.Contains(syntax.Name, StringComparer.Ordinal)
        ? new ConstantExpression(Value.Of(syntax.Name), FactType.Text, syntax.Span)
        : Report(ExpressionCodes.UnknownMember, syntax.Span, $"`{syntax.Name}` is not a grade", Suggestion.Help(syntax.Name, Grades, "grades"));

    private bool SeesArea => _scope.Names.Areas is not null && (_scope.Owner.Kind == RuleScopeKind.Option || _scope.IsCaseOnly);

    private (DiagnosticCode Code, string Message, string Help) WhyNoArea() => _scope.Names.Areas is null
        ? (ExpressionCodes.UnknownName, "there is no `area` here: the options have none", "name the record list of the areas in the pack that is appraised: `areas: priority_areas`")
        : (ExpressionCodes.OutOfScope, "`area` is that of an option, and there is no option here", "use it in a rule of options, or in `applies_when` of a criterion");
}
