using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis;

/// <summary>Walks over a scored value tree.</summary>
public static class CriterionTree
{
    /// <summary>The leaves at or below a node, in the order of the tree.</summary>
    public static IEnumerable<CriterionResult> Leaves(CriterionResult node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Criterion.IsLeaf ? [node] : node.Children.SelectMany(Leaves);
    }
}
