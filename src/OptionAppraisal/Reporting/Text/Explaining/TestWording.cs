using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>A test in words: <c>saving is 14.2%, 0.8 points short of at least 15%</c>.</summary>
internal static class TestWording
{
    public static string Describe(TestExplanation test, int decimals)
    {
        if (test.Kind == TestKind.Condition)
        {
            return $"{test.Text}: {Verdict(test.Outcome)}";
        }

        decimals = Decimals(test, decimals);
        var subject = test.Title ?? (IsExpression(test.Name) ? test.Name : ReportContext.Capital(MissingFact.InWords(test.Name)));
        var found = $"{subject} is {Words(test.Value, test, decimals)}";
        var asked = Asked(test, decimals);
        return test.Outcome switch
        {
            Truth.True => $"{found}, {(test.Distance is { } spare and > 0 && IsOrdered(test.Kind) ? $"{asked} with {Far(spare, test.Type, decimals)} to spare" : test.Kind == TestKind.Is ? "as asked" : $"as asked: {asked}")}",
            Truth.False => $"{found}, {Shortfall(test, asked, decimals)}",
            _ => $"{found}; asked is {asked}",
        };
    }

    public static string Asked(TestExplanation test, int decimals) => test.Kind switch
    {
        TestKind.AtLeast when test.Type is DateType => $"{Limit(test, 0, decimals)} or later",
        TestKind.MoreThan when test.Type is DateType => $"after {Limit(test, 0, decimals)}",
        TestKind.AtMost when test.Type is DateType => $"{Limit(test, 0, decimals)} or earlier",
        TestKind.Under when test.Type is DateType => $"before {Limit(test, 0, decimals)}",
        TestKind.AtLeast => $"at least {Limit(test, 0, decimals)}",
        TestKind.MoreThan => $"more than {Limit(test, 0, decimals)}",
        TestKind.AtMost => $"at most {Limit(test, 0, decimals)}",
        TestKind.Under => $"under {Limit(test, 0, decimals)}",
        TestKind.Between => $"between {Limit(test, 0, decimals)} and {Limit(test, 1, decimals)}",
        TestKind.Is => Limit(test, 0, decimals),
        TestKind.IsNot => $"anything but {Limit(test, 0, decimals)}",
        TestKind.OneOf => $"one of {Listed(test, decimals)}",
        TestKind.NoneOf => $"none of {Listed(test, decimals)}",
        TestKind.Known => "that it is known",
        TestKind.NotKnown => "that it is not known",
        _ => test.Text,
    };

    public static string Verdict(Truth? outcome) => outcome switch
    {
        Truth.True => "holds",
        Truth.False => "does not hold",
        Truth.Unknown => "not known",
        _ => "not told apart",
    };

    /// <summary>A distance in its unit; shares in points of a hundred, dates in days.</summary>
    public static string Far(decimal distance, FactType type, int decimals)
    {
        if (type is DateType)
        {
            return ReportContext.Count((int)Math.Min(distance, int.MaxValue), "day");
        }

        var unit = (type as NumberType)?.Unit ?? Unit.None;
        return unit.Symbol == "ratio" ? Points(ValueWording.Rounded(distance * 100, decimals, grouped: false)) : ValueWording.Number(distance, unit, decimals);
    }

    private static bool IsExpression(string name) => name.AsSpan().IndexOfAny(" ([") >= 0;

    private static string Points(string number) => number + (number == "1" ? " point" : " points");

    private static bool IsOrdered(TestKind kind) => kind is TestKind.AtLeast or TestKind.MoreThan or TestKind.AtMost or TestKind.Under or TestKind.Between;

    private static string Shortfall(TestExplanation test, string asked, int decimals) => (test.Kind, test.Distance) switch
    {
        (TestKind.AtLeast or TestKind.MoreThan, { } early and > 0) when test.Type is DateType => $"{Far(early, test.Type, decimals)} too early for {asked}",
        (TestKind.AtMost or TestKind.Under, { } late and > 0) when test.Type is DateType => $"{Far(late, test.Type, decimals)} too late for {asked}",
        (TestKind.AtLeast or TestKind.MoreThan, { } less and > 0) => $"{Far(less, test.Type, decimals)} short of {asked}",
        (TestKind.AtMost or TestKind.Under, { } over and > 0) => $"{Far(over, test.Type, decimals)} too much for {asked}",
        (TestKind.NoneOf or TestKind.IsNot, _) => $"but asked is {asked}",
        _ => $"not {asked}",
    };

    // As many decimals as keep the value apart from the limit.
    private static int Decimals(TestExplanation test, int decimals)
    {
        decimals = Math.Clamp(decimals, 0, PlainNumber.PublishedDecimals);
        if (test.Distance is not { } distance || distance == 0 || test.Type is not NumberType type)
        {
            return decimals;
        }

        var scaled = type.Unit?.Symbol == "ratio" && distance < 1 ? distance * 100 : distance;
        while (decimals < PlainNumber.PublishedDecimals && Math.Round(scaled, decimals, MidpointRounding.AwayFromZero) == 0)
        {
            decimals++;
        }

        return decimals;
    }

    private static string Limit(TestExplanation test, int index, int decimals) => Words(test.Limits[index], test, decimals);

    private static string Listed(TestExplanation test, int decimals) =>
        ValueWording.Join([.. test.Limits.Select(l => Words(l, test, decimals))]);

    private static string Words(Value value, TestExplanation test, int decimals) => ValueWording.Format(value, test.Type, decimals);
}
