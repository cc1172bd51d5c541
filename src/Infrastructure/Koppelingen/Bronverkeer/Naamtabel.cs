using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// The names of an answer, each kept once. An answer has tens of names and each of them thousands of times, so the last
/// name of each hash is tried first; whatever an odd answer holds beyond that goes to the framework's own table. Since
/// XmlReader brings each name here before it keeps an element or attribute, this is where those are counted.
/// </summary>
internal sealed class Naamtabel : XmlNameTable
{
    private const int Size = 256;
    private readonly string?[] _recent = new string?[Size];
    private readonly NameTable _all = new();
    private int _nodes;
    private int _namesOfNode;
    private int _different;

    /// <summary>The reader goes on to the next node.</summary>
    /// <exception cref="AnswerLimitException">There are more than an answer may hold.</exception>
    public void BeginNode()
    {
        _namesOfNode = 0;

        // An element and its end are two nodes.
        AnswerLimit.Elements.Check(++_nodes / 2);
    }

    public override string Add(char[] array, int offset, int length)
    {
        if (length == 0)
        {
            return "";
        }

        AnswerLimit.Attributes.Check(++_namesOfNode);
        var name = array.AsSpan(offset, length);
        ref var recent = ref _recent[Hash(name)];
        return recent is not null && name.SequenceEqual(recent) ? recent : recent = AddOther(array, offset, length);
    }

    public override string Add(string array)
    {
        if (_all.Get(array) is { } known)
        {
            return known;
        }

        AnswerLimit.Names.Check(++_different);
        return _all.Add(array);
    }

    public override string? Get(char[] array, int offset, int length) => _all.Get(array, offset, length);

    public override string? Get(string array) =>
        array.Length > 0 && _recent[Hash(array)] is { } recent && string.Equals(recent, array, StringComparison.Ordinal)
            ? recent
            : _all.Get(array);

    private string AddOther(char[] array, int offset, int length)
    {
        if (_all.Get(array, offset, length) is { } known)
        {
            return known;
        }

        AnswerLimit.Names.Check(++_different);
        return _all.Add(array, offset, length);
    }

    private static int Hash(ReadOnlySpan<char> name) =>
        ((name.Length * 31) + (name[0] * 7) + (name[^1] * 3) + name[name.Length / 2]) % Size;
}
