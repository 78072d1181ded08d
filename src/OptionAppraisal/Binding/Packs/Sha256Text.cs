using System.Security.Cryptography;
using System.Text;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
internal static class Sha256Text
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
