using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal;

/// <summary>Cases made from another by changing facts: what if this figure were another?</summary>
/// <remarks>
/// What is not changed is the same objects, so that an engine that keeps its conclusions can tell what to judge again. Facts of records are not changed
/// this way: records refer to each other, so a case with other records is built or read anew.
/// </remarks>
public static class AppraisalCaseChanging
{
    private const string Path = "change.case.yaml";

    extension(AppraisalCase appraisalCase)
    {
        /// <summary>The case with other values of facts of its own; values are checked as those of a document are.</summary>
        /// <param name="facts">Sets the facts that change; null for one that is then not known.</param>
        /// <exception cref="AppraisalException">A fact or a value is wrong: every problem, at places of the change as a document.</exception>
        public AppraisalCase WithFacts(Action<CaseFacts> facts)
        {
            ArgumentNullException.ThrowIfNull(appraisalCase);
            return Change(appraisalCase, facts, static (change, node) => change.OfCase(node));
        }

        /// <summary>The case with other values of facts of an option; values are checked as those of a document are.</summary>
        /// <param name="optionId">The option.</param>
        /// <param name="facts">Sets the facts that change; null for one that is then not known.</param>
        /// <exception cref="ArgumentException">The case has no such option.</exception>
        /// <exception cref="AppraisalException">A fact or a value is wrong: every problem, at places of the change as a document.</exception>
        public AppraisalCase WithOption(string optionId, Action<CaseFacts> facts)
        {
            ArgumentNullException.ThrowIfNull(appraisalCase);
            ArgumentException.ThrowIfNullOrWhiteSpace(optionId);
            var option = appraisalCase.Options.FirstOrDefault(o => string.Equals(o.Id, optionId, StringComparison.Ordinal))
                ?? throw new ArgumentException($"unknown option `{optionId}`: {Suggestion.Help(optionId, appraisalCase.Options.Select(o => o.Id), "options")}", nameof(optionId));
            return Change(appraisalCase, facts, (change, node) => change.OfOption(option, node));
        }
    }

    private static AppraisalCase Change(AppraisalCase appraisalCase, Action<CaseFacts> facts, Func<CaseChange, MappingNode, AppraisalCase> make)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (appraisalCase.Rules is not RulePack)
        {
            throw new ArgumentException("the case was not read for a rule pack", nameof(appraisalCase));
        }

        var values = new CaseFacts();
        facts(values);
        if (values.Count == 0)
        {
            return appraisalCase;
        }

        var yaml = new YamlText();
        values.Write(yaml);
        var bytes = System.Text.Encoding.UTF8.GetBytes(yaml.ToString());
        var bag = new DiagnosticBag();
        var changed = SourceTextReader.Decode(Path, bytes, bag) is { } source && DocumentReader.Read(source, bag) is MappingNode node
            ? make(new CaseChange(appraisalCase, bytes, bag), node)
            : null;
        return bag.HasErrors || changed is null ? throw new AppraisalException(bag.ToSorted()) : changed;
    }
}
