using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// `a.b`: what a record, a date, this, the baseline or a conclusion has; on a list it is asked of each element.
internal sealed partial class BindingPass
{
    private static readonly ImmutableArray<string> DateParts = ["year", "month", "day", "weekday"];

    private Expression? Path(PathSyntax path)
    {
        if (path.Target is NameSyntax target && Find(target.Name).Sight == Sight.None)
        {
            switch (target.Name)
            {
                case "this" when _scope.Owner.Kind != RuleScopeKind.Case:
                    return PartOfThis(path.Name, path.Span);
                case "baseline":
                    return PartOfBaseline(path.Name, path.Span);
                case var name when Conclusions.Contains(name, StringComparer.Ordinal):
                    return Conclusion(name, path.Name, path.Span);
                case var name when Owners.Contains(name, StringComparer.Ordinal):
                    return Report(
                        ExpressionCodes.NotAnExpression,
                        path.Span,
                        $"`{name}.{path.Name.Name}` is a path of a case, not an expression",
                        Find(path.Name.Name).Sight == Sight.None && name != "records"
                            ? "write the bare name of what you mean"
                            : $"write the bare name: `{path.Name.Name}`");
            }
        }

        return Bind(path.Target) is { } bound ? Part(bound, path.Name, path.Span) : null;
    }

    private Expression? Part(Expression target, NameSyntax name, SourceSpan span)
    {
        if (IsMember(target, name.Name, span, out var value))
        {
            return value;
        }

        switch (target.Type)
        {
            case ReferenceType reference:
                var members = _scope.Names.OfRecord(reference.ListId);
                return members.TryGetValue(name.Name, out var member)
                    ? MemberOf(target, member, span)
                    : NoPart(name, $"a record of `{reference.ListId}`", members.Keys, "facts");
            case DateType:
                return DateParts.IndexOf(name.Name) is var index and >= 0
                    ? Made(new PropertyExpression(target, (DateProperty)index, span))
                    : NoPart(name, "a date", DateParts, "parts");
            case ListType { Element: ReferenceType or DateType } list:
                var slot = NextSlot;
                return Part(new LocalExpression(slot, Frame.Item, list.Element, target.Span), name, span) is { } body
                    ? new ForExpression(slot, target, body, false, new ListType(body.Type), span)
                    : null;
            case NullType when target is not ConstantExpression:
                return target;
            case var _ when WithMembers(target) is { } fact:
                return NoMember(name, fact);
            default:
                return Report(
                    ExpressionCodes.UnknownPart,
                    name.Span,
                    $"{Quote(target.Span)} is {TypeAgreement.Describe(target.Type)} and has no `{name.Name}`",
                    "only records and dates have parts");
        }
    }

    private Expression? PartOfThis(NameSyntax name, SourceSpan span)
    {
        if (_scope.TryOwn(name.Name, out var member))
        {
            return Own(member, span);
        }

        return NoPart(name, _scope.Owner.Kind == RuleScopeKind.Option ? "the option" : $"a record of `{_scope.Owner.List!.Id}`", _scope.OwnNames, "facts");
    }

    private Expression? PartOfBaseline(NameSyntax name, SourceSpan span)
    {
        if (_scope.IsCaseOnly)
        {
            return Report(ExpressionCodes.OutOfScope, span, "`baseline` is an option, and only facts of the case are read here", "use facts of the case alone");
        }

        if (_scope.Names.Areas is not null && _scope.Owner.Kind != RuleScopeKind.Option)
        {
            return Report(ExpressionCodes.OutOfScope, span, "each area has its own `baseline`, and there is no option here to say which", "compare with it in a rule of options");
        }

        if (!_scope.Names.OfOption.TryGetValue(name.Name, out var member))
        {
            return NoPart(name, "the baseline option", _scope.Names.OfOption.Keys, "facts");
        }

        return member.Derived is not { } derived
            ? new OptionFactExpression(member.Fact!, true, span)
            : IsBound(derived) ? new DerivedExpression(derived, true, span) : null;
    }

    private Expression? NoPart(NameSyntax name, string owner, IEnumerable<string> parts, string kind) =>
        Report(ExpressionCodes.UnknownPart, name.Span, $"{owner} has no `{name.Name}`", _bag.Suggest(name.Name, parts, kind));

    private Expression? Conclusion(string kind, NameSyntax name, SourceSpan span)
    {
        var written = $"`{kind}.{name.Name}`";
        if (!_scope.IsFinding)
        {
            return Report(
                ExpressionCodes.ConclusionOutsideFinding,
                span,
                $"{written} is a conclusion, which only findings read",
                "use the facts that lead to it, or say it in a finding");
        }

        if (kind == "gates")
        {
            return GateConclusion(name, written, span);
        }

        if (_scope.Names.RemovedCriterion(name.Name) is var (words, place))
        {
            return Report(ExpressionCodes.UnknownConclusion, name.Span, $"the criterion `{name.Name}` {words}", $"remove the finding too, or keep the criterion: {place}");
        }

        var criteria = _scope.Names.Criteria;
        if (criteria.FirstOrDefault(c => c.Id == name.Name) is not { } criterion)
        {
            return Report(ExpressionCodes.UnknownConclusion, name.Span, $"there is no criterion `{name.Name}`", _bag.Suggest(name.Name, criteria.Select(c => c.Id), "criteria"));
        }

        if (_scope.Owner.Kind != RuleScopeKind.Option)
        {
            return OfNoOption(written, span);
        }

        if (kind == "scores")
        {
            return new ConclusionExpression(ConclusionKind.Score, name.Name, FactType.PlainNumber, span);
        }

        return criterion.IsJudged
            ? new ConclusionExpression(ConclusionKind.Dissent, name.Name, FactType.Boolean, span)
            : Report(
                ExpressionCodes.UnknownConclusion,
                name.Span,
                $"`{name.Name}` is not a judged criterion, so nobody can dissent",
                _bag.Suggest(name.Name, criteria.Where(c => c.IsJudged).Select(c => c.Id), "judged criteria"));
    }

    private Expression? GateConclusion(NameSyntax name, string written, SourceSpan span)
    {
        if (_scope.Names.RemovedGates.TryGetValue(name.Name, out var removal))
        {
            return Report(
                ExpressionCodes.UnknownConclusion, name.Span, $"the gate `{name.Name}` is removed",
                $"remove the finding too, or keep the gate: `{removal.Text}` stands under `removes:` in `{removal.Path}`");
        }

        if (_scope.Names.Gates.FirstOrDefault(g => g.Id == name.Name) is not { } gate)
        {
            return Report(ExpressionCodes.UnknownConclusion, name.Span, $"there is no gate `{name.Name}`", _bag.Suggest(name.Name, _scope.Names.Gates.Select(g => g.Id), "gates"));
        }

        return gate.IsOfCase || _scope.Owner.Kind == RuleScopeKind.Option
            ? new ConclusionExpression(ConclusionKind.Gate, name.Name, FactType.Boolean, span)
            : OfNoOption(written, span);
    }

    private Expression? OfNoOption(string written, SourceSpan span) =>
        Report(ExpressionCodes.OutOfScope, span, $"{written} is concluded for each option, and there is no option here", "give the finding `scope: option`");
}
