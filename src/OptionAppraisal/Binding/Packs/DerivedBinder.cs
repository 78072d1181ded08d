using System.Runtime.CompilerServices;
using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>Derived facts: declared first, then each bound after those that it uses; circles are reported and printed.</summary>
internal sealed class DerivedBinder
{
    // On top of the order by names, which makes deep chains bind flat, only same-named facts of several owners bind on demand.
    private const int DeepestChain = 40;

    private readonly PackContext _context;
    private readonly List<Declaration> _declared = [];
    private readonly Dictionary<DerivedFact, Declaration> _byFact = [];
    private readonly List<Declaration> _open = [];
    private readonly List<DerivedFact> _done = [];

    private DerivedBinder(PackContext context) => _context = context;

    private enum Progress
    {
        Waiting,
        Open,
        Bound,
        Wrong,
    }

    /// <summary>Every declared derived fact, bound or not.</summary>
    public IEnumerable<DerivedFact> Declared => _declared.Select(d => d.Fact);

    public static DerivedBinder Declare(PackContext context, FactSchema schema)
    {
        var binder = new DerivedBinder(context);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            foreach (var entry in document.Keys.Map("records")?.Entries ?? [])
            {
                // The list's own keys were read with its facts.
                if (schema.FindList(entry.Key.Text) is { } list && (entry.Value as MappingNode)?.Find("derived") is MappingNode ofList)
                {
                    binder.Declare(ofList, RuleScope.RecordOf(list), counts);
                }
            }

            if (document.Keys.Entry("derived") is { } derived && KeyedMap.Read(derived.Value, PackTables.Derived, derived.Key.Span, context.Bag) is { } map)
            {
                binder.Declare(map.Map("case"), RuleScope.Case, counts);
                binder.Declare(map.Map("option"), RuleScope.Option, counts);
            }
        }

