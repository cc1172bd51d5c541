using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Leerlingen;

/// <summary>Names a groep where a person is shown.</summary>
public sealed record GroepverwijzingView(Guid Id, string Naam);

/// <summary>The groepen that are prepared for a person in a school year that has not begun.</summary>
/// <param name="Schooljaar">The school year, such as 2027-2028.</param>
/// <param name="Stamgroep">The home class of a leerling; null of a docent.</param>
/// <param name="Groepen">The samengestelde groepen of a leerling, or all groepen of a docent, by name.</param>
public sealed record KomendeGroepenView(
    string Schooljaar, GroepverwijzingView? Stamgroep, IReadOnlyList<GroepverwijzingView> Groepen);

/// <summary>A leerling as it is shown; the meaning of each member is that of <see cref="LeerlingGegevens"/>.</summary>
public sealed record LeerlingView(
    Guid Id,
    Guid SchoolId,
    Accountstatus Status,
    string Vestiging,
    string? EckId,
    string? UwlrKey,
    string? Stamnummer,
    string? IdGebr,
    string? Roepnaam,
    string? Voorvoegsel,
    string? Achternaam,
    int? Leerjaar,
    string? Opleidingscode,
    string? Opleiding,
    string? OpleidingNaam,
    int? DoelgroepLeerjaar,
    GroepverwijzingView? Stamgroep,
    IReadOnlyList<GroepverwijzingView> Groepen,
    DateTimeOffset Gemaakt,
    DateTimeOffset Gewijzigd,
    long Versie)
{
    /// <summary>The fields that are locked against the source.</summary>
    public Veld Vergrendeld { get; init; }

    /// <summary>Who archived the account in Numo and when, if somebody did.</summary>
    public Handarchief? MetDeHandGearchiveerd { get; init; }

    /// <summary>That somebody pinned the account, also when that is over.</summary>
    public Vastzetting? Vastzetting { get; init; }

    /// <summary>The account that this one was merged with and that stays; null when it stands for itself.</summary>
    public Guid? SamengevoegdMet { get; init; }

    /// <summary>
    /// The school year of the groepen, such as 2026-2027: that before, until the new year was imported; null without any.
    /// </summary>
    public string? GroepenSchooljaar { get; init; }

    /// <summary>The groepen of a school year that has not begun; null when there are none.</summary>
    public KomendeGroepenView? KomendeGroepen { get; init; }

    /// <summary>The first day of who comes in a school year that has not begun; null of who is there.</summary>
    public DateOnly? Vanaf { get; init; }
}

/// <summary>A docent as it is shown; the meaning of each member is that of <see cref="DocentGegevens"/>.</summary>
public sealed record DocentView(
    Guid Id,
    Guid SchoolId,
    Accountstatus Status,
    string Vestiging,
    string? EckId,
    string? UwlrKey,
    string? Roepnaam,
    string? Voorvoegsel,
    string? Achternaam,
    string? Email,
    IReadOnlyList<GroepverwijzingView> Groepen,
    DateTimeOffset Gemaakt,
    DateTimeOffset Gewijzigd,
    long Versie)
{
    /// <summary>The fields that are locked against the source.</summary>
    public Veld Vergrendeld { get; init; }

    /// <summary>Who archived the account in Numo and when, if somebody did.</summary>
    public Handarchief? MetDeHandGearchiveerd { get; init; }

    /// <summary>That somebody pinned the account, also when that is over.</summary>
    public Vastzetting? Vastzetting { get; init; }

    /// <summary>The account that this one was merged with and that stays; null when it stands for itself.</summary>
    public Guid? SamengevoegdMet { get; init; }

    /// <summary>
    /// The school year of the groepen, such as 2026-2027: that before, until the new year was imported; null without any.
    /// </summary>
    public string? GroepenSchooljaar { get; init; }

    /// <summary>The groepen of a school year that has not begun; null when there are none.</summary>
    public KomendeGroepenView? KomendeGroepen { get; init; }

    /// <summary>The first day of who comes in a school year that has not begun; null of who is there.</summary>
    public DateOnly? Vanaf { get; init; }
}

/// <summary>A groep as it is shown, with the number of active people in it.</summary>
public sealed record GroepView(
    Guid Id,
    int Schooljaar,
    string Vestiging,
    Groepsoort Soort,
    string Naam,
    int? Leerjaar,
    Accountstatus Status,
    int AantalLeerlingen,
    int AantalDocenten);
