using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>What loading gave: a sound value, or errors; warnings may come with either.</summary>
/// <param name="Value">What was loaded; null where there are errors.</param>
/// <param name="Diagnostics">Every problem of every document that was read, sorted by path, line and column.</param>
/// <typeparam name="T">A rule pack or a case.</typeparam>
public sealed record LoadResult<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Value is not null;

    internal static LoadResult<T> Of(T? value, DiagnosticBag bag) => new(bag.HasErrors ? null : value, bag.ToSorted());
}
