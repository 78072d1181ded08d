using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// What must hold of every pack and case, tried on random ones written as text.
public sealed class PropertyTests
{
    private const decimal Tolerance = 0.000000000001m;
    private static readonly RandomRules.Writing Plain = new();

    [Fact]
    public void No_order_of_anything_that_is_named_changes_a_result() =>
        Compare(200, seed => Of(seed), seed => Plain with { Shuffle = new Random(seed) });

    [Fact]
    public void No_name_changes_a_result()
    {
        static string Rename(string name) => $"{(char)('z' - (name[0] - 'a'))}_{name}";
        Compare(200, seed => Of(seed), _ => Plain with { Name = Rename }, name => name.Length > 2 && name[1] == '_' ? name[2..] : name);
    }

    [Fact]
    public void Law_that_is_always_in_force_is_the_law_without_days() =>
        Compare(200, seed => Of(seed), _ => Plain with { IsDated = true });

    [Fact]
    public void A_case_of_one_area_comes_to_the_same_as_without_areas() =>
        Compare(200, seed => new RandomRules(seed, hasSets: seed % 3 == 0, hasStages: seed % 2 == 0), _ => Plain with { IsOneArea = true });

    [Fact]
    public void One_weight_set_with_the_weights_of_the_pack_changes_no_total() =>
        Compare(200, seed => new RandomRules(seed, hasAreas: seed % 2 == 0, hasStages: seed % 3 == 0), _ => Plain with { HasSetOfPack = true }, leaveOut: ["weighted", "set"]);

    [Fact]
    public void No_order_of_used_files_changes_a_result()
    {
        using var folder = new Folder();
        Compare(40, seed => Of(seed), seed => Plain with { Shuffle = new Random(seed) }, load: (rules, writing) =>
        {
            foreach (var (name, text) in rules.Pack(writing, isSplit: true))
            {
                folder.Write($"{name}.pack.yaml", text);
            }

            return RulePack.Load(Path.Combine(folder.Path, "root.pack.yaml"), new LoadOptions { Root = folder.Path });
        });
    }

