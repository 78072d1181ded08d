using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>Tests: a document becomes cases with what is expected of them.</summary>
/// <param name="bytes">The bytes of the document, for the hash of made-up cases.</param>
/// <param name="bound">The rule pack under test; null where it could not be read.</param>
/// <param name="isSound">Whether it has no errors.</param>
/// <param name="read">The case in a document that a test names; null, with a problem, where it cannot be read.</param>
internal sealed class TestBinder(ReadOnlyMemory<byte> bytes, BoundPack? bound, bool isSound, Func<ScalarNode, DiagnosticBag, CaseDocument?> read)
{
    /// <summary>The tests of a document, in order; problems of a test are its own, those of the document go to the bag.</summary>
    public ImmutableArray<BoundTest> Bind(KeyedMap keys, DiagnosticBag bag)
    {
        if (keys.Scalar("tests") is { } id)
        {
            Identifiers.Check(id, IdRole.Other, bag);
        }

        if (keys.Map("cases") is { Entries.IsEmpty: true } none)
        {
            bag.Add(TestCodes.BadExpectation, none.Span, "there are no tests", "add tests below `cases`");
        }

        return [.. (keys.Map("cases")?.Entries ?? []).Select(Bind)];
    }

    private BoundTest Bind(MappingEntry entry)
    {
        var bag = new DiagnosticBag();
        Identifiers.Check(entry.Key, IdRole.Other, bag);
        GivenCase? given = null;
        Expectations? expected = null;
        if (KeyedMap.Read(entry.Value, TestTables.Test, entry.Key.Span, bag) is { } keys)
        {
            var of = keys.Entry("given");
            var map = of is null ? null : KeyedMap.Read(of.Value, TestTables.Given, of.Key.Span, bag);
            given = map?.Scalar("from") is { } from ? FromFile(from, map, bag) : MadeUp(entry.Key, map, bag);
            if (given is not null && keys.Entry("expect") is { } expect && KeyedMap.Read(expect.Value, TestTables.Expect, expect.Key.Span, bag) is { } wanted)
            {
                expected = new ExpectReader(given, bag).Read(wanted);
            }

            TellOf(given, expected, bag);
        }

        return new BoundTest(entry.Key.Text, entry.Key.Span, given, expected, bag.ToSorted());
    }

    // What is wrong with the case is a problem of the test, unless it is what the test expects.
    private static void TellOf(GivenCase? given, Expectations? expected, DiagnosticBag bag)
    {
        if (given is not null && !(expected?.Error is { } error && given.Problems.Any(p => p.Code.Id == error.Value)))
        {
            bag.AddRange(given.Problems);
        }
    }

    private GivenCase? MadeUp(ScalarNode id, KeyedMap? given, DiagnosticBag bag)
    {
        if (given?.Entry("with") is { } with)
        {
            bag.Add(TestCodes.MixedGiven, with.Key.Span, "`with` changes a case from a file", "add `from: its.case.yaml`, or write the facts below `case` and `option`");
        }

        if (given?.Entry("option") is { Value: ScalarNode } named)
        {
            bag.Add(TestCodes.MixedGiven, named.Value.Span, "`option` names an option of a case from a file", "add `from: its.case.yaml`, or write the facts of the option: `option: { its_fact: 1 }`");
        }

        if (bound is null)
        {
            return null;
        }

        var found = new DiagnosticBag();
        var changes = new CaseChanges(bound, bag);
        Each(given?.Map("parameters"), changes.SetParameter);
        Each(given?.Map("weights"), changes.SetWeight);
        var keys = KeyedMap.Read(MadeUpCase.Write(id, given), TestTables.MadeUpCase, id.Span, found)!;
        var day = given?.Date("as_of");
        var made = CaseBinder.Bind(keys, bytes, bound, day ?? DateOnly.MaxValue, found).Trying(changes.Variation, day is not null);
        return new GivenCase(made, bound, IsMadeUp: true, isSound)
        {
            Option = made.Options.FirstOrDefault(),
            Stage = StageOf(given, bound, bag),
            Problems = [.. found.ToSorted().Where(p => !MadeUpCase.Allows(p))],
        };
    }

    private GivenCase? FromFile(ScalarNode from, KeyedMap given, DiagnosticBag bag)
    {
        foreach (var row in given.Table.Rows)
        {
            if (!TestTables.BesideFrom.Contains(row.Key, StringComparer.Ordinal) && given.Entry(row.Key) is { } wrong)
            {
                bag.Add(TestCodes.MixedGiven, wrong.Key.Span, $"`{row.Key}` is part of a made-up case, and `from` names a file", "change the case by paths: `with: { case.its_fact: 1 }`");
            }
        }

        if (given.Entry("option") is { Value: MappingNode } facts)
        {
            bag.Add(TestCodes.MixedGiven, facts.Key.Span, "beside `from`, `option` names the option that is looked at", "write `option: its_id`, and its facts as `with: { options.its_id.its_fact: 1 }`");
        }

        if (read(from, bag) is not { } document)
        {
            return null;
        }

        var changes = new CaseChanges(document.Bound, bag);
        var node = document.Node;
        var day = given.Date("as_of");
        if (day is not null && given.Entry("as_of") is { } other)
        {
            node = CaseNodes.Set(node, [other.Key], other.Value);
        }

        // What is wrong with the case as it stands is told below, where it still is wrong.
        var quiet = new DiagnosticBag();
        var before = CaseBinder.Bind(KeyedMap.Read(document.Node, CaseTables.Case, document.Owner, quiet)!, document.Bytes, document.Bound, day, quiet);
        var found = new DiagnosticBag();
        node = changes.Apply(node, before, given.Map("with"));
        var keys = KeyedMap.Read(node, CaseTables.Case, document.Owner, found)!;
        var made = CaseBinder.Bind(keys, document.Bytes, document.Bound, day, found).Trying(changes.Variation, isAsOfKnown: true);
        return new GivenCase(made, document.Bound, IsMadeUp: false, document.IsSound)
        {
            Option = given.Scalar("option") is { } id ? OptionOf(id, made, bag) : null,
            Stage = StageOf(given, document.Bound, bag),
            Problems = [.. found.ToSorted().Where(p => !CaseChanges.Allows(p, document.Owner))],
        };
    }

    private static AppraisalOption? OptionOf(ScalarNode id, AppraisalCase made, DiagnosticBag bag)
    {
        if (made.Options.FirstOrDefault(o => o.Id == id.Text) is { } option)
        {
            return option;
        }

        bag.Add(TestCodes.UnknownExpected, id.Span, $"the case has no option `{Scalars.Short(id)}`", Suggestion.Help(id.Text, made.Options.Select(o => o.Id), "options"));
        return null;
    }

    private static Stage? StageOf(KeyedMap? given, BoundPack bound, DiagnosticBag bag)
    {
        if (given?.Scalar("stage") is not { } id)
        {
            return null;
        }

        if (bound.Pack.Stages.FirstOrDefault(s => s.Id == id.Text) is { } stage)
        {
            return stage;
        }

        bag.Add(TestCodes.UnknownExpected, id.Span, $"`{bound.Pack.Id}` has no stage `{Scalars.Short(id)}`", Suggestion.Help(id.Text, bound.Pack.Stages.Select(s => s.Id), "stages"));
        return null;
    }

    private static void Each(MappingNode? map, Action<ScalarNode, DocumentNode> take)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            take(entry.Key, entry.Value);
        }
    }
}
