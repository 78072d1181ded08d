using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The baseline of each area: one at most, and one where the rules compare with it.</summary>
internal sealed class Baselines(RulePack pack, DiagnosticBag bag)
{
    // By the place of the area; of a case without areas one alone.
    private readonly List<Area?> _areas = [];

    private bool _isWhole = true;

    public void Add(AppraisalOption option, KeyedMap? map)
    {
        if (pack.Areas is not null && option.Area is null)
        {
            // Where it belongs was wrong: whether a baseline is there is not known.
            _isWhole &= !option.IsBaseline;
            return;
        }

        var place = option.Area?.Index ?? 0;
        while (_areas.Count <= place)
        {
            _areas.Add(null);
        }

        var known = _areas[place] ??= new Area(option);
        if (option.IsBaseline && known.Baseline is { } first)
        {
            var (of, each) = option.Area is { } its ? ($" of `{its.Id}`", " of each area") : ("", "");
            bag.Add(
                CaseCodes.TwoBaselines, map!.Entry("baseline")!.Key.Span, $"`{option.Id}` is a second baseline{of} beside `{first.Id}`", $"mark one option{each} as the baseline", first.Span);
        }

        known.Baseline ??= option.IsBaseline ? option : null;
    }

    /// <summary>Tells of every area that has options and no baseline, where one is needed.</summary>
    public void ReportMissing(ScalarNode owner)
    {
        if (!pack.NeedsBaseline || !_isWhole)
        {
            return;
        }

        foreach (var known in _areas)
        {
            if (known is not { Baseline: null, First: var first })
            {
                continue;
            }

            if (first.Area is { } area)
            {
                bag.Add(
                    CaseCodes.NoBaseline, first.Span, $"no option of `{area.Id}` is the baseline, and `{pack.Id}` compares with it",
                    $"mark one option of `{area.Id}` `baseline: true`: each area has its own");
            }
            else
            {
                bag.Add(CaseCodes.NoBaseline, owner.Span, $"no option is the baseline, and `{pack.Id}` compares with it", "mark one option `baseline: true`");
            }
        }
    }

    private sealed class Area(AppraisalOption first)
    {
        public AppraisalOption First { get; } = first;

        public AppraisalOption? Baseline { get; set; }
    }
}
