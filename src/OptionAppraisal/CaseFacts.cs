namespace OptionAppraisal;

/// <summary>The facts of a case, an option or a record while a case is built from an application's own objects.</summary>
/// <remarks>Not thread-safe. Types and limits are checked when the case is built.</remarks>
public sealed class CaseFacts
{
    private readonly List<(string Id, string Yaml)> _facts = [];

    internal CaseFacts()
    {
    }

    internal int Count => _facts.Count;

    /// <summary>Gives a fact its value.</summary>
    /// <param name="id">The name of the fact.</param>
    /// <param name="value">
    /// A decimal, whole number, bool, string (also for members of choices and ids of records), DateOnly, a list of these, a
    /// <see cref="CaseValue"/> with its evidence, or null for not known, even where the fact has a default.
    /// </param>
    /// <returns>The same facts.</returns>
    /// <exception cref="ArgumentException">The value is of another type; a double has no exact value and must be made a decimal first.</exception>
    public CaseFacts Set(string id, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        _facts.Add((id, value is CaseValue graded ? graded.ToYaml() : YamlText.Value(value)));
        return this;
    }

    internal void Write(YamlText yaml)
    {
        foreach (var (id, value) in _facts)
        {
            yaml.Line(id, value);
        }
    }
}
