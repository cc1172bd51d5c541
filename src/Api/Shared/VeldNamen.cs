using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Shared;

/// <summary>The names that fields have in the messages Leerling and Docent.</summary>
internal static class VeldNamen
{
    private static readonly Veld[] Velden = [.. Enum.GetValues<Veld>().Where(veld => veld != Veld.Geen)];

    public static string Of(Veld veld) => veld switch
    {
        Veld.EckId => "eck_id",
        Veld.UwlrKey => "uwlr_key",
        Veld.IdGebr => "id_gebr",
        _ => veld.ToString().ToLowerInvariant(),
    };

    /// <summary>The names of several fields.</summary>
    public static IEnumerable<string> OfAll(Veld velden) => Velden.Where(veld => velden.HasFlag(veld)).Select(Of);

    /// <summary>Reads names of fields, out of those that such a person has.</summary>
    public static Veld ReadVelden(this RequestReader reader, IReadOnlyList<string> namen, Veld mogelijk, string field)
    {
        var all = Veld.Geen;
        for (var i = 0; i < namen.Count; i++)
        {
            var veld = Array.Find(Velden, v => mogelijk.HasFlag(v) && string.Equals(Of(v), namen[i], StringComparison.Ordinal));
            all |= veld;
            if (veld == Veld.Geen)
            {
                reader.Refuse(
                    $"{field}[{i}]",
                    "VELD_ONBEKEND",
                    $"'{namen[i]}' is no field to choose; choose from {string.Join(", ", OfAll(mogelijk))}.",
                    $"'{namen[i]}' is geen veld om te kiezen; kies uit {string.Join(", ", OfAll(mogelijk))}.");
            }
        }

        return all;
    }
}
