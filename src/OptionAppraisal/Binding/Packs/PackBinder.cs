using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Packs;

/// <summary>Rule packs: a root document and those it uses become one bound pack. The passes, in order.</summary>
internal static class PackBinder
{
    private const decimal LeastTolerance = 0.000000001m;

    /// <summary>Binds a pack. What is wrong is reported, and the pack then holds what is sound of it, so that a case can still be read.</summary>
    public static BoundPack Bind(PackDocument root, DiagnosticBag bag)
    {
        var context = new PackContext(root.InOrder(), bag);
        foreach (var document in context.Documents)
        {
            CheckHead(context, document);
            SourceBinder.Bind(document.Keys.Map("sources"), context.Sources, bag);
        }

        var overrides = Overrides.Read(context);
        var schema = SchemaBinder.Bind(context);
        var parameters = ParameterBinder.Bind(context, overrides);
        var derived = DerivedBinder.Declare(context, schema);
        SchemaBinder.CheckNames(context, schema, derived.Declared, parameters);
        var areas = SchemaBinder.Areas(context, schema);
        var gates = GateBinder.Declare(context, overrides);
        var findings = FindingBinder.Declare(context, overrides);
        var criteria = CriteriaBinder.Declare(context, overrides);
        new WeightBinder(context, overrides).Bind(criteria.Top);
        context.Names = new PackNames(schema, [.. derived.Declared], parameters)
        {
            Areas = areas,
            Criteria = [.. criteria.All.Select(c => new CriterionName(c.Id, c.IsJudged))],
            Gates = [.. gates.Select(g => new GateName(g.Id.Text, g.IsOfCase))],
            RemovedGates = context.RemovedGates,
            RemovedCriterion = id => context.RemovedCriteria.Find(id) is { } removed ? (removed.Words, removed.Place) : null,
            BindDerived = derived.Bind,
        };
        overrides.ReportUnused(criteria.All.Select(c => c.Id), parameters.Select(p => p.Id), gates.Select(g => g.Id.Text), findings.Select(f => f.Id.Text), context.RemovedCriteria, bag);
        var stages = new StageBinder(context, criteria, findings);
        var settings = Settings(root.Keys, bag);
        var pack = new RulePack
        {
            Id = root.Id,
            Title = root.Keys.Text("title") ?? root.Id,
            Version = root.Version,
            Sha256 = Sha256Text.Of(context.Documents.Select(d => d.Bytes)),
            Uses = [.. context.Documents[..^1].Select(d => new UsedPack(d.Id, d.Version, Sha256Text.Of([d.Bytes]), d.Source.Path) { InForce = InForceReader.Read(d.Keys, bag) })],
            Schema = schema,
            Sources = [.. context.Sources.Values],
            Parameters = parameters,
            Derived = derived.BindAll(),
            Gates = GateBinder.Bind(context, gates),
            Criteria = criteria.Bind(),
            Findings = FindingBinder.Bind(context, findings, schema),
            Stages = stages.Bind(root),
            Areas = areas,
            InForce = InForceReader.Read(root.Keys, bag),
            WhenUnknown = settings.WhenUnknown,
            Decimals = settings.Decimals,
            TieTolerance = settings.TieTolerance,
            NeedsBaseline = context.ReadsBaseline(),
            Span = root.Keys.SpanOf("rule_pack"),
        };
        foreach (var used in context.Documents[..^1])
        {
            stages.Bind(used);
        }

        return new BoundPack(pack, context.Broken) { RemovedCriterion = context.RemovedCriteria.Find };
    }

    private static void CheckHead(PackContext context, PackDocument document)
    {
        if (document.Keys.Scalar("rule_pack") is { } id)
        {
            Identifiers.Check(id, IdRole.Other, context.Bag);
        }

        if (document != context.Root)
        {
            Settings(document.Keys, context.Bag);
        }
    }

    // Those of used packs are checked and count for nothing.
    private static (WhenUnknown WhenUnknown, int Decimals, decimal TieTolerance) Settings(KeyedMap keys, DiagnosticBag bag)
    {
        var whenUnknown = keys.Text("when_unknown") switch
        {
            "midpoint" => WhenUnknown.Midpoint,
            "leave_out" => WhenUnknown.LeaveOut,
            _ => WhenUnknown.Lowest,
        };
        var decimals = keys.Number("decimals") ?? 1;
        if (decimals is < 0 or > 15 || decimals % 1 != 0)
        {
            bag.Add(KeyCodes.OutOfRange, keys.SpanOf("decimals"), "`decimals` is a whole number from 0 to 15", "write `decimals: 1`");
            decimals = 1;
        }

        var tolerance = keys.Number("tie_tolerance") ?? LeastTolerance;
        if (tolerance < LeastTolerance)
        {
            bag.Add(KeyCodes.OutOfRange, keys.SpanOf("tie_tolerance"), "`tie_tolerance` is at least 0.000000001", "write a larger one, or take it out");
            tolerance = LeastTolerance;
        }

        return (whenUnknown, (int)decimals, tolerance);
    }
}

/// <summary>A pack with the names that are defined in it and wrong; it may be used for appraisals only where nothing was reported.</summary>
internal sealed record BoundPack(RulePack Pack, IReadOnlySet<string> Broken)
{
    /// <summary>The criterion of an id that was removed, or null.</summary>
    public Func<string, RemovedCriterion?> RemovedCriterion { get; init; } = static _ => null;
}
