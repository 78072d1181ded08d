using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;

namespace OptionAppraisal;

/// <summary>The rule packs that an application registers; they are loaded and checked when the catalogue is first resolved.</summary>
public sealed class OptionAppraisalBuilder
{
    private readonly List<string> _folders = [];
    private readonly TextStore _texts = new();
    private readonly List<string> _names = [];

    internal OptionAppraisalBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that are registered into.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds every rule pack below a folder, which is also the root of their paths.</summary>
    /// <param name="folder">The folder; a relative one is looked for in the current folder, then beside the application.</param>
    public OptionAppraisalBuilder AddPacksFromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folders.Add(folder);
        return this;
    }

    /// <summary>Adds a rule pack from its text; packs that use each other name each other by these names.</summary>
    /// <param name="name">The path of the text, such as <c>criteria/best_value.pack.yaml</c>; the ending may be left out.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">A pack of that name was added before.</exception>
    public OptionAppraisalBuilder AddPack(string name, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        Add(WithEnding(name), System.Text.Encoding.UTF8.GetBytes(text));
        return this;
    }

    /// <summary>Adds every rule pack among the embedded resources of an assembly.</summary>
    /// <remarks>Packs that use each other find each other by the paths that they had as files below the embedded folder.</remarks>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the names of the resources start with, such as <c>MyApp.Rules</c>; what follows is the path of the pack, its points read as <c>/</c>.</param>
    /// <exception cref="ArgumentException">There are no rule packs with that prefix.</exception>
    public OptionAppraisalBuilder AddEmbeddedPacks(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        var found = assembly.GetManifestResourceNames().Where(n => EmbeddedName.PathOf(n, prefix) is not null).Order(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            throw new ArgumentException(NoneEmbedded(assembly, prefix), nameof(prefix));
        }

        foreach (var resource in found)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var path = EmbeddedName.PathOf(resource, prefix)!;
            Add(path, memory.ToArray());
            _texts.MarkEmbedded(path);
        }

        return this;
    }

    internal RulePackCatalog Load()
    {
        var bag = new DiagnosticBag();
        var packs = new List<RulePack>();
        foreach (var name in _names)
        {
            Take(RulePackLoading.LoadFrom(_texts, name), packs, bag);
        }

        foreach (var folder in _folders.Select(Find))
        {
            foreach (var path in FileStore.Below(folder, folder, k => k == DocumentKind.Pack, bag))
            {
                Take(RulePackLoading.LoadFrom(new FileStore(folder), path), packs, bag);
            }
        }

        return bag.HasErrors ? throw new RulePackException(bag.ToSorted()) : new RulePackCatalog([.. packs]);
    }

    private static void Take(LoadResult<RulePack> loaded, List<RulePack> packs, DiagnosticBag bag)
    {
        bag.AddRange(loaded.Diagnostics);
        if (loaded.Value is not { } pack)
        {
            return;
        }

        if (packs.Find(p => string.Equals(p.Id, pack.Id, StringComparison.Ordinal)) is { } first)
        {
            bag.Add(PackCodes.DefinedTwice, pack.Span, $"there are two rule packs `{pack.Id}`", "give one of them another id", first.Span);
        }
        else
        {
            packs.Add(pack);
        }
    }

    private static string Find(string folder)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, folder);
        return Path.GetFullPath(!FileStore.IsFolder(folder) && FileStore.IsFolder(beside) ? beside : folder);
    }

    private static string NoneEmbedded(Assembly assembly, string prefix)
    {
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(DocumentKind.Pack.Ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var there = names.Count == 0 ? "it has no embedded rule packs at all" : $"the first of those that it has is `{names[0]}`";
        return $"{assembly.GetName().Name} has no embedded resources that start with `{prefix}` and end in `{DocumentKind.Pack.Ending}`; {there}";
    }

    private static string WithEnding(string name)
    {
        var path = name.Replace('\\', '/');
        return path.EndsWith(DocumentKind.Pack.Ending, StringComparison.Ordinal) ? path : path + DocumentKind.Pack.Ending;
    }

    private void Add(string path, byte[] bytes)
    {
        if (!_texts.TryAdd(path, bytes))
        {
            throw new ArgumentException($"a rule pack `{path}` was added before", nameof(path));
        }

        _names.Add(path);
    }
}
