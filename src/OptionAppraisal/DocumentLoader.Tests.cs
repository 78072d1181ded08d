using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal;

/// <summary>The part that reads tests: documents that name a rule pack, and cases with rule packs of their own.</summary>
internal sealed partial class DocumentLoader
{
    private readonly Dictionary<string, CaseDocument?> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (BoundPack? Bound, bool IsSound)> _boundPacks = new(StringComparer.Ordinal);

    /// <summary>The tests in a document, with the rule packs and cases that they name; every problem is reported, those of single tests also stand in them.</summary>
    public ImmutableArray<BoundTest> LoadTests(string path, SourceSpan place)
    {
        if (Read(path, place, DocumentKind.Tests) is not { } document)
        {
            return [];
        }

        var (bound, isSound) = document.Keys.Scalar("rule_pack") is { } named ? BoundPackOf(path, named, bag) : default;
        var found = new DiagnosticBag();
        var tests = new TestBinder(document.Bytes, bound, isSound, (from, ofTest) => CaseOf(path, from, ofTest)).Bind(document.Keys, found);
        Report(found);
        tests = [.. tests.Select(t => t with { Problems = [.. t.Problems.Where(IsSure)] })];
        bag.AddRange(tests.SelectMany(t => t.Problems));
        return tests;
    }

    private (BoundPack? Bound, bool IsSound) BoundPackOf(string path, ScalarNode named, DiagnosticBag ofPath)
    {
        if (DocumentPath.Resolve(path, named, ofPath) is not { } target)
        {
            return default;
        }

        if (!_boundPacks.TryGetValue(target, out var known))
        {
            var before = ErrorCount();
            var bound = LoadPack(target, named.Span);
            _boundPacks.Add(target, known = (bound, bound is not null && ErrorCount() == before));
        }

        return known;
    }

    private CaseDocument? CaseOf(string path, ScalarNode from, DiagnosticBag ofTest)
    {
        if (DocumentPath.Resolve(path, from, ofTest) is not { } target)
        {
            return null;
        }

        if (!_cases.TryGetValue(target, out var known))
        {
            known = Read(target, from.Span, DocumentKind.Case) is { } document && document.Keys.Scalar("rule_pack") is { } pack && BoundPackOf(target, pack, bag) is { Bound: { } bound } read
                ? new CaseDocument(document.Keys.Node, document.Keys.Owner, document.Bytes, bound, read.IsSound)
                : null;
            _cases.Add(target, known);
        }

        return known;
    }

    private int ErrorCount() => bag.ToSorted().Count(d => d.IsError);
}
