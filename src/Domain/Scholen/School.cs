using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Scholen;

/// <summary>The kind of education.</summary>
public enum Sector
{
    /// <summary>Voortgezet onderwijs: secondary education.</summary>
    Vo,

    /// <summary>Middelbaar beroepsonderwijs: vocational education.</summary>
    Mbo,
}

/// <summary>A school: one BRIN with one or more vestigingen.</summary>
public sealed record School
{
    private const int LongestNaam = 200;

    /// <summary>Its id.</summary>
    public required SchoolId Id { get; init; }

    /// <summary>Its name, 1 to 200 characters.</summary>
    public required string Naam { get; init; }

    /// <summary>The registration number of the institution.</summary>
    public required Brin Brin { get; init; }

    /// <summary>The vestigingen that are imported, ascending, at least one.</summary>
    public required IReadOnlyList<Vestigingsnummer> Vestigingen { get; init; }

    /// <summary>The kind of education.</summary>
    public required Sector Sector { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset Geregistreerd { get; init; }

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? Gesloten { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; } = 1;

    /// <summary>A new school. No vestigingen means the main one alone.</summary>
    public static Result<School> Register(
        SchoolId id,
        string naam,
        Brin brin,
        IReadOnlyList<Vestigingsnummer> vestigingen,
        Sector sector,
        DateTimeOffset now) =>
        CheckNaam(naam).Map(checkedNaam => new School
        {
            Id = id,
            Naam = checkedNaam,
            Brin = brin,
            Vestigingen = Order(vestigingen),
            Sector = sector,
            Geregistreerd = now,
        });

    /// <summary>The school with another name or other vestigingen; null leaves them as they are.</summary>
    public Result<School> Change(string? naam, IReadOnlyList<Vestigingsnummer>? vestigingen) =>
        CheckNaam(naam ?? Naam).Map(checkedNaam => this with
        {
            Naam = checkedNaam,
            Vestigingen = vestigingen is null ? Vestigingen : Order(vestigingen),
            Versie = Versie + 1,
        });

    /// <summary>The school closed; one that is closed stays as it is.</summary>
    public School Close(DateTimeOffset now) =>
        Gesloten is null ? this with { Gesloten = now, Versie = Versie + 1 } : this;

    /// <summary>Whether the school has a vestiging; <see cref="VestigingNietVanSchool"/> otherwise.</summary>
    /// <param name="vestiging">The vestiging.</param>
    /// <param name="field">The field in which the caller named it.</param>
    public Result<Done> CheckVestiging(Vestigingsnummer vestiging, string field) => Vestigingen.Contains(vestiging)
        ? new Done()
        : new VestigingNietVanSchool(vestiging.Value) { Field = field };

    private static Result<string> CheckNaam(string naam)
    {
        var trimmed = naam.Trim();
        return trimmed.Length is >= 1 and <= LongestNaam && !trimmed.Any(char.IsControl)
            ? trimmed
            : new NaamOngeldig(trimmed.Length) { Field = "naam" };
    }

    private static Vestigingsnummer[] Order(IReadOnlyList<Vestigingsnummer> vestigingen) =>
        vestigingen.Count == 0 ? [Vestigingsnummer.Hoofd] : [.. vestigingen.Distinct().Order()];
}
