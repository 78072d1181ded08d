using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;

namespace OptionAppraisal;

/// <summary>Loading of rule packs, as members of <see cref="RulePack"/>.</summary>
public static class RulePackLoading
{
    extension(RulePack)
    {
        /// <summary>The rule pack in a file, with the packs that it uses.</summary>
        /// <param name="path">The file, ending in <c>.pack.yaml</c>.</param>
        /// <param name="options">How it is loaded; null for the defaults.</param>
        /// <exception cref="RulePackException">The documents have errors.</exception>
        public static RulePack Load(string path, LoadOptions? options = null) => RulePack.TryLoad(path, options).OrThrow();

        /// <summary>The rule pack in a file, or what is wrong with it and the packs that it uses.</summary>
        /// <param name="path">The file, ending in <c>.pack.yaml</c>.</param>
        /// <param name="options">How it is loaded; null for the defaults.</param>
        public static LoadResult<RulePack> TryLoad(string path, LoadOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(path);
            var (store, name) = FileStore.For(path, options);
            return LoadFrom(store, name);
        }

        /// <summary>The rule pack in a text that uses no others.</summary>
        /// <param name="text">The text.</param>
        /// <param name="path">The path that messages show.</param>
        /// <exception cref="RulePackException">The text has errors.</exception>
        public static RulePack Parse(string text, string path = "pack.pack.yaml") => RulePack.TryParse(text, path).OrThrow();

        /// <summary>The rule pack in a text that uses no others, or what is wrong with it.</summary>
        /// <param name="text">The text.</param>
        /// <param name="path">The path that messages show.</param>
        public static LoadResult<RulePack> TryParse(string text, string path = "pack.pack.yaml")
        {
            ArgumentNullException.ThrowIfNull(text);
            ArgumentException.ThrowIfNullOrWhiteSpace(path);
            var store = new TextStore();
            store.TryAdd(path, text);
            return LoadFrom(store, path);
        }
    }

    internal static LoadResult<RulePack> LoadFrom(IDocumentStore store, string path)
    {
        var bag = new DiagnosticBag();
        var bound = new DocumentLoader(store, bag).LoadPack(path, DocumentLoader.PlaceOf(path));
        return LoadResult<RulePack>.Of(bound?.Pack, bag);
    }

    private static RulePack OrThrow(this LoadResult<RulePack> result) => result.Value ?? throw new RulePackException(result.Diagnostics);
}
