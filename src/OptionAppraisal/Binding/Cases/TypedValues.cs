using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>Values of facts as written, read by their type.</summary>
/// <param name="bag">Collects what is wrong.</param>
/// <param name="find">The record of a list by its id, reporting where there is none; null where no records can be named.</param>
internal sealed class TypedValues(DiagnosticBag bag, Func<string, ScalarNode, CaseRecord?>? find)
{
    private const int LongestList = 10_000;

    /// <summary>A value; an empty one is not known, and so is, with a problem, one that does not fit.</summary>
    public Value Read(DocumentNode node, FactType type)
    {
        if (node is ScalarNode { IsEmpty: true })
        {
            return Value.Unknown;
        }

        switch (type)
        {
            case NumberType:
                return Scalars.Number(node, bag) is { } number ? Value.Of(number) : Value.Unknown;
            case BooleanType:
                return Scalars.Boolean(node, bag) is { } boolean ? Value.Of(boolean) : Value.Unknown;
            case DateType:
                return Scalars.Date(node, bag) is { } date ? Value.Of(date) : Value.Unknown;
            case ListType list:
                return List(node, list);
            case TextType when node is ScalarNode text:
                return Value.Of(text.Text);
            case ChoiceType choice when node is ScalarNode member:
                return Member(member, choice);
            case ReferenceType reference when node is ScalarNode id:
                return Reference(id, reference);
            default:
                bag.Add(KeyCodes.WrongKind, node.Span, $"expected {Describe(type)}, found {node.Describe}", $"write {Describe(type)} alone");
                return Value.Unknown;
        }
    }

    private static string Describe(FactType type) => type switch
    {
        TextType => "a text",
        ChoiceType => "a member of the choice",
        ReferenceType reference => $"the id of one of `{reference.ListId}`",
        _ => $"a {type}",
    };

    private Value List(DocumentNode node, ListType type)
    {
        if (node is not SequenceNode sequence)
        {
            bag.Add(KeyCodes.WrongKind, node.Span, $"expected a list, found {node.Describe}", node is ScalarNode one ? $"write `[{Scalars.Short(one)}]`" : "write the elements between `[` and `]`, parted by commas");
            return Value.Unknown;
        }

        if (sequence.Items.Length > LongestList)
        {
            bag.Add(CaseCodes.ListTooLong, node.Span, $"the list has {sequence.Items.Length.ToString(CultureInfo.InvariantCulture)} elements, the limit is 10000", "give fewer elements");
            return Value.Unknown;
        }

        var items = ImmutableArray.CreateBuilder<Value>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            items.Add(Read(item, type.Element));
        }

        return Value.Of(new ValueList(items.MoveToImmutable()));
    }

    private Value Member(ScalarNode member, ChoiceType choice)
    {
        if (choice.Has(member.Text))
        {
            return Value.ChoiceOf(member.Text);
        }

        bag.Add(KeyCodes.UnknownMember, member.Span, $"`{Scalars.Short(member)}` is not a member of the choice", bag.Suggest(member.Text, choice.Members.Select(m => m.Id), "members"));
        return Value.Unknown;
    }

    private Value Reference(ScalarNode id, ReferenceType reference)
    {
        if (find is null)
        {
            bag.Add(KeyCodes.WrongKind, id.Span, "a reference has no default: the case supplies the records", "take the default out");
            return Value.Unknown;
        }

        return find(reference.ListId, id) is { } record ? Value.Of(record) : Value.Unknown;
    }
}
