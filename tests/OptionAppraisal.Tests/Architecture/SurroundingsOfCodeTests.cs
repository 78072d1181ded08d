using System.Reflection;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>What the compiled library reaches outside itself: no word of the source hides it.</summary>
public sealed class SurroundingsOfCodeTests
{
    private static readonly string[] Forbidden =
    [
        "System.Console.", "System.Random.", "System.TimeProvider.", "System.Diagnostics.Stopwatch.", "System.Diagnostics.Process.", "System.Net.", "System.Security.Cryptography.RandomNumberGenerator.",
        "System.Text.RegularExpressions.", "System.Linq.Expressions.", "System.Reflection.Emit.", "System.Activator.",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.TimeZoneInfo.",
        "System.Environment.", "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    // What the compiler writes into every method that yields.
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    private static readonly string[] Files = ["System.IO.File.", "System.IO.Directory.", "System.IO.FileInfo.", "System.IO.DirectoryInfo.", "System.IO.FileStream.", "System.IO.StreamReader.", "System.IO.StreamWriter."];

    [Fact]
    public void The_library_reaches_no_console_clock_culture_randomness_process_or_network()
    {
        Uses(Repository.Library.GetTypes(), Forbidden).ShouldBeEmpty();
    }

    [Fact]
    public void The_library_reaches_files_through_one_door()
    {
        Uses(Repository.Library.GetTypes().Where(t => !t.FullName!.StartsWith("OptionAppraisal.FileStore", StringComparison.Ordinal)), Files).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_reached_from_inside_a_text_is_named()
    {
        Uses([typeof(Reaching)], Forbidden).ShouldBe(["Reaching uses System.Environment.get_MachineName"]);
        Uses([typeof(Reaching)], Files).ShouldBe(["Reaching uses System.IO.File.Exists"]);
    }

    private static IEnumerable<string> Uses(IEnumerable<Type> types, string[] names) =>
        types.SelectMany(t => TypeReferences.MembersOf(t).Select(NameOf).Where(m => m != OfIterators && names.Any(n => m.StartsWith(n, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)
            .Select(m => $"{t.Name} uses {m}"));

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType?.FullName}.{member.Name}";

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Maintainability", "CA1812", Justification = "only its code is read")]
    private sealed class Reaching
    {
        public override string ToString() => $"{Environment.MachineName} {System.IO.File.Exists("x")}";
    }
}
