using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OptionAppraisal.Plans;

namespace OptionAppraisal;

/// <summary>Registration of the library among the services of an application.</summary>
public static class OptionAppraisalServices
{
    /// <summary>Registers <see cref="Appraiser"/> and <see cref="RulePackCatalog"/> as singletons; the builder adds rule packs.</summary>
    /// <remarks>Called again it gives the same builder. Resolving the catalogue throws <see cref="RulePackException"/> where a pack has errors.</remarks>
    /// <param name="services">The services.</param>
    public static OptionAppraisalBuilder AddOptionAppraisal(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.FirstOrDefault(s => s.ServiceType == typeof(OptionAppraisalBuilder))?.ImplementationInstance is OptionAppraisalBuilder known)
        {
            return known;
        }

        var builder = new OptionAppraisalBuilder(services);
        services.AddSingleton(builder);
        services.TryAddSingleton(p => new Appraiser(p.GetService<IEvaluationEngine>()));
        services.TryAddSingleton(_ => builder.Load());
        return builder;
    }
}
