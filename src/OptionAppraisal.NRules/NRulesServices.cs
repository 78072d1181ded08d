using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules;

/// <summary>Registration of NRules as the engine of appraisals.</summary>
public static class NRulesServices
{
    /// <summary>Lets the <see cref="Appraiser"/> judge rules with NRules in place of the exact engine; results are equal.</summary>
    /// <param name="builder">What <c>services.AddOptionAppraisal()</c> gave.</param>
    /// <returns>The same builder.</returns>
    public static OptionAppraisalBuilder UseNRules(this OptionAppraisalBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<IEvaluationEngine>();
        builder.Services.AddSingleton<IEvaluationEngine, NRulesEngine>();
        return builder;
    }
}
