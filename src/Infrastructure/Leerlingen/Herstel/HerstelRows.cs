using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Leerlingen.Herstel;

/// <summary>The keys of an account, now or before a run.</summary>
internal class SleutelRow
{
    public required AccountId Id { get; init; }

    public string? EckId { get; init; }

    public string? UwlrKey { get; init; }

    public string? StamnummerCanoniek { get; init; }

    public string? IdGebr { get; init; }

    /// <summary>Of a docent who is active: nobody else may log in with it.</summary>
    public string? Email { get; init; }

    /// <summary>The keys in the form in which they are compared.</summary>
    public IEnumerable<Persoonssleutel> SleutelsOf(Herstelsoort soort) => new (Veld Veld, string? Waarde)[]
        {
            (Veld.EckId, EckId),
            (Veld.UwlrKey, soort == Herstelsoort.Docent && UwlrKey is { } key ? DocentGegevens.ToKey(key) : UwlrKey),
            (Veld.Stamnummer, StamnummerCanoniek),
            (Veld.IdGebr, IdGebr),
            (Veld.Email, Emailwacht.Canonicalize(Email)),
        }
        .Where(s => s.Waarde is not null)
        .Select(s => new Persoonssleutel(s.Veld, s.Waarde!));
}

/// <summary>An account that a run touched, with its name now.</summary>
internal sealed class HerstelRow : SleutelRow
{
    public required bool Nieuw { get; init; }

    public required bool GroepenGewijzigd { get; init; }

    /// <summary>Whether it was active or archived before the run; null of a new account.</summary>
    public Accountstatus? Status { get; init; }

    public required long VersieNa { get; init; }

    /// <summary>Null when the account is gone.</summary>
    public long? VersieNu { get; init; }

    public string? Roepnaam { get; init; }

    public string? Voorvoegsel { get; init; }

    public string? Achternaam { get; init; }

    public string Naam => new LeerlingGegevens
    {
        Roepnaam = Roepnaam,
        Voorvoegsel = Voorvoegsel,
        Achternaam = Achternaam,
    }.Naam;

    public Herstelkandidaat ToKandidaat(Herstelsoort soort, IReadOnlySet<AccountId> inGebruik) => new(
        Id, Nieuw, VersieNu != VersieNa, inGebruik.Contains(Id), [.. SleutelsOf(soort)]);
}

/// <summary>A groep that a run made or changed.</summary>
internal sealed class GroepRow
{
    public required GroepId Id { get; init; }

    public required string Naam { get; init; }

    public required bool Nieuw { get; init; }

    /// <summary>Whether something newer than the run knows it.</summary>
    public required bool Nieuwer { get; init; }
}

/// <summary>Somebody who is in a groep, or was before the run.</summary>
internal sealed class GroepslidRow
{
    public required GroepId GroepId { get; init; }

    public required AccountId PersoonId { get; init; }

    /// <summary>Whether the person is active now; null of who was in it before.</summary>
    public Accountstatus? Status { get; init; }

    /// <summary>Whether it is of before the run.</summary>
    public required bool Voor { get; init; }
}
