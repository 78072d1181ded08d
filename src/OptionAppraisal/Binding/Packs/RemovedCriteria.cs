using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The criteria that were removed, with all below them: what still names one is told where it went.</summary>
internal sealed class RemovedCriteria
{
    private readonly Dictionary<string, RemovedCriterion> _byId = new(StringComparer.Ordinal);

    public RemovedCriterion? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(string id, RemovedCriterion removed) => _byId.TryAdd(id, removed);
}

/// <summary>A criterion that is removed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Branch">The criterion that is named under <c>removes</c>: it, or one above it.</param>
/// <param name="Span">Where that is written.</param>
/// <param name="By">The pack that removes.</param>
internal sealed record RemovedCriterion(string Id, string Branch, SourceSpan Span, PackDocument By)
{
    /// <summary>What became of it, for messages: <c>is removed</c>.</summary>
    public string Words => Id == Branch ? "is removed" : $"is removed with `{Branch}` above it";

    /// <summary>Where it was removed, for help.</summary>
    public string Place => $"`{Span.Text}` stands under `removes:` in `{Span.Path}`";

    /// <summary>Whether a pack is one of those that the removing pack uses, so that what it says of the criterion counts for nothing.</summary>
    public bool Overrules(PackDocument document) => document != By && By.Closure.Contains(document);
}
