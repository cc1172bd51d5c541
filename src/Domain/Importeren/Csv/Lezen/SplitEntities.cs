using System.Net;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// Puts fields together again that the <c>;</c> of an HTML entity took apart in a file with <c>;</c> between its fields:
/// <c>Andr&amp;eacute;</c> and <c>O&amp;#039;Hara</c>.
/// </summary>
internal static class SplitEntities
{
    private const char Separator = ';';

    /// <summary>Longer than any entity, with its number or name.</summary>
    private const int Longest = 12;

    /// <summary>The row with its fields as they were meant; the same when no entity was taken apart.</summary>
    public static Csvregel Join(Csvregel regel, char scheidingsteken)
    {
        if (scheidingsteken != Separator || !regel.Velden.Any(EndsInEntity))
        {
            return regel;
        }

        var velden = new List<string>(regel.Velden.Count);
        foreach (var veld in regel.Velden)
        {
            if (velden is [.., var vorige] && EndsInEntity(vorige))
            {
                velden[^1] = vorige + Separator + veld;
            }
            else
            {
                velden.Add(veld);
            }
        }

        return regel with { Velden = velden };
    }

    private static bool EndsInEntity(string veld)
    {
        var start = veld.LastIndexOf('&');
        if (start < 0 || veld.Length - start > Longest || veld.IndexOf(Separator, start) >= 0)
        {
            return false;
        }

        var entity = veld[start..] + Separator;
        return !string.Equals(WebUtility.HtmlDecode(entity), entity, StringComparison.Ordinal);
    }
}
