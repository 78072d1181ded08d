using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs;

/// <summary>A rule pack, bound: facts, parameters, derived facts, gates, criteria and findings, with those of the packs it uses.</summary>
/// <remarks>
/// Immutable and thread-safe. Everything is resolved and checked: a pack that exists has no errors. It is not a file: it knows nothing of
/// loading. Orders are those of the files, used packs first.
/// </remarks>
public sealed class RulePack : IRuleSet
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The title; the id where none is given.</summary>
    public required string Title { get; init; }

    /// <summary>The version, as written; empty where none is given.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the text of the root document and of every document it uses, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The packs it uses, each once, in the order in which they were reached.</summary>
    public ImmutableArray<UsedPack> Uses { get; init; } = [];

    /// <inheritdoc/>
    public required FactSchema Schema { get; init; }

    /// <summary>The sources.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The parameters, after overrides.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The derived facts, each after those it uses.</summary>
    public ImmutableArray<DerivedFact> Derived { get; init; } = [];

    /// <summary>The gates.</summary>
    public ImmutableArray<Gate> Gates { get; init; } = [];

    /// <summary>The top of the value tree.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>The findings.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The stages, in order; empty where all is done at once.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>The list whose records options belong to, or null: each area then has its own baseline, ranking and recommendation.</summary>
    public RecordListDefinition? Areas { get; init; }

    /// <summary>When the pack is in force, or null for always.</summary>
    public InForce? InForce { get; init; }

    /// <summary>What is left out of the pack on the day that it was read for; empty in a pack as loaded.</summary>
    public ImmutableArray<NotInForce> NotInForce { get; init; } = [];

    /// <summary>What an option with bounds is ranked on.</summary>
    public WhenUnknown WhenUnknown { get; init; }

    /// <summary>The most decimals in display, 0 to 15; 1 where nothing is said.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>The difference of totals within which options tie; at least 0.000000001.</summary>
    public decimal TieTolerance { get; init; } = 0.000000001m;

    /// <summary>Whether a rule reads the baseline, so that every case needs one.</summary>
    public bool NeedsBaseline { get; init; }

    /// <summary>Where it is written.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>All criteria in depth-first order: the place of each is its index.</summary>
    public ImmutableArray<Criterion> AllCriteria => field.IsDefault ? field = [.. Criteria.SelectMany(Flatten)] : field;

    /// <summary>The bodies' disagreement, in points of 0..100, beyond which it counts as dissent; 20 where the pack has no parameter <c>dissent_limit</c>.</summary>
    public decimal DissentLimit => Parameters.FirstOrDefault(p => p.Id == "dissent_limit")?.Value ?? 20m;

    // The same pack with other rules in it.
    internal RulePack With(ImmutableArray<Gate> gates, ImmutableArray<Criterion> criteria, ImmutableArray<Finding> findings, ImmutableArray<NotInForce> notInForce) =>
        With(gates, criteria, findings, notInForce, Stages, Areas);

    // The same pack with other rules in it, in other stages and areas.
    internal RulePack With(
        ImmutableArray<Gate> gates, ImmutableArray<Criterion> criteria, ImmutableArray<Finding> findings, ImmutableArray<NotInForce> notInForce, ImmutableArray<Stage> stages, RecordListDefinition? areas) => new()
        {
            Id = Id,
            Title = Title,
            Version = Version,
            Sha256 = Sha256,
            Uses = Uses,
            Schema = Schema,
            Sources = Sources,
            Parameters = Parameters,
            Derived = Derived,
            Gates = gates,
            Criteria = criteria,
            Findings = findings,
            Stages = stages,
            Areas = areas,
            InForce = InForce,
            NotInForce = notInForce,
            WhenUnknown = WhenUnknown,
            Decimals = Decimals,
            TieTolerance = TieTolerance,
            NeedsBaseline = NeedsBaseline,
            Span = Span,
        };

    private static IEnumerable<Criterion> Flatten(Criterion criterion) => [criterion, .. criterion.Children.SelectMany(Flatten)];
}

/// <summary>A pack that another uses.</summary>
/// <param name="Id">The id.</param>
/// <param name="Version">The version; empty where none is given.</param>
/// <param name="Sha256">The SHA-256 of its text.</param>
/// <param name="Path">Its path, relative to the root folder.</param>
public sealed record UsedPack(string Id, string Version, string Sha256, string Path)
{
    /// <summary>When it is in force, or null for always.</summary>
    public InForce? InForce { get; init; }
}

/// <summary>What an option whose total has bounds is ranked on.</summary>
public enum WhenUnknown
{
    /// <summary>The lowest total (prudent).</summary>
    Lowest,

    /// <summary>The midpoint of the bounds.</summary>
    Midpoint,

    /// <summary>Nothing: it is unresolved.</summary>
    LeaveOut,
}
