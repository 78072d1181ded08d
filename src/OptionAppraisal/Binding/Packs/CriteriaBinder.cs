using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The value tree: first its shape, then weights, then how leaves are scored.</summary>
internal sealed class CriteriaBinder
{
    private readonly PackContext _context;
    private readonly Overrides _overrides;
    private readonly Dictionary<string, SourceSpan> _places = new(StringComparer.Ordinal);
    private int _next;

    private CriteriaBinder(PackContext context, Overrides overrides)
    {
        _context = context;
        _overrides = overrides;
    }

    /// <summary>The top criteria, used packs first.</summary>
    public List<CriterionDraft> Top { get; } = [];

    /// <summary>All criteria, depth first.</summary>
    public IEnumerable<CriterionDraft> All => Top.SelectMany(Flatten);

    /// <summary>The tree without what is removed; that is remembered, and no more.</summary>
    public static CriteriaBinder Declare(PackContext context, Overrides overrides)
    {
        var binder = new CriteriaBinder(context, overrides);
        foreach (var document in context.Documents)
        {
            if (document.Keys.Entry("criteria") is { Value: MappingNode map } entry)
            {
                binder.Declare(entry.Key, map, document, null);
            }
        }

        return binder;
    }

    public ImmutableArray<Criterion> Bind()
    {
        _next = 0;
        return [.. Top.Select(Bind)];
    }

    private static IEnumerable<CriterionDraft> Flatten(CriterionDraft draft) => [draft, .. draft.Children.SelectMany(Flatten)];

    private void Declare(ScalarNode owner, MappingNode map, PackDocument document, CriterionDraft? branch)
    {
        var siblings = branch?.Children ?? Top;
        if (map.IsEmpty)
        {
            _context.Bag.Add(PackCodes.Nothing, owner.Span, "there are no criteria here", "add a criterion, or take `criteria` out");
        }

        Removal? last = null;
        var isEmpty = true;
        foreach (var entry in _context.Entries(map, IdRole.Other))
        {
            if (!_places.TryAdd(entry.Key.Text, entry.Key.Span))
            {
                _context.Bag.Add(
                    PackCodes.DefinedTwice, entry.Key.Span, $"the criterion `{entry.Key.Text}` is defined twice", "give one of them another id: ids are unique in the whole tree",
                    _places[entry.Key.Text]);
                continue;
            }

            if (_overrides.Removal("criteria", entry.Key.Text, document, _context.Bag) is { } removal)
            {
                last = removal;
                Forget(entry, entry.Key.Text, removal);
                continue;
            }

            isEmpty = false;
            if (KeyedMap.Read(entry.Value, PackTables.Criterion, entry.Key.Span, _context.Bag) is not { } keys)
            {
                _context.Broken.Add(entry.Key.Text);
                continue;
            }

            var draft = new CriterionDraft(entry.Key, keys, document);
            siblings.Add(draft);
            CheckKinds(draft);
            draft.AppliesWhen = _overrides.AppliesWhen(draft, _context.Bag) ?? keys.NodeOf("applies_when");
            if (keys.Entry("criteria") is { Value: MappingNode below } inner)
            {
                Declare(inner.Key, below, document, draft);
            }
        }

        if (isEmpty && last is not null && branch is not null)
        {
            _context.Bag.Add(
                PackCodes.Nothing, last.Span, $"nothing is left below `{branch.Id}`", $"remove `criteria.{branch.Id}` instead, or keep one of the criteria below it",
                branch.Key.Span);
        }
    }

    // A removed criterion takes all below it along; their ids stay taken.
    private void Forget(MappingEntry entry, string branch, Removal removal)
    {
        _context.RemovedCriteria.Add(entry.Key.Text, new RemovedCriterion(entry.Key.Text, branch, removal.Span, removal.By));
        foreach (var below in ((entry.Value as MappingNode)?.Find("criteria") as MappingNode)?.Entries ?? [])
        {
            _places.TryAdd(below.Key.Text, below.Key.Span);
            Forget(below, branch, removal);
        }
    }

