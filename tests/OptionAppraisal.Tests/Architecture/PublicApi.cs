using System.Reflection;
using System.Text;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The public API of an assembly as a text.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            if (type.Name.Contains('<', StringComparison.Ordinal))
            {
                continue;
            }

            text.Append(Kind(type)).Append(' ').Append(NameOf(type)).Append('\n');
            foreach (var line in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        var constructors = type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})");
        var properties = type.GetProperties(Declared).Select(p =>
            $"{(p.GetMethod?.IsStatic == true ? "static " : "")}{NameOf(p.PropertyType)} {p.Name}{(p.SetMethod is { IsPublic: true } ? " { get; init; }" : " { get; }")}");
        var fields = type.GetFields(Declared).Select(f => $"{NameOf(f.FieldType)} {f.Name}");
        var methods = type.GetMethods(Declared).Where(m => !m.IsSpecialName && !IsRecordPlumbing(m))
            .Select(m => $"{(m.IsStatic ? "static " : "")}{NameOf(m.ReturnType)} {m.Name}({Parameters(m)})");
        return constructors.Concat(properties).Concat(fields).Concat(methods);
    }

    private static bool IsRecordPlumbing(MethodInfo method) =>
        method.Name is "<Clone>$" or "Deconstruct" or "GetHashCode" or "ToString" or "Equals" or "PrintMembers";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{(p.IsOut ? "out " : "")}{NameOf(p.ParameterType)} {p.Name}{(p.IsOptional ? "?" : "")}"));

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return NameOf(type.GetElementType()!);
        }

        if (!type.IsGenericType)
        {
            return type.IsGenericParameter || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.FullName ?? type.Name;
        }

        var name = type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.GetGenericTypeDefinition().FullName!;
        return $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
