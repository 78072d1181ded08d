using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Names that mean nothing here: what the author may have meant, the nearest reason first.
internal sealed partial class BindingPass
{
    private Expression? Unknown(NameSyntax syntax, FactType? expected)
    {
        var name = syntax.Name;
        if (WhyNot(name) is { } reason)
        {
            return Report(reason.Code, syntax.Span, reason.Message, reason.Help);
        }

        if (expected is ChoiceType choice)
        {
            return Report(
                ExpressionCodes.UnknownMember,
                syntax.Span,
                $"`{name}` is not a member of the choice",
                _bag.Suggest(name, choice.Members.Select(m => m.Id), "members"));
        }

        var help = HelpForName(name);
        if (expected is TextType && !help.StartsWith("did you mean", StringComparison.Ordinal))
        {
            help = $"if it is a text, write it as `'\"{name}\"'`: the inner quotes make it a text";
        }

        return Report(ExpressionCodes.UnknownName, syntax.Span, $"there is no `{name}` here", help);
    }

    private (DiagnosticCode Code, string Message, string Help)? WhyNot(string name)
    {
        if (name is "area" && !_scope.IsBare)
        {
            return WhyNoArea();
        }

        if (name is "item")
        {
            return (ExpressionCodes.UnknownName, "`item` is the element inside brackets, and there are none here", "write it inside brackets, as in `xs[item > 1]`");
        }

        if (name is "this")
        {
            return _scope.Owner.Kind switch
            {
                RuleScopeKind.Option => (ExpressionCodes.NotAValue, "`this` is the option, which is not a value itself", "write `this.` and the name of one of its facts"),
                _ => (ExpressionCodes.OutOfScope, "a rule of the case has no `this`", "write the bare name of a fact of the case"),
            };
        }

        if (name is "baseline")
        {
            return (ExpressionCodes.NotAValue, "`baseline` is an option, which is not a value itself", "write `baseline.` and the name of one of its facts");
        }

        if (name is "is_baseline")
        {
            return (ExpressionCodes.OutOfScope, "`is_baseline` asks about an option, and there is none here", "only rules of options read it");
        }

        if (Owners.Contains(name, StringComparer.Ordinal))
        {
            return (ExpressionCodes.NotAnExpression, $"`{name}` is not a value", "write the bare name of a fact, parameter or record list");
        }

        if (Conclusions.Contains(name, StringComparer.Ordinal))
        {
            return (ExpressionCodes.NotAValue, $"`{name}` is not a value itself", $"write `{name}.` and the id of a {(name == "gates" ? "gate" : "criterion")}");
        }

        return WhyNotOfAnother(name);
    }

    private (DiagnosticCode Code, string Message, string Help)? WhyNotOfAnother(string name)
    {
        if (_scope.Owner.Kind != RuleScopeKind.Option && _scope.Names.OfOption.ContainsKey(name))
        {
            return (
                ExpressionCodes.OutOfScope,
                $"`{name}` is a fact of options, and there is no option here",
                _scope.IsCaseOnly ? "use facts of the case alone" : $"use it in a rule of options, or write `baseline.{name}` for that of the baseline");
        }

        if (FunctionCatalogue.Names.Contains(name, StringComparer.Ordinal) || name is "not" or "known" or "grade")
        {
            return (ExpressionCodes.FunctionAsValue, $"`{name}` is a function, not a value", $"write its arguments in brackets: `{name}(...)`");
        }

        if (_scope.Names.Criteria.Any(c => c.Id == name))
        {
            return (ExpressionCodes.UnknownName, $"`{name}` is a criterion, not a fact", _scope.IsFinding ? $"write `scores.{name}` for its score" : $"only findings read scores, as `scores.{name}`; elsewhere use the facts behind it");
        }

        if (_scope.Names.Gates.Any(g => g.Id == name))
        {
            return (ExpressionCodes.UnknownName, $"`{name}` is a gate, not a fact", _scope.IsFinding ? $"write `gates.{name}` for whether it is met" : $"only findings read gates, as `gates.{name}`; elsewhere use the facts behind it");
        }

        foreach (var list in _scope.Names.Schema.RecordLists)
        {
            if (name is not ("id" or "title") && _scope.Names.OfRecord(list.Id).ContainsKey(name))
            {
                return (ExpressionCodes.UnknownName, $"`{name}` is a fact of each record of `{list.Id}`", $"write `{list.Id}.{name}` for the list of them, or name a record, as in `some x in {list.Id} satisfies x.{name} ...`");
            }
        }

        return null;
    }

    private string HelpForName(string name)
    {
        var word = name switch
        {
            "yes" or "Yes" or "on" or "True" or "TRUE" => "true",
            "no" or "No" or "off" or "False" or "FALSE" => "false",
            "nil" or "Null" or "NULL" or "unknown" => "null",
            _ => null,
        };
        if (word is not null)
        {
            return $"did you mean `{word}`?";
        }

        return _scope.IsBare && _frames is null && _scope.Names.OfCase.Count == 0 ? $"give `{name}` a value among the inputs" : _bag.Suggest(name, VisibleNames(), "names");
    }

    private IEnumerable<string> VisibleNames()
    {
        for (var frame = _frames; frame is not null; frame = frame.Outer)
        {
            yield return frame.Name;
            if (frame.IsItem && frame.Type is ReferenceType reference)
            {
                foreach (var name in _scope.Names.OfRecord(reference.ListId).Keys)
                {
                    yield return name;
                }
            }
        }

        foreach (var name in _scope.VisibleNames)
        {
            yield return name;
        }
    }
}
