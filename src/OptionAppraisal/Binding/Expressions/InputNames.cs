using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>The inputs of a single expression as facts: each has the type of its value, and what is not known is of any type.</summary>
internal static class InputNames
{
    /// <summary>The facts of named values, in their order; what cannot be one is reported.</summary>
    /// <param name="inputs">The names with their values.</param>
    /// <param name="place">Where problems are told.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static ImmutableArray<FactDefinition> Define(IReadOnlyDictionary<string, Value> inputs, SourceSpan place, DiagnosticBag bag)
    {
        var facts = ImmutableArray.CreateBuilder<FactDefinition>(inputs.Count);
        foreach (var (name, value) in inputs)
        {
            if (!CanBeWritten(name))
            {
                bag.Add(
                    InputCodes.WrongName,
                    place,
                    $"an input cannot be called `{name}`",
                    "start its name with a letter, put no word of the language, quote or line break in its place, and part its words by one space");
            }
            else if (TypeOf(value) is not { } type)
            {
                bag.Add(
                    InputCodes.MixedList,
                    place,
                    $"the elements of the input `{name}` are of different types",
                    "give a list whose elements are all numbers, all texts, all dates, all true or false, or all lists of one such type");
            }
            else
            {
                facts.Add(new FactDefinition { Id = name, Index = facts.Count, Type = type });
            }
        }

        return facts.DrainToImmutable();
    }

    // Null: a list of different types.
    private static FactType? TypeOf(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Unknown:
                return FactType.Null;
            case ValueKind.Number:
                return FactType.PlainNumber;
            case ValueKind.Boolean:
                return FactType.Boolean;
            case ValueKind.Text:
                return FactType.Text;
            case ValueKind.Date:
                return FactType.Date;
            case ValueKind.List:
                FactType? element = FactType.Null;
                foreach (var item in value.List.Items)
                {
                    element = TypeOf(item) is { } type ? TypeAgreement.Unify(element, type) : null;
                    if (element is null)
                    {
                        return null;
                    }
                }

                return new ListType(element);
            default:
                throw new ArgumentException("an input is a number, a text, a date, true or false, a list of these, or not known", nameof(value));
        }
    }

    // Words of letters, digits and DMN's further signs, parted by single spaces.
    private static bool CanBeWritten(string name)
    {
        if (NameTable.WordLength(name, 0, name.Length) == 0 || name.EndsWith(' ') || name.Contains("  ", StringComparison.Ordinal) || Keywords.All.ContainsKey(name))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!NameTable.IsPart(c) && c is not (' ' or '.' or '/' or '-' or '\'' or '+' or '*' or '\u2019' or '?'))
            {
                return false;
            }
        }

        return true;
    }
}
