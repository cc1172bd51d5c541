namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// Numo's own profile: the columns that a school or another supplier can always deliver. Stable: columns may be added,
/// and none changes its name or meaning.
/// </summary>
public static class Csvprofiel
{
    /// <summary>Rises when a column is added.</summary>
    public const int Versie = 2;

    /// <summary>The columns in order, the same as those of the export of a school's people.</summary>
    public static IReadOnlyList<Csvkolom> Kolommen { get; } =
    [
        Csvkolom.Rol, Csvkolom.Status, Csvkolom.Vestiging, Csvkolom.EckId, Csvkolom.Sleutel, Csvkolom.Stamnummer,
        Csvkolom.IdGebr, Csvkolom.Roepnaam, Csvkolom.Voorvoegsel, Csvkolom.Achternaam, Csvkolom.Email, Csvkolom.Leerjaar,
        Csvkolom.Opleidingscode, Csvkolom.Opleiding, Csvkolom.Stamgroep, Csvkolom.Groepen,
        Csvkolom.Schooljaar,
    ];

    /// <summary>Rows to show what belongs where; the people are invented.</summary>
    private static readonly string[] Voorbeelden =
    [
        "leerling;actief;00;;;001234;;Noor;van der;Voorbeeld;;1;HV1;;1A;1A-wi|1A-en;",
        "leerling;actief;00;;;001235;;Sem;;Fictief;;4;H4;;4H2;wisA1|du2;",
        "docent;actief;00;;VBD;;;Joke;de;Verzonnen;j.de.verzonnen@voorbeeld.invalid;;;;1A;wisA1;",
    ];

    /// <summary>
    /// The template: a first line with the names and a few invented rows, to be replaced.
    /// </summary>
    /// <param name="metVoorbeelden">Whether with the invented rows.</param>
    public static string ToSjabloon(bool metVoorbeelden)
    {
        var kop = string.Join(';', Kolommen.Select(Kolomnamen.Of));
        return string.Join("\r\n", metVoorbeelden ? [kop, .. Voorbeelden, ""] : [kop, ""]);
    }
}
