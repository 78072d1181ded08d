using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>A case document that tests start from, with the rule pack that it names.</summary>
/// <param name="Node">The document.</param>
/// <param name="Owner">Its first key.</param>
/// <param name="Bytes">Its bytes, for the hash.</param>
/// <param name="Bound">The rule pack.</param>
/// <param name="IsSound">Whether the rule pack has no errors.</param>
internal sealed record CaseDocument(MappingNode Node, SourceSpan Owner, ReadOnlyMemory<byte> Bytes, BoundPack Bound, bool IsSound);

/// <summary>A test, read: what is given, and what is expected. It may be run only where it has no problems.</summary>
/// <param name="Id">The id.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="Given">The case; null where it could not be made.</param>
/// <param name="Expected">What is expected; null where that could not be read.</param>
/// <param name="Problems">What is wrong with it, sorted.</param>
internal sealed record BoundTest(string Id, SourceSpan Span, GivenCase? Given, Expectations? Expected, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether it can be run.</summary>
    public bool IsSound => Given is { IsSound: true } && Expected is not null && !Problems.Any(p => p.IsError);
}

/// <summary>The case that a test is about.</summary>
/// <param name="Case">The case.</param>
/// <param name="Bound">Its rule pack.</param>
/// <param name="IsMadeUp">Whether the test makes it up, so that what is not given is not known.</param>
/// <param name="IsSound">Whether the rule pack has no errors.</param>
internal sealed record GivenCase(AppraisalCase Case, BoundPack Bound, bool IsMadeUp, bool IsSound)
{
    public RulePack Pack => Bound.Pack;

    /// <summary>The option that expectations without an option are about; null for none.</summary>
    public AppraisalOption? Option { get; init; }

    /// <summary>The stage that is looked at; null where the test does not say.</summary>
    public Stage? Stage { get; init; }

    /// <summary>What is wrong with the case itself, which a test may expect.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];
}