    private void CheckKinds(CriterionDraft draft)
    {
        var map = draft.Map;
        var kinds = PackTables.Leaves.Add("criteria").Where(k => map.Node.Find(k) is not null).ToList();
        var choice = string.Join(", ", PackTables.Leaves.Select(l => $"`{l}`"));
        if (kinds.Count == 0)
        {
            _context.Bag.Add(PackCodes.LeafKinds, draft.Key.Span, $"the criterion `{draft.Id}` says neither how it is scored nor what is below it", $"add one of {choice}, or `criteria`");
        }
        else if (kinds.Count > 1)
        {
            var second = map.Node.Entries.Where(e => kinds.Contains(e.Key.Text, StringComparer.Ordinal)).ElementAt(1).Key;
            _context.Bag.Add(PackCodes.LeafKinds, second.Span, $"the criterion `{draft.Id}` is scored in two ways: {string.Join(" and ", kinds.Select(k => $"`{k}`"))}", $"keep one of {choice} or `criteria`");
        }

        if (draft.IsBranch && map.Entry("scale") is { } scale)
        {
            _context.Bag.Add(PackCodes.LeafKinds, scale.Key.Span, "a branch has no scale: its value is that of the criteria below it", "take `scale` out");
        }

        if (!draft.IsBranch && map.Entry("weights") is { } weights)
        {
            _context.Bag.Add(PackCodes.WeightMethod, weights.Key.Span, "`weights` stands on a branch, or beside the top `criteria`", "write `weight:` for the weight of this criterion itself");
        }
    }

    private Criterion Bind(CriterionDraft draft)
    {
        var map = draft.Map;
        var index = _next++;
        var scale = ScaleOf(map);
        var applies = draft.AppliesWhen is { } when
            ? _context.BindCondition(when, new NameScope(_context.Names, RuleScope.Case) { IsCaseOnly = true })
            : null;
        return new Criterion
        {
            Id = draft.Id,
            Index = index,
            Title = map.Text("title") ?? draft.Id,
            Weight = draft.Weight,
            WeightMethod = draft.Method,
            AppliesWhen = applies,
            Scale = draft.IsBranch ? Scale.Default : scale,
            Leaf = draft.IsBranch ? null : new LeafBinder(_context, draft, scale).Bind(),
            InForce = InForceReader.Read(map, _context.Bag),
            Because = map.Text("because"),
            Sources = _context.References(map),
            Span = draft.Key.Span,
            Children = [.. draft.Children.Select(Bind)],
        };
    }

    private Scale ScaleOf(KeyedMap map)
    {
        if (map.List("scale") is not { } list)
        {
            return Scale.Default;
        }

        if (list.Items.Length == 2)
        {
            if (Scalars.Number(list.Items[0], _context.Bag) is not { } low || Scalars.Number(list.Items[1], _context.Bag) is not { } high)
            {
                return Scale.Default;
            }

            if (low < high && Math.Max(Math.Abs(low), Math.Abs(high)) <= WeightBinder.Greatest)
            {
                return new Scale(low, high);
            }
        }

        _context.Bag.Add(PackCodes.BadScale, list.Span, "a scale has a worst score below its best", "write `scale: [0, 100]`");
        return Scale.Default;
    }
}

/// <summary>A criterion whose keys are read: its weight is found before it is bound.</summary>
internal sealed class CriterionDraft(ScalarNode key, KeyedMap map, PackDocument document)
{
    public ScalarNode Key { get; } = key;

    public string Id => Key.Text;

    public KeyedMap Map { get; } = map;

    public PackDocument Document { get; } = document;

    public List<CriterionDraft> Children { get; } = [];

    public bool IsBranch => Map.Has("criteria");

    public bool IsJudged => Map.Has("judged");

    /// <summary>Its own condition, or the one that an override puts in its place.</summary>
    public DocumentNode? AppliesWhen { get; set; }

    public decimal Weight { get; set; } = 1;

    public WeightMethod Method { get; set; }
}
