using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Plans;

/// <summary>The value of a parameter for a case: what the case tries out, else that of its day.</summary>
public static class ParameterReading
{
    /// <summary>The value; null on a day before the first of a dated parameter. Where the day is not known the latest counts.</summary>
    public static decimal? Of(Parameter parameter, AppraisalCase appraisalCase)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        if (appraisalCase.Variation.Parameters is { IsEmpty: false } tried && tried.TryGetValue(parameter.Id, out var value))
        {
            return value;
        }

        return parameter.Values.IsEmpty || !appraisalCase.IsAsOfKnown ? parameter.Value : parameter.ValueOn(appraisalCase.AsOf);
    }
}
