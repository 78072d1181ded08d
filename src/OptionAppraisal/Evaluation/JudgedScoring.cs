using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The score that people give: the mean of the bodies' means, or the lowest of them. Who scores no option of the criterion is excused.
internal sealed class JudgedScoring
{
    private readonly Criterion _criterion;
    private readonly JudgedLeaf _leaf;
    private readonly decimal _limit;
    private readonly ImmutableArray<Assessor> _assessors;
    private readonly Dictionary<string, Dictionary<string, JudgedScore>> _byOption = new(StringComparer.Ordinal);
    private readonly List<Assessor> _active = [];
    private readonly List<Body> _bodies = [];

    public JudgedScoring(AppraisalCase appraisalCase, Criterion criterion, JudgedLeaf leaf, decimal dissentLimit)
    {
        _criterion = criterion;
        _leaf = leaf;
        _limit = dissentLimit;
        _assessors = appraisalCase.Assessors;
        var active = new HashSet<string>(StringComparer.Ordinal);
        foreach (var judgement in appraisalCase.Judgements)
        {
            if (string.Equals(judgement.CriterionId, criterion.Id, StringComparison.Ordinal))
            {
                if (!_byOption.TryGetValue(judgement.OptionId, out var byAssessor))
                {
                    _byOption.Add(judgement.OptionId, byAssessor = new(StringComparer.Ordinal));
                }

                byAssessor[judgement.AssessorId] = judgement;
                active.Add(judgement.AssessorId);
            }
        }

        foreach (var assessor in _assessors)
        {
            if (active.Contains(assessor.Id))
            {
                _active.Add(assessor);
                BodyOf(assessor.BodyId ?? "").Assessors.Add(assessor);
            }
        }
    }

    public LeafScore Score(AppraisalOption option)
    {
        if (_bodies.Count == 0)
        {
            return LeafScore.Anything(_criterion.Scale, GapsOf(option));
        }

        var ranges = RangesOf(option);
        var (low, high) = _leaf.Combine == BodyCombination.LowestBody ? Lowest(ranges) : Mean(ranges);
        return LeafScore.Between(low, high, GapsOf(option)) with { Bodies = Means(ranges) };
    }

    public Opinion OpinionOf(AppraisalOption option)
    {
        var ranges = RangesOf(option);
        var dissent = DissentOf(ranges);
        return new Opinion(dissent, Means(ranges), dissent == Truth.Unknown ? GapsOf(option) : null);
    }

    private Body BodyOf(string id)
    {
        foreach (var body in _bodies)
        {
            if (string.Equals(body.Id, id, StringComparison.Ordinal))
            {
                return body;
            }
        }

        var added = new Body(id, []);
        _bodies.Add(added);
        return added;
    }

    // The scores not given, in the order of the assessors; where nobody scored, those of everybody.
    private Gaps GapsOf(AppraisalOption option)
    {
        var gaps = new Gaps();
        if (_assessors.IsEmpty)
        {
            gaps.AddMissing($"judgements.{_criterion.Id}.{option.Id}");
        }

        foreach (var assessor in _active.Count == 0 ? [.. _assessors] : _active)
        {
            if (ScoreOf(option, assessor) is null)
            {
                gaps.AddMissing($"judgements.{_criterion.Id}.{option.Id}.{assessor.Id}");
            }
        }

        return gaps;
    }

    private decimal? ScoreOf(AppraisalOption option, Assessor assessor) => _byOption.TryGetValue(option.Id, out var byAssessor) && byAssessor.TryGetValue(assessor.Id, out var judgement) ? judgement.Score : null;

    private (decimal Low, decimal High)[] RangesOf(AppraisalOption option)
    {
        var ranges = new (decimal Low, decimal High)[_bodies.Count];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = RangeOf(_bodies[i], option);
        }

        return ranges;
    }

    // A missing score may be anything on the scale.
    private (decimal Low, decimal High) RangeOf(Body body, AppraisalOption option)
    {
        decimal low = 0;
        decimal high = 0;
        foreach (var assessor in body.Assessors)
        {
            if (ScoreOf(option, assessor) is { } known)
            {
                low += known;
                high += known;
            }
            else
            {
                low += _criterion.Scale.Low;
                high += _criterion.Scale.High;
            }
        }

        return (low / body.Assessors.Count, high / body.Assessors.Count);
    }

    private static (decimal Low, decimal High) Mean((decimal Low, decimal High)[] ranges)
    {
        decimal low = 0;
        decimal high = 0;
        foreach (var range in ranges)
        {
            low += range.Low;
            high += range.High;
        }

        return (low / ranges.Length, high / ranges.Length);
    }

    private static (decimal Low, decimal High) Lowest((decimal Low, decimal High)[] ranges)
    {
        var (low, high) = ranges[0];
        foreach (var range in ranges)
        {
            low = Math.Min(low, range.Low);
            high = Math.Min(high, range.High);
        }

        return (low, high);
    }

    private ImmutableArray<BodyMean> Means((decimal Low, decimal High)[] ranges)
    {
        var means = ImmutableArray.CreateBuilder<BodyMean>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i].Low == ranges[i].High)
            {
                means.Add(new BodyMean(_bodies[i].Id, PlainNumber.Publish(_criterion.Scale.ValueOf(ranges[i].Low))));
            }
        }

        return means.DrainToImmutable();
    }

    // True or false where every completion says so.
    private Truth DissentOf((decimal Low, decimal High)[] ranges)
    {
        if (ranges.Length < 2)
        {
            return Truth.Unknown;
        }

        decimal least = 0;
        decimal most = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            for (var j = 0; j < ranges.Length; j++)
            {
                if (i != j)
                {
                    least = Math.Max(least, Between(ranges[i].Low, ranges[j].High));
                    most = Math.Max(most, Between(ranges[i].High, ranges[j].Low));
                }
            }
        }

        return Apart.IsAbove(least, _limit) ? Truth.True : !Apart.IsAbove(most, _limit) ? Truth.False : Truth.Unknown;
    }

    private decimal Between(decimal above, decimal below) => _criterion.Scale.ValueOf(above) - _criterion.Scale.ValueOf(below);

    private sealed record Body(string Id, List<Assessor> Assessors);
}
