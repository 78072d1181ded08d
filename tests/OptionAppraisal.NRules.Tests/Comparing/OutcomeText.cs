using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.NRules.Tests.Comparing;

// All that an outcome says: the published report, and every member of every result below it, those that no report shows too.
internal sealed class OutcomeText
{
    private const int MostDepth = 40;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];
    private readonly StringBuilder _text = new();

    private OutcomeText()
    {
    }

    public static string Of(AppraisalOutcome outcome)
    {
        var text = new OutcomeText();
        text.Write(outcome.Diagnostics, 0);
        if (outcome.Result is { } result)
        {
            foreach (var stage in result.EarlierStages.Append(result))
            {
                text._text.Append('\n').Append(AppraisalJson.Format(stage));
            }
        }

        text.Write(outcome.Result, 0);
        return text._text.ToString();
    }

    private void Write(object? item, int depth)
    {
        switch (item)
        {
            case null:
                _text.Append('-');
                break;
            case string or decimal or int or bool or Enum or DateOnly:
                _text.Append('`').Append(CultureInfo.InvariantCulture, $"{item}").Append('`');
                break;
            case Value value:
                _text.Append(value.Kind).Append(' ').Append(value);
                break;
            case SourceSpan:
                _text.Append(item);
                break;
            case Diagnostic problem:
                _text.Append('\n').Append(problem).Append(" | ").Append(problem.Help).Append(" | ").Append(problem.First);
                break;
            case IEnumerable items:
                WriteItems(items, depth);
                break;
            case var _ when item.GetType().Namespace == "OptionAppraisal.Results" || item is UndefinedPlace or BodyDecision:
                WriteMembers(item, depth);
                break;
            default:
                _text.Append(item.GetType().Name).Append(' ').Append(NameOf(item));
                break;
        }
    }

    private void WriteItems(IEnumerable items, int depth)
    {
        if (item_IsDefault(items))
        {
            _text.Append("[default]");
            return;
        }

        _text.Append('[');
        foreach (var item in items)
        {
            Write(item, depth + 1);
            _text.Append(", ");
        }

        _text.Append(']');

        static bool item_IsDefault(IEnumerable items) => items.GetType().GetProperty("IsDefault")?.GetValue(items) is true;
    }

    private void WriteMembers(object item, int depth)
    {
        if (depth > MostDepth)
        {
            throw new InvalidOperationException($"{item.GetType().Name} goes too deep");
        }

        _text.Append('\n').Append(' ', depth).Append(item.GetType().Name);
        foreach (var member in Members.GetOrAdd(item.GetType(), static t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)]))
        {
            _text.Append(' ').Append(member.Name).Append('=');
            Write(member.GetValue(item), depth + 1);
        }
    }

    // Things of the pack and the case are the same objects for both engines: their names are enough.
    private static object NameOf(object item) => item.GetType().GetProperty("Id")?.GetValue(item) ?? item.GetType().GetProperty("Span")?.GetValue(item) ?? item;
}
