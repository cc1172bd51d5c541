using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Datakwaliteit;

/// <summary>Asks for a page of what one number of <see cref="GetDatakwaliteit"/> counts.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Soort">What is wrong.</param>
/// <param name="Page">Which page.</param>
/// <param name="Schooljaar">The school year; null for the present one, or the newest before it that the school
/// has.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListDatakwaliteit(
    SchoolId SchoolId, Kwaliteitssoort Soort, PageRequest Page, Schooljaar? Schooljaar)
    : IQuery<BevindingenView>, IAuditedQuery;

/// <summary>One thing that may be wrong: about leerlingen, docenten, a groep or a row, according to the kind.</summary>
public sealed record BevindingView
{
    /// <summary>The most accounts that are shown of one group; <see cref="Aantal"/> counts them all.</summary>
    public const int MaxAccounts = 20;

    /// <summary>How many accounts it is about; 0 for a groep or row.</summary>
    public int Aantal { get; init; }

    /// <summary>The leerlingen.</summary>
    public IReadOnlyList<LeerlingView> Leerlingen { get; init; } = [];

    /// <summary>The docenten.</summary>
    public IReadOnlyList<DocentView> Docenten { get; init; } = [];

    /// <summary>The groep.</summary>
    public GroepView? Groep { get; init; }

    /// <summary>What the source delivered.</summary>
    public BronregelView? Bronregel { get; init; }

    /// <summary>The pairs among the accounts that are shown of which a person said that they are two persons.</summary>
    public IReadOnlyList<Accountpaar> Verschillend { get; init; } = [];
}

/// <summary>Two accounts.</summary>
public sealed record Accountpaar(Guid EneId, Guid AndereId);

/// <summary>What a source delivered in the last run. Members that the source does not have are null.</summary>
/// <param name="Nummer">Number of the row: within the run for a person that was not recognised, else within its
/// list.</param>
/// <param name="Vestiging">The vestiging that delivered it.</param>
/// <param name="Sleutel">UWLR's key, or the external id of a row.</param>
/// <param name="Stamnummer">Pupil number.</param>
/// <param name="IdGebr">Id of the login account.</param>
/// <param name="Opleidingscode">The school's own code of the opleiding.</param>
/// <param name="Naam">The person's name.</param>
/// <param name="Reden">Why it was not recognised.</param>
public sealed record BronregelView(
    int Nummer,
    string? Vestiging,
    string? Sleutel,
    string? Stamnummer,
    string? IdGebr,
    string? Opleidingscode,
    string? Naam,
    string? Reden);

/// <summary>A page of what may be wrong.</summary>
/// <param name="Page">The findings.</param>
public sealed record BevindingenView(Page<BevindingView> Page) : IShowsPeople
{
    /// <summary>Everybody whose data are shown; a row of a source is about one person.</summary>
    public int AantalPersonen => Page.Items.Sum(
        b => b.Leerlingen.Count + b.Docenten.Count + (b.Bronregel is null ? 0 : 1));
}
