using System.Globalization;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Weighted tables that others published, to 1e-9; their ranks and ties.
public sealed class PublishedTests
{
    private const decimal Tolerance = 0.000000001m;

    [Theory]
    [InlineData("baltussen_niessen_2006")]
    [InlineData("waste_options")]
    public void A_published_table_is_reproduced(string name)
    {
        var lines = Read(name);
        var scale = Numbers(lines[0].Split(' ')[1..]);
        var criteria = lines[1].Split(' ')[1..].Select(c => c.Split(':')).ToArray();
        var options = lines[2..].Select(l => l.Split('|').Select(f => f.Trim().Split(' ')).ToArray()).ToArray();
        var sketch = new Sketch();
        sketch.Criteria.AddRange(criteria.Select(c => Write.Leaf(c[0], Write.Formula(sketch.OfOption(c[0])), Number(c[1]), new Scale(scale[0], scale[1]))));
        foreach (var option in options)
        {
            sketch.Option(option[0][1], [.. criteria.Select((c, i) => (c[0], (object?)Number(option[0][i + 2])))]);
        }

        var result = sketch.Appraise();
        for (var i = 0; i < options.Length; i++)
        {
            result.Options[i].Total!.Value.ShouldBe(Number(options[i][1][1]), Tolerance);
            result.Options[i].Rank.ShouldBe((int)Number(options[i][2][1]));
            result.Options[i].WeightedScore!.Value.ShouldBe(Number(options[i][3][1]), Tolerance);
        }
    }

    [Fact]
    public void Shares_are_those_of_rank_order_centroid_weights()
    {
        foreach (var line in Read("rank_order_centroid"))
        {
            // The weights by their definition, (1/n) sum of 1/k from the rank to n, against the published fractions.
            var published = line.Split('|')[1].Trim().Split(' ').Select(Fraction).ToArray();
            var count = published.Length;
            var sketch = new Sketch();
            for (var rank = 1; rank <= count; rank++)
            {
                var weight = Enumerable.Range(rank, count - rank + 1).Sum(k => 1m / k) / count;
                sketch.Criteria.Add(Write.Leaf($"c{rank}", Write.Formula(Write.Number(50)), weight));
            }

            sketch.Option("a");
            var shares = sketch.Appraise().Options[0].Criteria.Select(c => c.Weight).ToArray();
            for (var i = 0; i < count; i++)
            {
                shares[i].ShouldBe(published[i], 0.000000000000001m);
            }
        }
    }

    private static string[] Read(string name) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Evaluation", "published", name + ".txt")).Where(l => l.Length > 0 && l[0] != '#')];

    private static decimal[] Numbers(string[] words) => [.. words.Select(Number)];

    private static decimal Number(string word) => decimal.Parse(word, CultureInfo.InvariantCulture);

    private static decimal Fraction(string text) => text.Split('/') is [var above, var below] ? Number(above) / Number(below) : Number(text);
}
