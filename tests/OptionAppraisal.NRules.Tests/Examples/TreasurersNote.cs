using NRules.Fluent.Dsl;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Tests.Examples;

/// <summary>What an application wants to be told: this option needs a note of the treasurer.</summary>
public sealed record NoteWanted(string OptionId, decimal Pool, decimal Economy);

/// <summary>An application's own rule: a pooled budget above 5 million that passes its gate and scores well needs the treasurer's note.</summary>
public sealed class TreasurersNote : Rule
{
    private const decimal Limit = 5_000_000m;

    /// <summary>Matches an option, the outcome of a gate and a score, all of a rule pack in YAML.</summary>
    public override void Define()
    {
        OptionFact option = null!;
        GateFact gate = null!;
        ScoreFact economy = null!;

        When()
            .Match(() => option, o => PoolOf(o) > Limit)
            .Match(() => gate, g => g.Id == "pool_has_an_agreement", g => g.OptionId == option.Id, g => g.Outcome == GateOutcome.Pass)
            .Match(() => economy, s => s.CriterionId == "economy", s => s.OptionId == option.Id, s => s.Score >= 50);
        Then()
            .Yield(_ => new NoteWanted(option.Id, PoolOf(option), economy.Score!.Value));
    }

    // Conditions are methods of the application: NRules refuses indexers on the left side.
    private static decimal PoolOf(OptionFact option) => option.Number("pool") ?? 0;
}
