using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// The names of an answer, each kept once. An answer has tens of names and each of them thousands of times, so the last
/// name of each hash is tried first; whatever an odd answer holds beyond that goes to the framework's own table.
/// </summary>
internal sealed class Naamtabel : XmlNameTable
{
    private const int Size = 256;
    private readonly string?[] _recent = new string?[Size];
    private readonly NameTable _all = new();

    public override string Add(char[] array, int offset, int length)
    {
        if (length == 0)
        {
            return "";
        }

        var name = array.AsSpan(offset, length);
        ref var recent = ref _recent[Hash(name)];
        return recent is not null && name.SequenceEqual(recent) ? recent : recent = _all.Add(array, offset, length);
    }

    public override string Add(string array) => _all.Add(array);

    public override string? Get(char[] array, int offset, int length) => _all.Get(array, offset, length);

    public override string? Get(string array) =>
        array.Length > 0 && _recent[Hash(array)] is { } recent && string.Equals(recent, array, StringComparison.Ordinal)
            ? recent
            : _all.Get(array);

    private static int Hash(ReadOnlySpan<char> name) =>
        ((name.Length * 31) + (name[0] * 7) + (name[^1] * 3) + name[name.Length / 2]) % Size;
}
