using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

public sealed class ImmutabilityTests
{
    private static readonly string[] DataNamespaces = ["Facts", "Packs", "Plans", "Results", "Diagnostics"];

    // Collectors by purpose: they live for one load or one appraisal and are never part of a result.
    private static readonly string[] Collectors = ["DiagnosticBag", "Gaps"];

    // Things that refer to each other in a circle: tied together once, while a document is read and nobody else sees them.
    private static readonly string[] TiedOnce = ["DerivedFact._value", "DerivedFact._type", "CaseRecord._facts"];

    [Fact]
    public void Public_data_types_cannot_be_changed_after_they_are_made()
    {
        DataTypes().SelectMany(Violations).ShouldBeEmpty();
    }

    [Fact]
    public void A_settable_property_is_named()
    {
        Violations(typeof(Changeable)).ShouldBe(["Changeable.Name can be set", "Changeable.Items is a List`1", "Changeable.Field is a public field", "Changeable._count is a field that changes"], ignoreOrder: true);
    }

    private static IEnumerable<Type> DataTypes() =>
        typeof(Value).Assembly.GetExportedTypes()
            .Where(t => DataNamespaces.Any(n => (t.Namespace + ".").StartsWith($"OptionAppraisal.{n}.", StringComparison.Ordinal)))
            .Where(t => !t.IsEnum && !Collectors.Contains(t.Name));

    private static IEnumerable<string> Violations(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(Declared))
        {
            if (property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            {
                yield return $"{type.Name}.{property.Name} can be set";
            }

            if (IsMutableCollection(property.PropertyType))
            {
                yield return $"{type.Name}.{property.Name} is a {property.PropertyType.Name}";
            }
        }

        foreach (var field in type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(f => !f.IsInitOnly && !f.Name.EndsWith("k__BackingField", StringComparison.Ordinal) && !TiedOnce.Contains($"{type.Name}.{f.Name}")))
        {
            yield return $"{type.Name}.{field.Name} is a field that changes";
        }

        foreach (var field in type.GetFields(Declared).Where(f => !f.IsInitOnly && !f.IsLiteral))
        {
            yield return $"{type.Name}.{field.Name} is a public field";
        }
    }

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
                || type.GetGenericTypeDefinition() == typeof(HashSet<>) || type.GetGenericTypeDefinition() == typeof(IList<>)
                || type.GetGenericTypeDefinition() == typeof(IDictionary<,>)));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051", Justification = "the test needs a type that breaks the rule")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1002", Justification = "the test needs a type that breaks the rule")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Maintainability", "CA1812", Justification = "only its shape is read")]
    private sealed class Changeable
    {
        public int Field = 1;
        private int _count;

        public string Name { get; set; } = "";

        public List<int> Items { get; } = [];

        public ImmutableArray<int> Fixed { get; init; } = [];

        public void Count() => _count++;
    }
}
