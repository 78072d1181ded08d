using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Plans;

/// <summary>Where expressions find the derived facts that they read, for an engine that works them out itself.</summary>
public interface IDerivedFacts
{
    /// <summary>The value of a derived fact; it may be not known.</summary>
    /// <param name="fact">The derived fact.</param>
    /// <param name="subject">Whose it is: the case, an option or a record, as its scope says.</param>
    /// <exception cref="JudgingException">Working it out ended in an error.</exception>
    Value ValueOf(DerivedFact fact, Subject subject);
}
