using System.Buffers;
using System.Text;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>A secret that was found.</summary>
/// <param name="Plaats">Where.</param>
/// <param name="Geheim">The name of the secret.</param>
/// <param name="Vorm">In which form.</param>
internal sealed record Vondst(string Plaats, string Geheim, string Vorm);

/// <summary>
/// Looks for secrets in what a run left behind, as text or bytes, in every form in which one may have been written
/// down. Bytes are compared one to one as Latin-1, so that all forms of all secrets are sought in one pass.
/// </summary>
internal sealed class Geheimzoeker
{
    private const int Shortest = 16;

    private readonly Dictionary<string, List<(string Geheim, string Vorm)>> _sought =
        new(StringComparer.OrdinalIgnoreCase);

    private SearchValues<string>? _any;

    /// <summary>Looks for this secret as well; at least 16 characters, or chance would find it.</summary>
    public void Add(string naam, string geheim)
    {
        if (geheim.Length < Shortest)
        {
            throw new ArgumentException($"The {naam} is too short to be told from chance.", nameof(geheim));
        }

        foreach (var (vorm, bytes) in Geheimvormen.Of(geheim))
        {
            var pattern = Encoding.Latin1.GetString(bytes);
            if (!_sought.TryGetValue(pattern, out var names))
            {
                _sought[pattern] = names = [];
            }

            names.Add((naam, vorm));
        }

        _any = null;
    }

    /// <summary>Everything that is in a text.</summary>
    public IReadOnlyCollection<Vondst> Search(string plaats, string text) =>
        Search(plaats, Encoding.UTF8.GetBytes(text));

    /// <summary>Everything that is in a row of bytes.</summary>
    public IReadOnlyCollection<Vondst> Search(string plaats, ReadOnlySpan<byte> bytes)
    {
        _any ??= SearchValues.Create([.. _sought.Keys], StringComparison.OrdinalIgnoreCase);
        var text = Encoding.Latin1.GetString(bytes);
        var found = new HashSet<Vondst>();
        var rest = text.AsSpan();
        while (rest.IndexOfAny(_any) is >= 0 and var index)
        {
            rest = rest[index..];
            foreach (var (pattern, names) in _sought)
            {
                if (rest.StartsWith(pattern, StringComparison.OrdinalIgnoreCase))
                {
                    found.UnionWith(names.Select(n => new Vondst(plaats, n.Geheim, n.Vorm)));
                }
            }

            rest = rest[1..];
        }

        return found;
    }
}
