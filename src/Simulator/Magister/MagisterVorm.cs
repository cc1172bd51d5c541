using System.Text;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>A row of the list <c>KurveLeerlingData</c>.</summary>
/// <param name="IdGebr">Id of the login account; empty when there is none.</param>
/// <param name="ExterneId">External id.</param>
/// <param name="Opleidingscode">The school's code for the opleiding.</param>
/// <param name="Stamnr">The pupil's number.</param>
internal readonly record struct MagisterRij(string IdGebr, string ExterneId, string Opleidingscode, string Stamnr);

/// <summary>A column of the answer.</summary>
/// <param name="Naam">The element's name.</param>
/// <param name="Waarde">What stands in it; null leaves the element out.</param>
internal sealed record MagisterKolom(string Naam, Func<MagisterRij, string?> Waarde)
{
    /// <summary>The four columns under given names.</summary>
    public static IReadOnlyList<MagisterKolom> Named(
        string idGebr, string externeId, string opleidingscode, string stamnr) =>
    [
        new(idGebr, rij => rij.IdGebr),
        new(externeId, rij => rij.ExterneId),
        new(opleidingscode, rij => rij.Opleidingscode),
        new(stamnr, rij => rij.Stamnr),
    ];
}

/// <summary>How the list is written. The default is a good answer; everything else is a deviation on request.</summary>
internal sealed record MagisterVorm
{
    /// <summary>A good answer.</summary>
    public static readonly MagisterVorm Goed = new();

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<MagisterKolom> Kolommen { get; init; } =
        MagisterKolom.Named("idGebr", "ExterneId", "opleidingscode", "stamnr");

    /// <summary>The element around all rows; null leaves it out (an empty <c>Table</c>).</summary>
    public string? Meervoud { get; init; } = "Leerlingen";

    /// <summary>The element around one row.</summary>
    public string Enkelvoud { get; init; } = "Leerling";

    /// <summary>Whether there are rows.</summary>
    public bool Gevuld { get; init; } = true;

    /// <summary>Whether the first pupils come twice with another opleidingscode.</summary>
    public bool TegenstrijdigeDubbelen { get; init; }

    /// <summary>Whether <c>stamnr</c> comes with spaces around it and zeros in front.</summary>
    public bool VersierdeStamnrs { get; init; }

    /// <summary>Whether <c>stamnr</c> comes without zeros in front.</summary>
    public bool KorteStamnrs { get; init; }

    /// <summary>Whether no row has a code.</summary>
    public bool ZonderCodes { get; init; }

    /// <summary>Whether the enrolments of last year come first.</summary>
    public bool VorigJaarErbij { get; init; }

    /// <summary>Whether the rows are of pupils whom UWLR does not know.</summary>
    public bool AndereLeerlingen { get; init; }

    /// <summary>The encoding of the bytes; its preamble, if any, is written.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    /// <summary>Whether an XML declaration tells the encoding.</summary>
    public bool Declaration { get; init; } = true;

    /// <summary>The HTTP content type.</summary>
    public string ContentType { get; init; } = "text/xml; charset=utf-8";

    /// <summary>How many pupils a deviation touches, where it does not touch all.</summary>
    public const int Getroffenen = 3;
}
