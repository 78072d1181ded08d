using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The type of a fact: `type` with `of`, `to` and `unit`.</summary>
internal static class TypeReader
{
    private static readonly ImmutableArray<string> Types = ["number", "boolean", "text", "choice", "date", "reference", "list"];

    private static readonly ImmutableArray<string> LaterTypes = ["percent", "duration", "time"];

    // What other languages call our types.
    private static readonly ImmutableArray<(string Word, string Type)> Elsewhere =
    [
        ("string", "text"), ("bool", "boolean"), ("flag", "boolean"), ("int", "number"), ("integer", "number"), ("decimal", "number"), ("float", "number"),
        ("money", "number"), ("enum", "choice"), ("array", "list"), ("ref", "reference"), ("datetime", "date"),
    ];

    /// <summary>The type, or null with a problem.</summary>
    /// <param name="map">The map of the fact or element.</param>
    /// <param name="lists">The record lists that references may name.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static FactType? Read(KeyedMap map, IReadOnlyCollection<string> lists, DiagnosticBag bag)
    {
        if (map.Scalar("type") is not { } word)
        {
            return null;
        }

        Allow(map, "of", word.Text is "choice" or "list", bag);
        Allow(map, "to", word.Text is "reference", bag);
        Allow(map, "unit", word.Text is "number", bag);
        return word.Text switch
        {
            "number" => Unit(map.Scalar("unit"), bag) is { } unit ? new NumberType(unit) : null,
            "boolean" => FactType.Boolean,
            "text" => FactType.Text,
            "date" => FactType.Date,
            "choice" => Choice(map, bag),
            "reference" => Reference(map, lists, bag),
            "list" => Element(map, lists, bag) is { } element ? new ListType(element) : null,
            _ => Unknown(word, bag),
        };
    }

    /// <summary>A unit; none where nothing is written; null, with a problem, for what is not a unit.</summary>
    public static Unit? Unit(ScalarNode? node, DiagnosticBag bag)
    {
        if (node is null)
        {
            return Facts.Unit.None;
        }

        if (node.Text.Length <= 60 && Facts.Unit.TryParse(node.Text, out var unit))
        {
            return unit;
        }

        bag.Add(PackCodes.BadUnit, node.Span, $"`{Scalars.Short(node)}` is not a unit", "write words joined by `*` and `/`, such as `GBP/year`, `FTE` or `ratio`");
        return null;
    }

    private static void Allow(KeyedMap map, string key, bool allowed, DiagnosticBag bag)
    {
        if (!allowed && map.Entry(key) is { } entry && map.Scalar("type") is { } type && Types.Contains(type.Text, StringComparer.Ordinal))
        {
            bag.Add(PackCodes.TypeKey, entry.Key.Span, $"a {type.Text} has no `{key}`", $"take `{key}` out, or change the type");
        }
    }

    private static FactType? Unknown(ScalarNode word, DiagnosticBag bag)
    {
        if (LaterTypes.Contains(word.Text, StringComparer.Ordinal))
        {
            bag.Add(KeyCodes.NotInThisVersion, word.Span, $"the type `{word.Text}` is not in this version", "use a number with a unit");
            return null;
        }

        var known = Elsewhere.FirstOrDefault(e => string.Equals(e.Word, word.Text, StringComparison.OrdinalIgnoreCase)).Type;
        bag.Add(PackCodes.UnknownType, word.Span, $"unknown type `{Scalars.Short(word)}`", known is null ? Suggestion.Help(word.Text, Types, "types") : $"did you mean `{known}`?");
        return null;
    }

    /// <summary>What a fact has one value for each of; null, with a problem, where that is wrong.</summary>
    public static PerMembers? Per(DocumentNode node, IReadOnlyCollection<string> lists, DiagnosticBag bag)
    {
        if (node is not ScalarNode list)
        {
            return Members(node, "`per`", bag) is { } names ? new PerMembers(names, null) : null;
        }

        if (lists.Contains(list.Text, StringComparer.Ordinal))
        {
            return new PerMembers([], list.Text);
        }

        var near = Suggestion.Nearest(list.Text, lists);
        bag.Add(
            PackCodes.UnknownRecordList, list.Span, $"unknown record list `{Scalars.Short(list)}`",
            near is null ? $"name a record list, or the members themselves: `per: [{(Identifiers.IsWellFormed(list.Text) && list.Text.Length <= 30 ? list.Text : "aims")}, ...]`" : $"did you mean `{near}`?");
        return null;
    }

