using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>Which of two sources that are joined.</summary>
public enum Gekoppeldebron
{
    /// <summary>The people of UWLR.</summary>
    Personen = 1,

    /// <summary>The web service's list of opleidingen.</summary>
    Opleidingen,
}

/// <summary>What one source delivered and nothing in the other belongs to.</summary>
/// <param name="Bron">The source that has it.</param>
/// <param name="Vestiging">Of a person, the vestiging that delivered it; else null.</param>
/// <param name="Sleutel">Of a person, the key in the school administration; of a row, its external id.</param>
/// <param name="Stamnummer">Of a row, the pupil number.</param>
/// <param name="IdGebr">Of a row, the id of the login account.</param>
/// <param name="Opleidingscode">Of a row, the code.</param>
/// <param name="Naam">Of a person, the name.</param>
public sealed record LosseRegel(
    Gekoppeldebron Bron,
    string? Vestiging,
    string? Sleutel,
    string? Stamnummer,
    string? IdGebr,
    string? Opleidingscode,
    string? Naam)
{
    /// <summary>All of a delivery: people first, each source in the order in which it delivered.</summary>
    public static IReadOnlyList<LosseRegel> Of(Aanlevering aanlevering)
    {
        var empty = aanlevering.Remmen.Contains(Meldingen.LijstLeeg);
        return
        [
            .. aanlevering.Leerlingen
                .Where(l => l.Afkeuring is null && (empty || l.Meldingen.Contains(Meldingen.GeenOpleidingsregel)))
                .Select(l => Of(l.Gegevens)),
            .. aanlevering.RegelsZonderLeerling.Select(Of),
        ];
    }

    private static LosseRegel Of(LeerlingGegevens leerling) => new(
        Gekoppeldebron.Personen,
        leerling.Vestiging.Value,
        leerling.UwlrKey ?? leerling.EckId?.Value,
        null,
        null,
        null,
        leerling.Naam);

    private static LosseRegel Of(Opleidingsregel regel) => new(
        Gekoppeldebron.Opleidingen,
        null,
        regel.ExterneId,
        regel.Stamnummer,
        regel.IdGebr,
        regel.Opleidingscode,
        null);
}
