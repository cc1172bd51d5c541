using System.Collections.Immutable;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>Whether somebody is on the active lists. Archived accounts keep their work, licence and keys.</summary>
public enum Accountstatus
{
    /// <summary>On the active lists.</summary>
    Actief,

    /// <summary>Off the lists; comes back by reactivation.</summary>
    Gearchiveerd,
}

/// <summary>One key of a person, comparable within one school.</summary>
/// <param name="Veld">Which key.</param>
/// <param name="Waarde">Its value in the form to compare by.</param>
public readonly record struct Persoonssleutel(Veld Veld, string Waarde);

/// <summary>What sources say of a person, be it leerling or docent.</summary>
public abstract record Persoonsgegevens
{
    /// <summary>The vestiging that delivers the person.</summary>
    public Vestigingsnummer Vestiging { get; init; }

    /// <summary>ECK iD: the first key.</summary>
    public EckId? EckId { get; init; }

    /// <summary>The key in the school administration: the second key. 1 to 256 characters.</summary>
    public string? UwlrKey { get; init; }

    /// <summary>First name in daily use.</summary>
    public string? Roepnaam { get; init; }

    /// <summary>Prefix of the last name; empty and absent are both null.</summary>
    public string? Voorvoegsel { get; init; }

    /// <summary>Last name.</summary>
    public string? Achternaam { get; init; }

    /// <summary>Samengestelde groepen (for a docent stamgroepen as well), ordered, each once.</summary>
    public ImmutableArray<Groepsleutel> Groepen { get; init; } = [];

    /// <summary>All groepen: those, and the home class of who has one.</summary>
    public virtual IEnumerable<Groepsleutel> AlleGroepen => Groepen;

    /// <summary>The name as people write it.</summary>
    public string Naam => Join(Join(Roepnaam ?? "", Voorvoegsel), Achternaam);

    /// <summary>The address with which the person logs in, in the form to compare by; null when there is none.</summary>
    public virtual string? Login => null;

    /// <summary>The keys that are present, strongest first.</summary>
    public virtual IEnumerable<Persoonssleutel> Sleutels
    {
        get
        {
            if (EckId is { } eckId)
            {
                yield return new(Veld.EckId, eckId.Value);
            }

            if (UwlrKey is { } key)
            {
                yield return new(Veld.UwlrKey, key);
            }
        }
    }

    private static string Join(string naam, string? deel) =>
        string.IsNullOrEmpty(deel) ? naam : naam.Length == 0 ? deel : string.Concat(naam, " ", deel);

    /// <summary>The fields in which <paramref name="other"/> differs.</summary>
    protected Veld CommonDifference(Persoonsgegevens other) =>
        (Vestiging == other.Vestiging ? Veld.Geen : Veld.Vestiging)
        | (EckId == other.EckId ? Veld.Geen : Veld.EckId)
        | Unless(UwlrKey, other.UwlrKey, Veld.UwlrKey)
        | Unless(Roepnaam, other.Roepnaam, Veld.Roepnaam)
        | Unless(Voorvoegsel, other.Voorvoegsel, Veld.Voorvoegsel)
        | Unless(Achternaam, other.Achternaam, Veld.Achternaam)
        | (Groepen.AsSpan().SequenceEqual(other.Groepen.AsSpan()) ? Veld.Geen : Veld.Groepen);

    /// <summary><paramref name="veld"/> unless both texts are the same.</summary>
    protected static Veld Unless(string? one, string? other, Veld veld) =>
        string.Equals(one, other, StringComparison.Ordinal) ? Veld.Geen : veld;

    /// <summary>A groep's key; with its vestiging where that is not the person's own.</summary>
    protected string ShowGroep(Groepsleutel groep) => groep.Vestiging == Vestiging ? groep.Key : groep.ToString();

    /// <summary>A field's value as text for people and for the plan; null when it has none.</summary>
    public virtual string? Show(Veld veld) => veld switch
    {
        Veld.Vestiging => Vestiging.Value,
        Veld.EckId => EckId?.Value,
        Veld.UwlrKey => UwlrKey,
        Veld.Roepnaam => Roepnaam,
        Veld.Voorvoegsel => Voorvoegsel,
        Veld.Achternaam => Achternaam,
        Veld.Groepen => Groepen.IsEmpty ? null : string.Join(", ", Groepen.Select(g => ShowGroep(g))),
        _ => null,
    };
}

/// <summary>What every kind of person can do with what another record of the same kind says.</summary>
/// <typeparam name="TSelf">The kind: <see cref="LeerlingGegevens"/> or <see cref="DocentGegevens"/>.</typeparam>
public abstract record Persoonsgegevens<TSelf> : Persoonsgegevens
    where TSelf : Persoonsgegevens<TSelf>
{
    /// <summary>The fields in which <paramref name="other"/> differs.</summary>
    public abstract Veld DifferenceTo(TSelf other);

    /// <summary>These data with the named fields replaced by those of <paramref name="other"/>.</summary>
    public abstract TSelf Take(Veld velden, TSelf other);

    /// <summary>These data without the named fields.</summary>
    public abstract TSelf Without(Veld velden);

    /// <summary>
    /// These data with what a source delivered of the person; a field that is locked keeps its value.
    /// </summary>
    /// <param name="geleverd">The fields that were delivered.</param>
    /// <param name="vergrendeld">The fields that are locked.</param>
    /// <param name="persoon">What was delivered.</param>
    public virtual TSelf Receive(Veld geleverd, Veld vergrendeld, TSelf persoon) =>
        Take(geleverd & ~vergrendeld, persoon);

    /// <summary>These data with other groepen.</summary>
    public abstract TSelf WithGroepen(ImmutableArray<Groepsleutel> groepen);
}