        return binder;
    }

    /// <summary>Binds them all and gives those that are sound, each after those it uses.</summary>
    public ImmutableArray<DerivedFact> BindAll()
    {
        foreach (var declaration in InOrderOfNames())
        {
            Bind(declaration.Fact);
        }

        return [.. _done];
    }

    /// <summary>Binds a derived fact if it is not bound yet; false, with a problem reported somewhere, where it is wrong.</summary>
    public bool Bind(DerivedFact fact)
    {
        var declaration = _byFact[fact];
        switch (declaration.Progress)
        {
            case Progress.Bound:
                return true;
            case Progress.Wrong:
                return false;
            case Progress.Open:
                ReportCircle(declaration);
                return false;
        }

        if (_open.Count >= DeepestChain || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _context.Bag.Add(PackCodes.Circle, fact.Span, $"`{fact.Id}` rests on derived facts that need each other more than {DeepestChain} deep", "use some facts instead");
            return false;
        }

        declaration.Progress = Progress.Open;
        _open.Add(declaration);
        var bound = TryBind(declaration);
        _open.RemoveAt(_open.Count - 1);
        if (declaration.Progress == Progress.Open)
        {
            declaration.Progress = bound ? Progress.Bound : Progress.Wrong;
        }

        if (bound)
        {
            _done.Add(fact);
        }
        else
        {
            _context.Broken.Add(fact.Id);
        }

        return bound;
    }

    private void Declare(MappingNode? node, RuleScope scope, Dictionary<string, int> counts)
    {
        foreach (var entry in _context.Entries(node, IdRole.Fact))
        {
            if (KeyedMap.Read(entry.Value, PackTables.DerivedFact, entry.Key.Span, _context.Bag) is not { } map)
            {
                _context.Broken.Add(entry.Key.Text);
                continue;
            }

            var index = counts.GetValueOrDefault(scope.ToString());
            counts[scope.ToString()] = index + 1;
            var fact = new DerivedFact(entry.Key.Text, scope, index, map.Text("title"), entry.Key.Span) { Sources = _context.References(map) };
            CheckKeys(entry.Key.Span, map);
            var declaration = new Declaration(fact, map, _context.Parse(map.NodeOf("value")));
            _declared.Add(declaration);
            _byFact.Add(fact, declaration);
        }
    }

    private void CheckKeys(SourceSpan owner, KeyedMap map)
    {
        if (map.Entry("table") is { } table && map.Node.Find("value") is not null)
        {
            _context.Bag.Add(PackCodes.RowKeys, table.Key.Span, "a derived fact has `value` or `table`, not both", "keep one of them");
        }
        else if (map.Node.Find("table") is null && map.Node.Find("value") is null)
        {
            _context.Bag.Add(KeyCodes.MissingKey, owner, "`value` is missing from a derived fact", "add `value:`, the expression that gives it, or a `table:` whose rows give it");
        }
    }

    private bool TryBind(Declaration declaration)
    {
        var map = declaration.Map;
        var unit = TypeReader.Unit(map.Scalar("unit"), _context.Bag);
        var scope = new NameScope(_context.Names, declaration.Fact.Scope);
        var value = declaration.Syntax is { } syntax ? _context.Bind(syntax, scope)
            : map.Entry("table") is { } table && !map.Has("value") ? new DerivedTableBinder(_context, scope).Bind(table)
            : null;
        if (value is null || unit is null)
        {
            return false;
        }

        var declared = map.Has("unit") ? unit : null;
        if (TypeOf(declaration, value.Type, declared) is not { } type)
        {
            return false;
        }

        declaration.Fact.Bind(value, type);
        return true;
    }

    private FactType? TypeOf(Declaration declaration, FactType inferred, Unit? declared)
    {
        switch (inferred)
        {
            case NumberType number when number.Unit is null || declared is null || number.Unit.Equals(declared):
                return new NumberType(declared ?? number.Unit ?? Unit.None);
            case NumberType number:
                _context.Bag.Add(
                    PackCodes.UnitDiffers, declaration.Map.SpanOf("unit"), $"`{declaration.Fact.Id}` is declared in `{declared}`, its expression gives {InWords(number.Unit!)}",
                    number.Unit!.IsNone ? "take `unit` out, or write `ratio`" : $"write `unit: {number.Unit}`, or change the expression");
                return null;
            case ListType { Element: NumberType } list:
                return TypeOf(declaration, list.Element, declared) is { } element ? new ListType(element) : null;
            case NullType or ListType { Element: NullType }:
                _context.Bag.Add(PackCodes.WrongType, declaration.Map.SpanOf(declaration.Map.Has("table") ? "table" : "value"), $"`{declaration.Fact.Id}` can never be known", "write an expression that gives a value");
                return null;
            case var _ when declared is not null:
                _context.Bag.Add(PackCodes.UnitDiffers, declaration.Map.SpanOf("unit"), $"`{declaration.Fact.Id}` is a {inferred} and has no unit", "take `unit` out");
                return null;
            default:
                return inferred;
        }
    }

    private static string InWords(Unit unit) => unit.IsNone ? "no unit" : $"`{unit}`";

    private void ReportCircle(Declaration start)
    {
        var circle = _open.Skip(_open.IndexOf(start)).ToList();
        foreach (var declaration in circle)
        {
            declaration.Progress = Progress.Wrong;
            _context.Broken.Add(declaration.Fact.Id);
        }

        // Told from the one that is declared first, wherever the circle was entered.
        var first = circle.MinBy(_declared.IndexOf)!;
        var at = circle.IndexOf(first);
        var told = circle.Skip(at).Concat(circle.Take(at)).Append(first);
        _context.Bag.Add(
            PackCodes.Circle, first.Fact.Span, $"derived facts in a circle: {string.Join(" -> ", told.Select(Named))}",
            "let one of them rest on facts alone");
    }

    private static string Named(Declaration declaration) =>
        declaration.Fact.Scope.List is { } list ? $"{list.Id}.{declaration.Fact.Id}" : declaration.Fact.Id;

    // Depth first by the names that stand in each expression, without recursion: a chain of thousands binds flat.
    private List<Declaration> InOrderOfNames()
    {
        var byName = _declared.ToLookup(d => d.Fact.Id, StringComparer.Ordinal);
        var seen = new HashSet<Declaration>();
        var ordered = new List<Declaration>();
        var open = new Stack<(Declaration Declaration, IEnumerator<Declaration> Needs)>();
        foreach (var root in _declared)
        {
            Open(root);
            while (open.TryPeek(out var top))
            {
                if (top.Needs.MoveNext())
                {
                    Open(top.Needs.Current);
                }
                else
                {
                    ordered.Add(open.Pop().Declaration);
                }
            }
        }

        return ordered;

        void Open(Declaration declaration)
        {
            if (seen.Add(declaration))
            {
                open.Push((declaration, SyntaxesOf(declaration).SelectMany(NamesIn).SelectMany(n => byName[n]).GetEnumerator()));
            }
        }
    }

    private static IEnumerable<SyntaxNode> SyntaxesOf(Declaration declaration) =>
        declaration.Syntax is { } syntax ? [syntax] : PackContext.ExpressionsIn(declaration.Map.Map("table"));

    private static IEnumerable<string> NamesIn(SyntaxNode syntax)
    {
        var open = new Stack<SyntaxNode>();
        open.Push(syntax);
        while (open.TryPop(out var node))
        {
            if (node is NameSyntax name)
            {
                yield return name.Name;
            }

            foreach (var child in ChildrenOf(node))
            {
                open.Push(child);
            }
        }
    }

    private static IEnumerable<SyntaxNode> ChildrenOf(SyntaxNode node) => node switch
    {
        PathSyntax path => [path.Target, path.Name],
        NegateSyntax negate => [negate.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        BetweenSyntax between => [between.Operand, between.Low, between.High],
        InSyntax @in => [@in.Operand, .. @in.Tests],
        UnaryTestSyntax test => [test.Operand],
        NotTestsSyntax not => not.Tests,
        TestListSyntax tests => tests.Tests,
        RangeSyntax range => [range.Low, range.High],
        IfSyntax @if => [@if.Condition, @if.Then, @if.Else],
        QuantifiedSyntax quantified => [.. quantified.Iterators, quantified.Condition],
        ForSyntax @for => [.. @for.Iterators, @for.Body],
        IteratorSyntax iterator => iterator.To is { } to ? [iterator.List, to] : [iterator.List],
        BracketSyntax bracket => [bracket.Target, bracket.Inner],
        CallSyntax call => call.Arguments,
        ArgumentSyntax argument => [argument.Value],
        ListSyntax list => list.Items,
        _ => [],
    };

    private sealed class Declaration(DerivedFact fact, KeyedMap map, SyntaxNode? syntax)
    {
        public DerivedFact Fact { get; } = fact;

        public KeyedMap Map { get; } = map;

        public SyntaxNode? Syntax { get; } = syntax;

        public Progress Progress { get; set; }
    }
}