    private static ChoiceType? Choice(KeyedMap map, DiagnosticBag bag)
    {
        if (map.NodeOf("of") is { } node)
        {
            return Members(node, "the choice", bag) is { } members ? new ChoiceType(members) : null;
        }

        Missing(map, "of", "a choice names its members: `of: [first, second]`, or a map to titles", bag);
        return null;
    }

    private static ImmutableArray<ChoiceMember>? Members(DocumentNode node, string owner, DiagnosticBag bag)
    {
        var members = ImmutableArray.CreateBuilder<ChoiceMember>();
        var ids = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var key = owner == "the choice" ? "of" : "per";
        switch (node)
        {
            case MappingNode titled:
                foreach (var entry in titled.Entries)
                {
                    Member(entry.Key, entry.Value);
                }

                break;
            case SequenceNode plain:
                foreach (var item in plain.Items)
                {
                    Member(item, null);
                }

                break;
            case var other:
                bag.Add(KeyCodes.WrongKind, other.Span, $"the members of {owner} are a list, or a map to titles, found {other.Describe}", $"write `{key}: [first, second]`, or `{key}: {{ first: Its title }}`");
                return null;
        }

        if (members.Count == 0)
        {
            bag.Add(PackCodes.Nothing, node.Span, $"{owner} has no members", $"write `{key}: [first, second]`, or a map to titles");
            return null;
        }

        return members.ToImmutable();

        void Member(DocumentNode written, DocumentNode? title)
        {
            if (written is not ScalarNode { IsEmpty: false } id)
            {
                bag.Add(KeyCodes.WrongKind, written.Span, $"expected a member of {owner}, found {written.Describe}", $"write the members alone, `{key}: [first, second]`, or all with titles, `{key}: {{ first: Its title }}`");
                return;
            }

            Identifiers.Check(id, IdRole.Member, bag);
            if (title is not null and not ScalarNode)
            {
                bag.Add(KeyCodes.WrongKind, title.Span, $"expected the title of `{id.Text}`, found {title.Describe}", "write the title as one text");
            }

            if (!ids.TryAdd(id.Text, id.Span))
            {
                bag.Add(PackCodes.DefinedTwice, id.Span, $"the member `{id.Text}` stands twice", "take one of them out", ids[id.Text]);
                return;
            }

            members.Add(new ChoiceMember(id.Text, title is ScalarNode { IsEmpty: false } text ? text.Text : null));
        }
    }

    private static ReferenceType? Reference(KeyedMap map, IReadOnlyCollection<string> lists, DiagnosticBag bag)
    {
        if (map.Scalar("to") is not { } to)
        {
            Missing(map, "to", "a reference names its record list: `to: bodies`", bag);
            return null;
        }

        if (lists.Contains(to.Text, StringComparer.Ordinal))
        {
            return new ReferenceType(to.Text);
        }

        bag.Add(PackCodes.UnknownRecordList, to.Span, $"unknown record list `{Scalars.Short(to)}`", bag.Suggest(to.Text, lists, "record lists"));
        return null;
    }

    private static FactType? Element(KeyedMap map, IReadOnlyCollection<string> lists, DiagnosticBag bag)
    {
        switch (map.NodeOf("of"))
        {
            case null:
                Missing(map, "of", "a list names the type of its elements: `of: text`, or `of: { type: reference, to: services }`", bag);
                return null;
            case ScalarNode word when word.Text is "number" or "boolean" or "text" or "date":
                return word.Text switch
                {
                    "number" => FactType.PlainNumber,
                    "boolean" => FactType.Boolean,
                    "text" => FactType.Text,
                    _ => FactType.Date,
                };
            case ScalarNode word when word.Text is "choice" or "reference" or "list":
                bag.Add(PackCodes.TypeKey, word.Span, $"the type of the elements needs more than `{word.Text}`", $"write `of: {{ type: {word.Text}, ... }}`");
                return null;
            case ScalarNode word:
                return Unknown(word, bag);
            case var node:
                return KeyedMap.Read(node, PackTables.ElementType, map.SpanOf("of"), bag) is { } element ? Read(element, lists, bag) : null;
        }
    }

    // An `of` or `to` that is there and wrong was reported where it stands.
    private static void Missing(KeyedMap map, string key, string help, DiagnosticBag bag)
    {
        if (map.Node.Find(key) is null)
        {
            bag.Add(KeyCodes.MissingKey, map.Owner, $"`{key}` is missing from a {map.Text("type")}", help);
        }
    }
}
