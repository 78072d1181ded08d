using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Plans;

namespace OptionAppraisal;

/// <summary>The tests in a document, ready to be judged, together or one by one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleTests
{
    private RuleTests(string path, ImmutableArray<RuleTest> all)
    {
        Path = path;
        All = all;
    }

    /// <summary>The path of the document.</summary>
    public string Path { get; }

    /// <summary>The tests, in the order of the document.</summary>
    public ImmutableArray<RuleTest> All { get; }

    /// <summary>The tests in a file, with the rule packs and cases that they name.</summary>
    /// <param name="path">The file, ending in <c>.tests.yaml</c>.</param>
    /// <param name="options">How it is loaded; null for the defaults.</param>
    /// <exception cref="RulePackException">The documents have errors.</exception>
    public static RuleTests Load(string path, LoadOptions? options = null)
    {
        var (tests, problems) = TryLoad(path, options);
        return tests ?? throw new RulePackException(problems);
    }

    /// <summary>The tests in a file, or what is wrong with them and with what they name.</summary>
    /// <param name="path">The file, ending in <c>.tests.yaml</c>.</param>
    /// <param name="options">How it is loaded; null for the defaults.</param>
    public static LoadResult<RuleTests> TryLoad(string path, LoadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var bag = new DiagnosticBag();
        return LoadResult<RuleTests>.Of(Read(path, options, bag), bag);
    }

    /// <summary>Judges the tests of documents; what is wrong with one is no reason to leave out the others.</summary>
    /// <param name="paths">Files or folders. Below a folder every document of tests is judged, in the order of their paths; hidden folders are left out.</param>
    /// <param name="options">How documents are loaded; null for the defaults. The root of a folder without one is the current folder where it holds it, else the folder.</param>
    /// <param name="engine">The engine that judges the rules; the exact one where none is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static TestRun Run(IEnumerable<string> paths, LoadOptions? options = null, IEvaluationEngine? engine = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var bag = new DiagnosticBag();
        var cases = ImmutableArray.CreateBuilder<TestCaseResult>();
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, root) in Documents.Find(paths, options, k => k == DocumentKind.Tests, bag))
        {
            // Each file is told of all that is wrong in what it names, and the problems of all are told once.
            var own = new DiagnosticBag();
            var tests = Read(file, root, own);
            bag.AddRange(own.ToSorted());
            if (read.Add(tests.Path))
            {
                cases.AddRange(tests.Run(engine, cancellationToken).Cases);
            }
        }

        return new TestRun(new TestReport(cases.DrainToImmutable()), bag.ToSorted());
    }

    /// <summary>Judges the tests, in order.</summary>
    /// <param name="engine">The engine that judges the rules; the exact one where none is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public TestReport Run(IEvaluationEngine? engine = null, CancellationToken cancellationToken = default) => new([.. All.Select(t => t.Run(engine, cancellationToken))]);

    private static RuleTests Read(string path, LoadOptions? options, DiagnosticBag bag)
    {
        var (store, name) = FileStore.For(path, options);
        return new RuleTests(name, [.. new DocumentLoader(store, bag).LoadTests(name, DocumentLoader.PlaceOf(name)).Select(t => new RuleTest(name, t))]);
    }
}

/// <summary>What the tests of documents came to, and the problems of the documents.</summary>
/// <param name="Report">Every test.</param>
/// <param name="Diagnostics">Every problem of every document that was read, each once, sorted by path, line and column.</param>
public sealed record TestRun(TestReport Report, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether every test passed and no document has an error.</summary>
    public bool Passed => Report.Passed && !Diagnostics.Any(d => d.IsError);
}
