namespace OptionAppraisal;

/// <summary>The facts of a case, an option or a record while a case is built from an application's own objects.</summary>
/// <remarks>Not thread-safe. Types and limits are checked when the case is built.</remarks>
public sealed class CaseFacts
{
    private readonly List<(string Id, string Yaml)> _facts = [];
    private readonly Dictionary<string, List<(string Member, string Yaml)>> _members = new(StringComparer.Ordinal);

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
        _facts.Add((id, ToYaml(value)));
        return this;
    }

    /// <summary>Gives one member of a fact with several values its value; members not given are not known, or have the default of the fact.</summary>
    /// <param name="id">The name of the fact.</param>
    /// <param name="member">The name of the member, or the id of the record.</param>
    /// <param name="value">A value as for a single one.</param>
    /// <returns>The same facts.</returns>
    /// <exception cref="ArgumentException">The value is of another type; a double has no exact value and must be made a decimal first.</exception>
    public CaseFacts Set(string id, string member, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(member);
        var yaml = ToYaml(value);
        if (!_members.TryGetValue(id, out var members))
        {
            _members.Add(id, members = []);
            _facts.Add((id, ""));
        }

        members.Add((member, yaml));
        return this;
    }

    internal void Write(YamlText yaml)
    {
        foreach (var (id, value) in _facts)
        {
            if (value.Length == 0)
            {
                yaml.Map(id, _members[id], m => yaml.Line(m.Member, m.Yaml));
            }
            else
            {
                yaml.Line(id, value);
            }
        }
    }

    private static string ToYaml(object? value) => value is CaseValue graded ? graded.ToYaml() : YamlText.Value(value);
}