    [Fact]
    public void Another_option_changes_no_other_total_and_a_dominated_one_no_recommendation()
    {
        var tried = 0;
        var dominated = 0;
        for (var seed = 1; tried < 200; seed++)
        {
            var rules = new RandomRules(seed, seed % 2 == 0, seed % 3 == 0, seed % 4 == 0, isRelative: false);
            if (rules.HasShortList || Appraise(rules, Plain).Result is not { } before)
            {
                continue;
            }

            tried++;
            var after = Appraise(Parse(rules, Plain), rules.Case(Plain, hasExtra: true)).Result.ShouldNotBeNull($"seed {seed}");
            foreach (var option in before.Options)
            {
                var same = after.Options.Single(o => o.Option.Id == option.Option.Id);
                (same.Status, same.Lowest, same.Highest, same.RankedOn).ShouldBe((option.Status, option.Lowest, option.Highest, option.RankedOn), $"seed {seed}");
            }

            if (after.Dominance.Any(p => p.Dominates.Id == "extra" && after.Options[p.Option.Index].Status == OptionStatus.Eligible))
            {
                dominated++;
                after.Recommendations.Select(r => r.Option?.Id).ShouldBe(before.Recommendations.Select(r => r.Option?.Id), $"seed {seed}");
            }
        }

        dominated.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Bounds_hold_every_completion_with_members_areas_stages_and_weight_sets()
    {
        var open = 0;
        var completed = 0;
        for (var seed = 1; seed <= 120; seed++)
        {
            var rules = Of(seed);
            var pack = Parse(rules, Plain);
            if (rules.Open.Count == 0 || Appraise(pack, rules.Case(Plain)).Result is not { } partial)
            {
                continue;
            }

            open++;
            foreach (var completion in rules.Completions())
            {
                if (Appraise(pack, rules.Case(Plain, completion)).Result is { } complete)
                {
                    completed++;
                    foreach (var stage in partial.EarlierStages.Append(partial))
                    {
                        if (complete.EarlierStages.Append(complete).FirstOrDefault(s => s.Stage.Id == stage.Stage.Id) is { } same)
                        {
                            CheckWithin(stage, same, $"seed {seed}, stage {stage.Stage.Id}");
                        }
                    }
                }
            }
        }

        open.ShouldBeGreaterThan(60);
        completed.ShouldBeGreaterThan(300);
    }

    private static RandomRules Of(int seed) => new(seed, seed % 2 == 0, seed % 3 == 0, seed % 5 > 1);

    // Whom an earlier short list left out may depend on what is missing: then other options stand against each other.
    private static void CheckWithin(AppraisalResult partial, AppraisalResult complete, string at)
    {
        var isSameList = partial.Options.Zip(complete.Options).All(p => p.First.Status == OptionStatus.NotKept == (p.Second.Status == OptionStatus.NotKept));
        foreach (var (open, known) in partial.Options.Zip(complete.Options))
        {
            if (!isSameList || open.Lowest is null || known.Lowest is null)
            {
                continue;
            }

            known.Lowest.Value.ShouldBeGreaterThanOrEqualTo(open.Lowest.Value - Tolerance, at);
            known.Highest!.Value.ShouldBeLessThanOrEqualTo(open.Highest!.Value + Tolerance, at);
            if (open.Status == OptionStatus.Eligible)
            {
                known.Status.ShouldBe(OptionStatus.Eligible, at);
            }

            foreach (var (set, whole) in partial.WeightSets.Zip(complete.WeightSets))
            {
                var bounds = set.Options.Single(o => o.Option == open.Option);
                var figure = whole.Options.Single(o => o.Option.Id == open.Option.Id);
                figure.Lowest.ShouldBeGreaterThanOrEqualTo(bounds.Lowest - Tolerance, at);
                figure.Highest.ShouldBeLessThanOrEqualTo(bounds.Highest + Tolerance, at);
            }
        }
    }

    private static void Compare(
        int cases, Func<int, RandomRules> make, Func<int, RandomRules.Writing> other, Func<string, string>? unname = null, string[]? leaveOut = null,
        Func<RandomRules, RandomRules.Writing, RulePack>? load = null)
    {
        var results = 0;
        for (var seed = 1; seed <= cases; seed++)
        {
            var rules = make(seed);
            var writing = other(seed);
            var one = Appraise(rules, Plain);
            var pack = load?.Invoke(rules, writing) ?? Parse(rules, writing);
            var two = Appraise(pack, rules.Case(writing));
            results += one.Result is null ? 0 : 1;
            Text(two, unname ?? (n => n), leaveOut).ShouldBe(Text(one, n => n, leaveOut), $"seed {seed}");
        }

        results.ShouldBeGreaterThan(cases * 3 / 4);
    }

    private static RulePack Parse(RandomRules rules, RandomRules.Writing writing) => RulePack.Parse(rules.Pack(writing)[0].Text, "root.pack.yaml");

    private static AppraisalOutcome Appraise(RandomRules rules, RandomRules.Writing writing) => Appraise(Parse(rules, writing), rules.Case(writing));

    private static AppraisalOutcome Appraise(RulePack pack, string text) => new Appraiser().TryAppraise(AppraisalCase.Parse(text, pack));

    // All that a result says and that no order or name may change, a line each, sorted.
    private static string Text(AppraisalOutcome outcome, Func<string, string> unname, string[]? leaveOut)
    {
        if (outcome.Result is not { } result)
        {
            return string.Join("\n", outcome.Diagnostics.Select(d => d.Code.Id).Order(StringComparer.Ordinal));
        }

        var lines = result.EarlierStages.Append(result).SelectMany(r => Lines(r, unname).Select(l => $"{unname(r.Stage.Id ?? "")} {l}"));
        return string.Join("\n", lines.Where(l => leaveOut is null || !leaveOut.Contains(l.Split(' ')[1])).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(AppraisalResult result, Func<string, string> unname)
    {
        string Paths(IEnumerable<string> paths) => string.Join(",", paths.Select(p => string.Join('.', p.Split('.').Select(unname))).Order(StringComparer.Ordinal));
        yield return $"stage {result.Stage.Ended} {Paths(result.Stage.By)} {Paths(result.Stage.Incomplete)}";
        foreach (var recommendation in result.Recommendations)
        {
            // Which area it is for is told by the option.
            yield return $"recommendation {unname(recommendation.Option?.Id ?? "none")} {recommendation.Settled}";
        }

        foreach (var option in result.Options)
        {
            var id = unname(option.Option.Id);
            yield return $"option {id} {option.Status} {option.Rank} {option.Total} {option.Lowest} {option.Highest} {option.RankedOn} {option.TestimonyShare} {unname(option.LeftIn ?? "")} {option.IsKept}";
            yield return $"weighted {id} {option.WeightedScore}";
            foreach (var gate in option.Gates)
            {
                yield return $"gate {id} {unname(gate.Gate.Id)} {gate.Outcome} {unname(gate.StageId ?? "")} {Paths(gate.Missing)}";
            }

            foreach (var c in option.Criteria.SelectMany(c => c.Children.Prepend(c)))
            {
                yield return $"criterion {id} {unname(c.Criterion.Id)} {c.Weight} {c.Score} {c.Lowest} {c.Highest} {c.Contribution} {Paths(c.Missing)} {string.Join(",", c.Hits.Select(h => h.Row))}";
            }
        }

        foreach (var (owner, finding) in result.Options.SelectMany(o => o.Findings.Select(f => (o.Option.Id, f))).Concat(result.Findings.Select(f => (f.Record?.Id ?? "", f))))
        {
            yield return $"finding {unname(owner)} {unname(finding.Finding.Id)} {finding.Outcome} {finding.Severity} {Paths(finding.Missing)}";
        }

        foreach (var pair in result.Dominance)
        {
            yield return $"dominance {unname(pair.Option.Id)} {unname(pair.Dominates.Id)}";
        }

        foreach (var dissent in result.Dissent)
        {
            yield return $"dissent {unname(dissent.Criterion.Id)} {unname(dissent.Option.Id)} {string.Join(",", dissent.Bodies.Select(b => $"{unname(b.BodyId)}={b.Value}").Order(StringComparer.Ordinal))}";
        }

        var sides = result.WeightSets.Select(s => ("set", s.WeightSet.Id, s.Options)).Concat(result.BodyViews.Select(v => ("view", v.BodyId, v.Options)));
        foreach (var (kind, of, options) in sides)
        {
            foreach (var option in options)
            {
                yield return $"{kind} {unname(of)} {unname(option.Option.Id)} {option.Rank} {option.Lowest} {option.Highest}";
            }
        }
    }
}
