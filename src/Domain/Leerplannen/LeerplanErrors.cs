using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>A code that the catalogue does not have.</summary>
public sealed record VaardigheidOnbekend(string Vaardigheid)
    : Error(
        ErrorKind.Invalid,
        "VAARDIGHEID_ONBEKEND",
        $"There is no vaardigheid '{Vaardigheid}'; ListVaardigheden shows them all.",
        $"Vaardigheid '{Vaardigheid}' bestaat niet.");

/// <summary>A vaardigheid that nobody gets anew.</summary>
public sealed record VaardigheidVervallen(string Vaardigheid)
    : Error(
        ErrorKind.Precondition,
        "VAARDIGHEID_VERVALLEN",
        $"Vaardigheid {Vaardigheid} is retired and cannot be activated.",
        $"Vaardigheid {Vaardigheid} is vervallen en kan niet meer worden geactiveerd.");

/// <summary>A niveau of another scale than the vak's.</summary>
public sealed record StreefniveauOngeldig(Vak Vak, Niveau Niveau)
    : Error(
        ErrorKind.Invalid,
        "STREEFNIVEAU_ONGELDIG",
        $"{Niveau.Show()} is not a niveau of {Vak.Show()}: Engels has A1 to C1, the others 1F to 4F.",
        $"{Niveau.Show()} is geen niveau van {Vak.Show()}.");

/// <summary>Active vaardigheden would stand without their voorwaarden.</summary>
public sealed record VoorwaardenNietActief(IReadOnlyList<Error> Errors)
    : Error(
        ErrorKind.Precondition,
        "VOORWAARDEN_NIET_ACTIEF",
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => e.Message)),
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => e.Tekst))), ISeveralErrors;

/// <summary>A vaardigheid would be active without one of its voorwaarden.</summary>
public sealed record VoorwaardeOntbreekt(string Vaardigheid, string Voorwaarde)
    : Error(
        ErrorKind.Precondition,
        "VOORWAARDE_ONTBREEKT",
        $"{Vaardigheid} needs {Voorwaarde}, which is not active; activate it as well (met_voorwaarden).",
        $"{Vaardigheid} vraagt eerst {Voorwaarde}, en die is niet actief."), IAboutSubject
{
    /// <inheritdoc/>
    string IAboutSubject.Subject => Vaardigheid;
}

/// <summary>A vaardigheid would be deactivated that an active one needs.</summary>
public sealed record VoorwaardeNogNodig(string Vaardigheid, string NodigVoor)
    : Error(
        ErrorKind.Precondition,
        "VOORWAARDE_NOG_NODIG",
        $"{Vaardigheid} is needed by {NodigVoor}, which is active; deactivate it as well (met_afhankelijken).",
        $"{Vaardigheid} is nog nodig voor {NodigVoor}, en die is actief."), IAboutSubject
{
    /// <inheritdoc/>
    string IAboutSubject.Subject => Vaardigheid;
}

/// <summary>A catalogue that cannot be used, with each row that is wrong.</summary>
public sealed record VaardighedenOngeldig(IReadOnlyList<Error> Errors)
    : Error(
        ErrorKind.Invalid,
        "VAARDIGHEDEN_ONGELDIG",
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => e.Message)),
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => e.Tekst))), ISeveralErrors;

/// <summary>A row of a catalogue that is wrong.</summary>
public sealed record CatalogusregelOngeldig : Error
{
    /// <summary>Says what is wrong with a row.</summary>
    /// <param name="code">The reason in UPPER_SNAKE.</param>
    /// <param name="regel">The line that it stands on, from 1.</param>
    /// <param name="reden">Dutch: this is what a person mends in a file.</param>
    public CatalogusregelOngeldig(string code, int regel, string reden)
        : base(ErrorKind.Invalid, code, $"Line {regel}: {reden}.", $"Regel {regel}: {reden}.")
    {
        Regel = regel;
        Field = "csv";
    }

    /// <summary>The line, from 1.</summary>
    public int Regel { get; }
}

/// <summary>Kurve's own leerplannen are wrong: a mistake in the data file.</summary>
public sealed record StandaardOngeldig(string Rij, string Reden)
    : Error(ErrorKind.Internal, "STANDAARD_ONGELDIG", $"Kurve's own leerplannen, row {Rij}: {Reden}.");

/// <summary>The school has no such groep.</summary>
public sealed record GroepOnbekend(GroepId GroepId)
    : Error(
        ErrorKind.NotFound,
        "GROEP_ONBEKEND",
        $"This school has no groep {GroepId}.",
        "Deze groep is niet bekend.");

/// <summary>There is no such doelgroep.</summary>
public sealed record DoelgroepOnbekend(string Opleiding, int Leerjaar)
    : Error(
        ErrorKind.Invalid,
        "DOELGROEP_ONBEKEND",
        $"There is no opleiding '{Opleiding}' with leerjaar {Leerjaar}.",
        $"Opleiding '{Opleiding}' met leerjaar {Leerjaar} bestaat niet.");

/// <summary>A groep lives in one school year.</summary>
public sealed record GroepVanAnderSchooljaar(Schooljaar Schooljaar)
    : Error(
        ErrorKind.Invalid,
        "GROEP_VAN_ANDER_SCHOOLJAAR",
        $"The groep is one of {Schooljaar}; leave schooljaar empty or give that one.",
        $"Deze groep is van schooljaar {Schooljaar}.");

/// <summary>A school year is carried over into a later one.</summary>
public sealed record SchooljarenVerkeerdom(Schooljaar Van, Schooljaar Naar)
    : Error(
        ErrorKind.Invalid,
        "SCHOOLJAREN_VERKEERDOM",
        $"Leerplannen of {Van} cannot be carried over into {Naar}: that is not later.",
        $"Schooljaar {Naar} komt niet na {Van}.");

/// <summary>Somebody else replaced the catalogue at the same time.</summary>
public sealed record CatalogusGewijzigd()
    : Error(
        ErrorKind.Conflict,
        "CATALOGUS_GEWIJZIGD",
        "The catalogue was replaced meanwhile; look at the preview again.",
        "De vaardigheden zijn intussen al vervangen; bekijk het voorbeeld opnieuw.");
