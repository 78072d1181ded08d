using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>What keeps a conclusion from being known: facts not given, and expressions out of their domain; each once, in the order found.</summary>
public sealed class Gaps
{
    private readonly List<string> _missing = [];
    private readonly List<UndefinedPlace> _undefined = [];
    private readonly HashSet<string> _missingSeen = new(StringComparer.Ordinal);
    private readonly HashSet<UndefinedPlace> _undefinedSeen = [];

    /// <summary>The paths of facts not given, such as <c>options.joint_unit.annual_cost</c>.</summary>
    public ImmutableArray<string> Missing => [.. _missing];

    /// <summary>The expressions out of their domain.</summary>
    public ImmutableArray<UndefinedPlace> Undefined => [.. _undefined];

    /// <summary>Adds the path of a fact not given.</summary>
    public void AddMissing(string path)
    {
        if (_missingSeen.Add(path))
        {
            _missing.Add(path);
        }
    }

    /// <summary>Adds an expression out of its domain.</summary>
    public void AddUndefined(SourceSpan span)
    {
        var place = new UndefinedPlace(span.Text, span);
        if (_undefinedSeen.Add(place))
        {
            _undefined.Add(place);
        }
    }

    /// <summary>Adds all of another's.</summary>
    public void AddRange(Gaps other)
    {
        ArgumentNullException.ThrowIfNull(other);
        AddRange(other.Missing, other.Undefined);
    }

    /// <summary>Adds paths and places that were found before.</summary>
    public void AddRange(ImmutableArray<string> missing, ImmutableArray<UndefinedPlace> undefined)
    {
        foreach (var path in missing)
        {
            AddMissing(path);
        }

        foreach (var place in undefined)
        {
            if (_undefinedSeen.Add(place))
            {
                _undefined.Add(place);
            }
        }
    }
}
