using System.Security.Cryptography;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The SHA-256 of documents, in lower-case hexadecimal: of one file what any tool gives for it, of several that of the files one after the other.</summary>
internal static class Sha256Text
{
    public static string Of(IEnumerable<ReadOnlyMemory<byte>> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in documents)
        {
            hash.AppendData(document.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
