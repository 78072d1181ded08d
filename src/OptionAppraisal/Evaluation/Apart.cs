namespace OptionAppraisal.Evaluation;

// Comparisons of figures that came out of divisions. A third has no exact decimal, so figures that are equal may differ by some 10^-26;
// what is less than 10^-18 apart is that and nothing else.
internal static class Apart
{
    private const int Places = 18;

    public static bool IsAbove(decimal figure, decimal other) => figure > other && ((figure.Scale <= Places && other.Scale <= Places) || decimal.Round(figure - other, Places) > 0);
}
