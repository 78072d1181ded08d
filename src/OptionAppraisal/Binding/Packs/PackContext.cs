using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>What the passes over a set of packs share: the documents, what was found so far, and the way to bind an expression.</summary>
internal sealed class PackContext(ImmutableArray<PackDocument> documents, DiagnosticBag bag)
{
    private static readonly ExpressionParser Parser = new(FunctionCatalogue.Names, []);

    private readonly List<Expression> _bound = [];

    /// <summary>The documents, used packs first, the root last.</summary>
    public ImmutableArray<PackDocument> Documents { get; } = documents;

    public PackDocument Root => Documents[^1];

    public DiagnosticBag Bag { get; } = bag;

    public Dictionary<string, Source> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that are defined but wrong: to use them is no further error.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>The stages of the root pack, which gates and findings name.</summary>
    public StageNames Stages { get; } = new(documents[^1], bag);

    /// <summary>The gates that were removed, and where: findings cannot read them.</summary>
    public Dictionary<string, SourceSpan> RemovedGates { get; } = new(StringComparer.Ordinal);

    /// <summary>The criteria that were removed: findings, stages and weights cannot name them.</summary>
    public RemovedCriteria RemovedCriteria { get; } = new();

    /// <summary>Every finding that is defined, also the removed and the broken ones.</summary>
    public Dictionary<string, SourceSpan> FindingPlaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The findings that were removed, and by whom: reports of stages cannot show them.</summary>
    public Dictionary<string, Removal> RemovedFindings { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that expressions see; set before the first expression is bound.</summary>
    public PackNames Names { get; set; } = null!;

    /// <summary>The entries of the map under a key of each document, each id checked.</summary>
    public IEnumerable<(PackDocument Document, MappingEntry Entry)> Entries(string key, IdRole role)
    {
        foreach (var document in Documents)
        {
            foreach (var entry in Entries(document.Keys.Map(key), role))
            {
                yield return (document, entry);
            }
        }
    }

    public IEnumerable<MappingEntry> Entries(MappingNode? map, IdRole role)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            Identifiers.Check(entry.Key, role, Bag);
            yield return entry;
        }
    }

    public ImmutableArray<SourceReference> References(KeyedMap map) => SourceBinder.References(map.NodeOf("source"), Sources, Bag);

    /// <summary>An expression that stands as the value of a key; null, with a problem, where it is wrong.</summary>
    public Expression? Bind(DocumentNode? node, NameScope scope, FactType? expected = null) =>
        Parse(node) is { } syntax ? Bind(syntax, scope, expected) : null;

    public Expression? Bind(SyntaxNode syntax, NameScope scope, FactType? expected = null) =>
        Keep(quiet => ExpressionBinder.Bind(syntax, scope, expected, quiet));

    public Expression? BindCondition(DocumentNode? node, NameScope scope) =>
        Parse(node) is { } syntax ? Keep(quiet => ExpressionBinder.BindCondition(syntax, scope, quiet)) : null;

    /// <summary>The condition that a cell states of the name that is its key.</summary>
    public Expression? BindCell(MappingEntry entry, NameScope scope)
    {
        var operand = Bind(entry.Key, scope);
        if (entry.Value is not ScalarNode scalar)
        {
            var help = entry.Value is SequenceNode ? "write `any of a, b` for several values" : "write a test such as `at least 3`, or a value";
            Bag.Add(KeyCodes.WrongKind, entry.Key.Span, $"the cell of `{Scalars.Short(entry.Key)}` takes a test, found {entry.Value.Describe}", help);
            return null;
        }

        var cell = Parser.ParseCell(scalar, Bag);
        return operand is null || cell is ErrorSyntax ? null : Keep(quiet => ExpressionBinder.BindCell(operand, cell, scope, quiet));
    }

    public ImmutableArray<TextSegment> ParseTemplate(ScalarNode scalar) => Parser.ParseTemplate(scalar, Bag);

    public SyntaxNode? Parse(DocumentNode? node)
    {
        if (node is not ScalarNode scalar)
        {
            if (node is not null)
            {
                Bag.Add(KeyCodes.WrongKind, node.Span, $"expected an expression, found {node.Describe}", "write the expression as one text, in quotes where it holds `: `, `[`, `{` or `#`");
            }

            return null;
        }

        var syntax = Parser.ParseExpression(scalar, Bag);
        return syntax is ErrorSyntax ? null : syntax;
    }

    /// <summary>The expressions of a table of a derived fact as written, to see what names are in them; nothing is reported.</summary>
    public static IEnumerable<SyntaxNode> ExpressionsIn(DocumentNode? table)
    {
        var quiet = new DiagnosticBag();
        foreach (var row in ((table as MappingNode)?.Find("rows") as SequenceNode)?.Items ?? [])
        {
            if (row is not MappingNode map)
            {
                continue;
            }

            foreach (var scalar in new[] { map.Find("when"), map.Find("value") }.OfType<ScalarNode>())
            {
                yield return Parser.ParseExpression(scalar, quiet);
            }

            foreach (var cell in (map.Find("when") as MappingNode)?.Entries ?? [])
            {
                yield return Parser.ParseExpression(cell.Key, quiet);
                if (cell.Value is ScalarNode test)
                {
                    yield return Parser.ParseCell(test, quiet);
                }
            }
        }
    }

    /// <summary>Whether any expression bound so far reads the baseline.</summary>
    public bool ReadsBaseline()
    {
        var open = new Stack<Expression>(_bound);
        while (open.TryPop(out var expression))
        {
            if (expression is OptionFactExpression { OfBaseline: true } or DerivedExpression { OfBaseline: true })
            {
                return true;
            }

            foreach (var operand in expression.Operands)
            {
                open.Push(operand);
            }
        }

        return false;
    }

    // A name whose own definition is wrong was reported there.
    private Expression? Keep(Func<DiagnosticBag, Expression?> bind)
    {
        var quiet = Bag.Aside();
        var expression = bind(quiet);
        if (quiet.Count > 0)
        {
            Bag.AddRange(quiet.ToSorted().Where(d => (d.Code != ExpressionCodes.UnknownName && d.Code != ExpressionCodes.UnknownPart) || !Broken.Contains(d.Span.Text)));
        }

        if (expression is not null)
        {
            _bound.Add(expression);
        }

        return expression;
    }
}
