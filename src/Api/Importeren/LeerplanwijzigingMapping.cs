using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Api.Importeren;

/// <summary>Shows what a change of doelgroep does: in short with each row, in full once per answer.</summary>
internal static class LeerplanwijzigingMapping
{
    public static V1.Leerplanwijziging ToSummary(Doelgroepwisseling wisseling, Leerplanverschil verschil) => new()
    {
        Van = wisseling.Van?.ToString() ?? "",
        Naar = wisseling.Naar?.ToString() ?? "",
        AantalActief = verschil.WordtActief.Count,
        AantalInactief = verschil.WordtInactief.Count,
        Streefniveaus =
        {
            verschil.Streefniveaus.Select(s => new V1.Streefniveauwijziging
            {
                Vak = (V1.Vak)s.Vak,
                Oud = (V1.Niveau)s.Oud.GetValueOrDefault(),
                Nieuw = (V1.Niveau)s.Nieuw.GetValueOrDefault(),
            }),
        },
    };

    public static V1.Leerplanverschil ToDetails(Doelgroepwisseling wisseling, Leerplanverschil verschil) => new()
    {
        Van = wisseling.Van?.ToString() ?? "",
        Naar = wisseling.Naar?.ToString() ?? "",
        WordtActief = { verschil.WordtActief },
        WordtInactief = { verschil.WordtInactief },
    };
}
