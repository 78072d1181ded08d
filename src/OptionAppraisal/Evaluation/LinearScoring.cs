using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// A straight line between two ends, of which either may be the least or greatest value over the options that are not excluded.
// An option that may still turn out to be excluded leaves the ends open where it decides them.
internal sealed class LinearScoring
{
    private readonly Judging _judging;
    private readonly PlannedCriterion _node;
    private readonly LinearLeaf _leaf;
    private readonly Scale _scale;
    private readonly OptionState[] _options;
    private readonly Value[] _values;
    private readonly Span _sure = new();
    private readonly Span _all = new();
    private Gaps? _gaps;

    public LinearScoring(Judging judging, PlannedCriterion node, LinearLeaf leaf, OptionState[] options)
    {
        _judging = judging;
        _node = node;
        _leaf = leaf;
        _scale = node.Criterion.Scale;
        _options = options;
        _values = new Value[judging.Case.Options.Length];
        if (!IsRelative)
        {
            return;
        }

        foreach (var option in options)
        {
            if (!option.IsScored)
            {
                continue;
            }

            try
            {
                Take(option, judging.Session.Conclude(node.Operand!, Subject.Of(option.Option)));
            }
            catch (JudgingException error) when (Judging.MayGoOn(error))
            {
                judging.Bag.Add(error.Diagnostic);
                _gaps ??= new Gaps();
            }
        }
    }

    private bool IsRelative => _leaf.Worst.Kind != LinearEndKind.Number || _leaf.Best.Kind != LinearEndKind.Number;

    public LeafScore Score(OptionState option)
    {
        var subject = Subject.Of(option.Option);
        var operands = _judging.Trace(_node.Reads, subject);
        return (IsRelative ? Relative(option) : Fixed(subject)) with { Operands = operands };
    }

    private void Take(OptionState option, Value value)
    {
        _values[option.Option.Index] = value;
        if (value.IsUnknown)
        {
            _judging.Explain(_node.Operand!, Subject.Of(option.Option), _gaps ??= new Gaps());
            return;
        }

        _all.Add(value.Number);
        if (!option.MayBeExcluded)
        {
            _sure.Add(value.Number);
        }
    }

    private LeafScore Fixed(Subject subject)
    {
        var value = _judging.Session.Conclude(_node.Operand!, subject);
        if (value.IsKnown)
        {
            return LeafScore.Known(Line(value.Number, _leaf.Worst.Number, _leaf.Best.Number));
        }

        var gaps = new Gaps();
        _judging.Explain(_node.Operand!, subject, gaps);
        return LeafScore.Anything(_scale, gaps);
    }

    private LeafScore Relative(OptionState option)
    {
        if (_gaps is not null)
        {
            return LeafScore.Anything(_scale, _gaps);
        }

        var value = _values[option.Option.Index].Number;
        var certain = option.MayBeExcluded ? _sure.And(value) : _sure;
        if (EndOf(_leaf.Worst, certain) != EndOf(_leaf.Worst, _all) || EndOf(_leaf.Best, certain) != EndOf(_leaf.Best, _all) || certain.IsPoint != _all.IsPoint)
        {
            return LeafScore.Anything(_scale, GapsOfGates(option));
        }

        return LeafScore.Known(_all.IsPoint ? _scale.High : Line(value, EndOf(_leaf.Worst, _all), EndOf(_leaf.Best, _all)));
    }

    private Gaps GapsOfGates(OptionState scored)
    {
        var gaps = new Gaps();
        foreach (var option in _options)
        {
            foreach (var gate in option.Gates)
            {
                if (option != scored && option.IsScored && OptionState.IsOpenExclusion(gate))
                {
                    gaps.AddRange(gate.Missing, gate.Undefined);
                }
            }
        }

        return gaps;
    }

    private decimal Line(decimal value, decimal worst, decimal best)
    {
        if (worst == best)
        {
            // The two ends meet: at the best or beyond it is the best.
            var lowerIsBetter = _leaf.Best.Kind == LinearEndKind.Lowest || _leaf.Worst.Kind == LinearEndKind.Highest;
            return (lowerIsBetter ? value <= best : value >= best) ? _scale.High : _scale.Low;
        }

        var isBest = best > worst ? value >= best : value <= best;
        var isWorst = best > worst ? value <= worst : value >= worst;
        return isBest ? _scale.High
            : isWorst ? _scale.Low
            : _scale.Low + ((_scale.High - _scale.Low) * (value - worst) / (best - worst));
    }

    private static decimal EndOf(LinearEnd end, Span values) => end.Kind switch
    {
        LinearEndKind.Lowest => values.Least,
        LinearEndKind.Highest => values.Greatest,
        _ => end.Number,
    };

    private sealed class Span
    {
        private bool _any;

        public decimal Least { get; private set; }

        public decimal Greatest { get; private set; }

        public bool IsPoint => Least == Greatest;

        public void Add(decimal value)
        {
            Least = _any ? Math.Min(Least, value) : value;
            Greatest = _any ? Math.Max(Greatest, value) : value;
            _any = true;
        }

        public Span And(decimal value)
        {
            var wider = new Span { Least = Least, Greatest = Greatest, _any = _any };
            wider.Add(value);
            return wider;
        }
    }
}
