using OptionAppraisal.Tests.Architecture;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>A test that needs documents which stand beside the checkout and are not part of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder)
    {
        if (!Directory.Exists(PathOf(folder)))
        {
            Skip = $"the documents of ../shared/{folder}, beside the checkout, are not here";
        }
    }

    /// <summary>The path of a folder or file of those documents.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Repository.Root, "..", "shared", .. parts]);
}
