using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

internal static class Rulebook
{
    public static ISessionFactory Compile(IEnumerable<Rule> rules)
    {
        var set = new RuleSet("by hand");
        set.Add(new RuleDefinitionFactory().Create(rules));
        return new RuleCompiler().Compile([set]);
    }
}
