using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The options of a case: their keys first, then their facts, since one may start from the facts of another; then area and baseline.</summary>
internal sealed class OptionReader
{
    // Every option is compared with every other.
    private const int MostOptions = 1_000;

    private readonly RulePack _pack;
    private readonly BoundPack _bound;
    private readonly RecordReader _records;
    private readonly DiagnosticBag _bag;

    private OptionReader(BoundPack bound, RecordReader records, DiagnosticBag bag)
    {
        _pack = bound.Pack;
        _bound = bound;
        _records = records;
        _bag = bag;
    }

    public static ImmutableArray<AppraisalOption> Read(KeyedMap keys, BoundPack bound, RecordReader records, FactReader facts, DiagnosticBag bag)
    {
        if (keys.Entry("options") is not { } owner)
        {
            return [];
        }

        var drafts = new List<OptionDraft>();
        foreach (var entry in keys.Map("options")?.Entries ?? [])
        {
            Identifiers.Check(entry.Key, IdRole.Option, bag);
            drafts.Add(new OptionDraft(entry.Key, KeyedMap.Read(entry.Value, CaseTables.Option, entry.Key.Span, bag)));
        }

        var pack = bound.Pack;
        LikeResolver.Fill(drafts, draft => facts.Read(draft.Map?.Map("facts"), pack.Schema.OptionFacts, FactOwner.Option, draft.Like?.Facts), bag);
        return new OptionReader(bound, records, bag).Options(owner.Key, drafts);
    }

    private ImmutableArray<AppraisalOption> Options(ScalarNode owner, List<OptionDraft> drafts)
    {
        var options = ImmutableArray.CreateBuilder<AppraisalOption>(drafts.Count);
        var baselines = new Baselines(_pack, _bag);
        foreach (var draft in drafts)
        {
            var map = draft.Map;
            var option = new AppraisalOption(options.Count, draft.Key.Text, map?.Text("title") ?? draft.Key.Text, map?.Boolean("baseline") ?? false, draft.Facts!, draft.Key.Span)
            {
                Area = Area(draft),
            };
            options.Add(option);
            baselines.Add(option, map);
        }

        if (options.Count > MostOptions)
        {
            _bag.Add(
                CaseCodes.TooManyOptions, owner.Span,
                string.Create(CultureInfo.InvariantCulture, $"the case has {options.Count} options; at most {MostOptions} are compared with each other"),
                "make a case of each group of options, and one of the best of each");
        }

        if (options.Count == 0)
        {
            _bag.Add(CaseCodes.NoOptions, owner.Span, "the case has no options", "add options below `options`");
        }
        else
        {
            baselines.ReportMissing(owner);
        }

        return options.MoveToImmutable();
    }

    private CaseRecord? Area(OptionDraft draft)
    {
        var named = draft.Map?.Entry("area");
        if (_pack.Areas is not { } areas)
        {
            if (named is not null && !_bound.Broken.Contains("areas"))
            {
                _bag.Add(
                    CaseCodes.NoAreas, named.Key.Span, $"`{Scalars.Short(draft.Key)}` names an area, and `{_pack.Id}` has no areas",
                    "take `area` out, or name the record list of the areas in the rule pack: `areas: priority_areas`");
            }

            return null;
        }

        if (named?.Value is ScalarNode id)
        {
            return _records.Find(areas.Id, id);
        }

        if (draft.Map is { } map && map.Node.Find("area") is null)
        {
            _bag.Add(CaseCodes.NoArea, draft.Key.Span, $"`{Scalars.Short(draft.Key)}` belongs to no area", AreaHelp(areas), areas.Span);
        }

        return null;
    }

    private string AreaHelp(RecordListDefinition areas) => (_records.Of(areas.Id) ?? []) switch
    {
        [var only] => $"add `area: {only.Id}`",
        [_, ..] known => $"add `area:` with one of {string.Join(", ", known.Take(12).Select(r => $"`{r.Id}`"))}",
        _ => $"add `area:` with one of the records of `{areas.Id}`",
    };
}

/// <summary>An option while it is read.</summary>
internal sealed class OptionDraft(ScalarNode key, KeyedMap? map)
{
    public ScalarNode Key { get; } = key;

    public KeyedMap? Map { get; } = map;

    /// <summary>The option whose facts it starts from.</summary>
    public OptionDraft? Like { get; set; }

    /// <summary>Its facts; null until they are read.</summary>
    public FactValues? Facts { get; set; }
}
