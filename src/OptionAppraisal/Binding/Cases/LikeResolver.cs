using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The order in which the facts of options are read: an option that starts from another's facts comes after it.</summary>
internal static class LikeResolver
{
    /// <summary>Gives every option its facts.</summary>
    /// <param name="drafts">The options, in the order of the file.</param>
    /// <param name="read">Reads the facts of an option; those of the option that it is like are there then.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static void Fill(List<OptionDraft> drafts, Func<OptionDraft, FactValues> read, DiagnosticBag bag)
    {
        Link(drafts, bag);
        var chain = new List<OptionDraft>();
        var onChain = new HashSet<OptionDraft>();
        foreach (var draft in drafts)
        {
            for (var next = draft; next is { Facts: null }; next = next.Like)
            {
                if (!onChain.Add(next))
                {
                    ReportCircle(chain, next, bag);
                    break;
                }

                chain.Add(next);
            }

            for (var i = chain.Count - 1; i >= 0; i--)
            {
                chain[i].Facts = read(chain[i]);
            }

            chain.Clear();
            onChain.Clear();
        }
    }

    private static void Link(List<OptionDraft> drafts, DiagnosticBag bag)
    {
        var byId = new Dictionary<string, OptionDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            byId.TryAdd(draft.Key.Text, draft);
        }

        foreach (var draft in drafts)
        {
            if (draft.Map?.Scalar("like") is not { } like)
            {
                continue;
            }

            if (byId.TryGetValue(like.Text, out var other))
            {
                draft.Like = other;
            }
            else
            {
                bag.Add(
                    CaseCodes.UnknownOption, like.Span, $"unknown option `{Scalars.Short(like)}`",
                    Suggestion.Help(like.Text, drafts.Where(d => d != draft).Select(d => d.Key.Text), "other options"));
            }
        }
    }

    // The circle is cut where it closes, so that all the facts can still be checked.
    private static void ReportCircle(List<OptionDraft> chain, OptionDraft closing, DiagnosticBag bag)
    {
        var circle = chain[chain.IndexOf(closing)..];
        var last = circle[^1];
        var message = circle.Count == 1
            ? $"`{Scalars.Short(last.Key)}` is like itself"
            : $"options are like each other in a circle: {Path(circle)} -> {Scalars.Short(closing.Key)}";
        bag.Add(CaseCodes.LikeCircle, last.Map!.SpanOf("like"), message, "take `like` out of one of them, and give it all its facts");
        last.Like = null;
    }

    private static string Path(List<OptionDraft> circle) => circle.Count <= 12
        ? string.Join(" -> ", circle.Select(d => Scalars.Short(d.Key)))
        : $"{string.Join(" -> ", circle.Take(6).Select(d => Scalars.Short(d.Key)))} -> ... -> {Scalars.Short(circle[^1].Key)}";
}
