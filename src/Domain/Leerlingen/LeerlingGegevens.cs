using System.Collections.Immutable;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What sources say of a leerling.</summary>
public sealed record LeerlingGegevens : Persoonsgegevens<LeerlingGegevens>
{
    private static readonly LeerlingGegevens Leeg = new();

    /// <summary>Pupil number: the third key.</summary>
    public Stamnummer? Stamnummer { get; init; }

    /// <summary>Id of the login account in Magister: the fourth key.</summary>
    public string? IdGebr { get; init; }

    /// <summary>Year of study, 1 to 6.</summary>
    public int? Leerjaar { get; init; }

    /// <summary>The school's own code of the opleiding, as delivered.</summary>
    public string? Opleidingscode { get; init; }

    /// <summary>What the code and the leerjaar were translated to; null when that is not known.</summary>
    public Doelgroep? Doelgroep { get; init; }

    /// <summary>Home class.</summary>
    public Groepsleutel? Stamgroep { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Groepsleutel> AlleGroepen =>
        Stamgroep is { } stamgroep ? Groepen.Prepend(stamgroep) : Groepen;

    /// <inheritdoc/>
    public override IEnumerable<Persoonssleutel> Sleutels
    {
        get
        {
            foreach (var sleutel in base.Sleutels)
            {
                yield return sleutel;
            }

            if (Stamnummer is { } stamnummer)
            {
                yield return new(Veld.Stamnummer, stamnummer.Canoniek);
            }

            if (IdGebr is { } idGebr)
            {
                yield return new(Veld.IdGebr, idGebr);
            }
        }
    }

    /// <inheritdoc/>
    public override Veld DifferenceTo(LeerlingGegevens other) =>
        CommonDifference(other)
        | Unless(Stamnummer?.Value, other.Stamnummer?.Value, Veld.Stamnummer)
        | Unless(IdGebr, other.IdGebr, Veld.IdGebr)
        | (Leerjaar == other.Leerjaar ? Veld.Geen : Veld.Leerjaar)
        | Unless(Opleidingscode, other.Opleidingscode, Veld.Opleidingscode)
        | (Doelgroep == other.Doelgroep ? Veld.Geen : Veld.Doelgroep)
        | (Stamgroep == other.Stamgroep ? Veld.Geen : Veld.Stamgroep);

    /// <inheritdoc/>
    public override LeerlingGegevens Take(Veld velden, LeerlingGegevens other) => new()
    {
        Vestiging = velden.HasFlag(Veld.Vestiging) ? other.Vestiging : Vestiging,
        EckId = velden.HasFlag(Veld.EckId) ? other.EckId : EckId,
        UwlrKey = velden.HasFlag(Veld.UwlrKey) ? other.UwlrKey : UwlrKey,
        Stamnummer = velden.HasFlag(Veld.Stamnummer) ? other.Stamnummer : Stamnummer,
        IdGebr = velden.HasFlag(Veld.IdGebr) ? other.IdGebr : IdGebr,
        Roepnaam = velden.HasFlag(Veld.Roepnaam) ? other.Roepnaam : Roepnaam,
        Voorvoegsel = velden.HasFlag(Veld.Voorvoegsel) ? other.Voorvoegsel : Voorvoegsel,
        Achternaam = velden.HasFlag(Veld.Achternaam) ? other.Achternaam : Achternaam,
        Leerjaar = velden.HasFlag(Veld.Leerjaar) ? other.Leerjaar : Leerjaar,
        Opleidingscode = velden.HasFlag(Veld.Opleidingscode) ? other.Opleidingscode : Opleidingscode,
        Doelgroep = velden.HasFlag(Veld.Doelgroep) ? other.Doelgroep
            : velden.HasFlag(Veld.Leerjaar) && other.Leerjaar is { } leerjaar ? Doelgroep?.In(leerjaar)
            : Doelgroep,
        Stamgroep = velden.HasFlag(Veld.Stamgroep) ? other.Stamgroep : Stamgroep,
        Groepen = velden.HasFlag(Veld.Groepen) ? other.Groepen : Groepen,
    };

    /// <inheritdoc/>
    public override LeerlingGegevens Without(Veld velden) => Take(velden, Leeg);

    /// <summary>
    /// A doelgroep has a leerjaar of its own: one that is locked does not follow another leerjaar, and one that is
    /// delivered follows a leerjaar that is locked, where its opleiding has that.
    /// </summary>
    public override LeerlingGegevens Receive(Veld geleverd, Veld vergrendeld, LeerlingGegevens persoon)
    {
        var received = base.Receive(geleverd, vergrendeld, persoon);
        return vergrendeld.HasFlag(Veld.Doelgroep) ? received with { Doelgroep = Doelgroep }
            : vergrendeld.HasFlag(Veld.Leerjaar) && Leerjaar is { } leerjaar
                ? received with { Doelgroep = received.Doelgroep?.In(leerjaar) ?? received.Doelgroep }
            : received;
    }

    /// <inheritdoc/>
    public override LeerlingGegevens WithGroepen(ImmutableArray<Groepsleutel> groepen) =>
        this with { Groepen = groepen };

    /// <inheritdoc/>
    public override string? Show(Veld veld) => veld switch
    {
        Veld.Stamnummer => Stamnummer?.Value,
        Veld.IdGebr => IdGebr,
        Veld.Leerjaar => Leerjaar?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Veld.Opleidingscode => Opleidingscode,
        Veld.Doelgroep => Doelgroep?.ToString(),
        Veld.Stamgroep => Stamgroep is { } stamgroep ? ShowGroep(stamgroep) : null,
        _ => base.Show(veld),
    };
}
