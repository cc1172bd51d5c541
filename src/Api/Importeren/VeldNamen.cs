using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Importeren;

/// <summary>The names that fields have in the messages Leerling and Docent.</summary>
internal static class VeldNamen
{
    public static string Of(Veld veld) => veld switch
    {
        Veld.EckId => "eck_id",
        Veld.UwlrKey => "uwlr_key",
        Veld.IdGebr => "id_gebr",
        _ => veld.ToString().ToLowerInvariant(),
    };
}
