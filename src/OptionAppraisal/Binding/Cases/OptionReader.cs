using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The options of a case.</summary>
internal static class OptionReader
{
    // Every option is compared with every other.
    private const int MostOptions = 1_000;

    public static ImmutableArray<AppraisalOption> Read(KeyedMap keys, RulePack pack, FactReader facts, DiagnosticBag bag)
    {
        if (keys.Entry("options") is not { } owner)
        {
            return [];
        }

        var options = ImmutableArray.CreateBuilder<AppraisalOption>();
        AppraisalOption? baseline = null;
        foreach (var entry in keys.Map("options")?.Entries ?? [])
        {
            Identifiers.Check(entry.Key, IdRole.Option, bag);
            var map = KeyedMap.Read(entry.Value, CaseTables.Option, entry.Key.Span, bag);
            var values = facts.Read(map?.Map("facts"), pack.Schema.OptionFacts, FactOwner.Option);
            var option = new AppraisalOption(options.Count, entry.Key.Text, map?.Text("title") ?? entry.Key.Text, map?.Boolean("baseline") ?? false, values, entry.Key.Span);
            options.Add(option);
            if (!option.IsBaseline)
            {
                continue;
            }

            if (baseline is not null)
            {
                bag.Add(CaseCodes.TwoBaselines, map!.Entry("baseline")!.Key.Span, $"`{option.Id}` is a second baseline beside `{baseline.Id}`", "mark one option as the baseline", baseline.Span);
            }

            baseline ??= option;
        }

        if (options.Count > MostOptions)
        {
            bag.Add(
                CaseCodes.TooManyOptions, owner.Key.Span,
                string.Create(CultureInfo.InvariantCulture, $"the case has {options.Count} options; at most {MostOptions} are compared with each other"),
                "make a case of each group of options, and one of the best of each");
        }

        if (options.Count == 0)
        {
            bag.Add(CaseCodes.NoOptions, owner.Key.Span, "the case has no options", "add options below `options`");
        }
        else if (baseline is null && pack.NeedsBaseline)
        {
            bag.Add(CaseCodes.NoBaseline, owner.Key.Span, $"no option is the baseline, and `{pack.Id}` compares with it", "mark one option `baseline: true`");
        }

        return options.ToImmutable();
    }
}
