using System.Collections.Frozen;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal;

/// <summary>Loading of cases, as members of <see cref="AppraisalCase"/>.</summary>
public static class AppraisalCaseLoading
{
    extension(AppraisalCase)
    {
        /// <summary>The case in a file, with the rule pack that it names.</summary>
        /// <param name="path">The file, ending in <c>.case.yaml</c>.</param>
        /// <param name="options">How it is loaded; null for the defaults.</param>
        /// <exception cref="AppraisalException">The documents have errors.</exception>
        public static AppraisalCase Load(string path, LoadOptions? options = null) => AppraisalCase.TryLoad(path, options).OrThrow();

        /// <summary>The case in a file, or what is wrong with it and its rule pack.</summary>
        /// <param name="path">The file, ending in <c>.case.yaml</c>.</param>
        /// <param name="options">How it is loaded; null for the defaults.</param>
        public static LoadResult<AppraisalCase> TryLoad(string path, LoadOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(path);
            var (store, name) = FileStore.For(path, options);
            var bag = new DiagnosticBag();
            return LoadResult<AppraisalCase>.Of(new DocumentLoader(store, bag, options?.AsOf).LoadCase(name, DocumentLoader.PlaceOf(name)), bag);
        }

        /// <summary>The case in a text, for a rule pack; the path of the pack in the text is not followed.</summary>
        /// <param name="text">The text.</param>
        /// <param name="pack">The rule pack.</param>
        /// <param name="path">The path that messages show.</param>
        /// <exception cref="AppraisalException">The text has errors.</exception>
        public static AppraisalCase Parse(string text, RulePack pack, string path = "case.case.yaml") => AppraisalCase.TryParse(text, pack, path).OrThrow();

        /// <summary>The case in a text, for a rule pack, or what is wrong with it.</summary>
        /// <param name="text">The text.</param>
        /// <param name="pack">The rule pack; the path of the pack in the text is not followed.</param>
        /// <param name="path">The path that messages show.</param>
        public static LoadResult<AppraisalCase> TryParse(string text, RulePack pack, string path = "case.case.yaml")
        {
            ArgumentNullException.ThrowIfNull(text);
            ArgumentNullException.ThrowIfNull(pack);
            ArgumentException.ThrowIfNullOrWhiteSpace(path);
            var store = new TextStore();
            store.TryAdd(path, text);
            var bag = new DiagnosticBag();
            var loader = new DocumentLoader(store, bag);
            return LoadResult<AppraisalCase>.Of(loader.LoadCase(path, DocumentLoader.PlaceOf(path), new BoundPack(pack, FrozenSet<string>.Empty)), bag);
        }

        /// <summary>A builder of a case from an application's own objects.</summary>
        /// <param name="pack">The rule pack that the case is for.</param>
        public static AppraisalCaseBuilder For(RulePack pack)
        {
            ArgumentNullException.ThrowIfNull(pack);
            return new AppraisalCaseBuilder(pack);
        }
    }

    internal static AppraisalCase OrThrow(this LoadResult<AppraisalCase> result) => result.Value ?? throw new AppraisalException(result.Diagnostics);
}
