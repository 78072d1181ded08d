using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The weights of each party: of whole groups of siblings.</summary>
internal sealed class WeightSetReader
{
    // Every option is ranked by each of them.
    private const int MostSets = 100;

    private readonly BoundPack _bound;
    private readonly DiagnosticBag _bag;

    // The siblings of each criterion, itself among them.
    private readonly Dictionary<string, ImmutableArray<Criterion>> _siblings = new(StringComparer.Ordinal);

    private WeightSetReader(BoundPack bound, DiagnosticBag bag)
    {
        _bound = bound;
        _bag = bag;
        AddGroup(bound.Pack.Criteria);
        foreach (var criterion in bound.Pack.AllCriteria)
        {
            AddGroup(criterion.Children);
        }
    }

    public static ImmutableArray<WeightSet> Read(MappingNode? sets, BoundPack bound, DiagnosticBag bag)
    {
        if (sets is null)
        {
            return [];
        }

        if (sets.Entries.Length > MostSets)
        {
            bag.Add(
                KeyCodes.OutOfRange, sets.Entries[MostSets].Key.Span, $"a case has at most {MostSets} weight sets, here are {sets.Entries.Length.ToString(CultureInfo.InvariantCulture)}",
                "give each body one weight set, the mean of those of its people");
        }

        var reader = new WeightSetReader(bound, bag);
        var read = ImmutableArray.CreateBuilder<WeightSet>(sets.Entries.Length);
        foreach (var entry in sets.Entries)
        {
            Identifiers.Check(entry.Key, IdRole.Other, bag);
            if (entry.Value is MappingNode weights)
            {
                read.Add(new WeightSet(entry.Key.Text, reader.Weights(entry.Key, weights), entry.Key.Span));
            }
            else
            {
                bag.Add(
                    KeyCodes.WrongKind, entry.Value is ScalarNode { IsEmpty: true } ? entry.Key.Span : entry.Value.Span,
                    $"expected the weights of `{Scalars.Short(entry.Key)}` by criterion, found {entry.Value.Describe}", "write `{ its_criterion: 40, another: 60 }`");
            }
        }

        return read.ToImmutable();
    }

    private void AddGroup(ImmutableArray<Criterion> siblings)
    {
        foreach (var sibling in siblings)
        {
            _siblings.TryAdd(sibling.Id, siblings);
        }
    }

    private ImmutableArray<SetWeight> Weights(ScalarNode set, MappingNode node)
    {
        var weights = ImmutableArray.CreateBuilder<SetWeight>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var groups = new List<(ImmutableArray<Criterion> Siblings, SourceSpan First)>();
        foreach (var (id, value) in node.Entries)
        {
            if (!_siblings.TryGetValue(id.Text, out var siblings))
            {
                if (_bound.RemovedCriterion(id.Text) is { } removed)
                {
                    _bag.Add(CaseCodes.UnknownCriterion, id.Span, $"the criterion `{id.Text}` {removed.Words}", $"take it out here, or keep it: {removed.Place}");
                }
                else if (!_bound.Broken.Contains(id.Text))
                {
                    _bag.Add(CaseCodes.UnknownCriterion, id.Span, $"unknown criterion `{Scalars.Short(id)}`", Suggestion.Help(id.Text, _siblings.Keys, "criteria"));
                }

                continue;
            }

            named.Add(id.Text);
            if (!groups.Exists(g => g.Siblings == siblings))
            {
                groups.Add((siblings, id.Span));
            }

            if (Weight(id, value) is { } weight)
            {
                weights.Add(new SetWeight(id.Text, weight, id.Span));
            }
        }

        foreach (var (siblings, first) in groups)
        {
            CheckGroup(set, siblings, first, named, weights);
        }

        return weights.ToImmutable();
    }

    private decimal? Weight(ScalarNode id, DocumentNode value)
    {
        if (Scalars.Number(value is ScalarNode { IsEmpty: true } ? null : value, _bag) is not { } weight)
        {
            if (value is ScalarNode { IsEmpty: true })
            {
                _bag.Add(KeyCodes.NoValue, id.Span, $"`{id.Text}` has no weight", "write a number of zero or more");
            }

            return null;
        }

        if (weight < 0)
        {
            _bag.Add(PackCodes.NegativeWeight, value.Span, $"the weight of `{id.Text}` is below zero", "write zero or more");
            return null;
        }

        if (weight > WeightBinder.Greatest)
        {
            _bag.Add(KeyCodes.OutOfRange, value.Span, $"the weight of `{id.Text}` is above {PlainNumber.Format(WeightBinder.Greatest)}", "only the proportions matter: write smaller weights");
            return null;
        }

        return weight;
    }

    private void CheckGroup(ScalarNode set, ImmutableArray<Criterion> siblings, SourceSpan first, HashSet<string> named, ImmutableArray<SetWeight>.Builder weights)
    {
        var leftOut = siblings.Where(s => !named.Contains(s.Id)).Select(s => $"`{s.Id}`").ToList();
        if (leftOut.Count > 0)
        {
            _bag.Add(
                CaseCodes.HalfAGroup, first, $"the weights of `{Scalars.Short(set)}` leave out {Listed(leftOut)} beside `{first.Text}`",
                "weigh all of them, zero where one counts for nothing, or none: the weights of the rule pack then stand");
            return;
        }

        var given = weights.Where(w => siblings.Any(s => s.Id == w.CriterionId)).ToList();
        if (given.Count == siblings.Length && given.TrueForAll(w => w.Weight == 0))
        {
            _bag.Add(PackCodes.ZeroWeights, first, $"the weights of `{Scalars.Short(set)}` add up to zero here", "give one of them a weight above zero");
        }
    }

    private static string Listed(List<string> ids) => ids.Count switch
    {
        1 => ids[0],
        <= 12 => $"{string.Join(", ", ids.Take(ids.Count - 1))} and {ids[^1]}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ids.Take(12))} and {ids.Count - 12} more"),
    };
}
