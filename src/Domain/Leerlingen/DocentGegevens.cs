using System.Collections.Immutable;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What sources say of a docent.</summary>
public sealed record DocentGegevens : Persoonsgegevens<DocentGegevens>
{
    private static readonly DocentGegevens Leeg = new();

    /// <summary>E-mail address at the school; a docent logs in with it.</summary>
    public string? Email { get; init; }

    /// <inheritdoc/>
    public override Veld DifferenceTo(DocentGegevens other) =>
        CommonDifference(other) | Unless(Email, other.Email, Veld.Email);

    /// <inheritdoc/>
    public override DocentGegevens Take(Veld velden, DocentGegevens other) => new()
    {
        Vestiging = velden.HasFlag(Veld.Vestiging) ? other.Vestiging : Vestiging,
        EckId = velden.HasFlag(Veld.EckId) ? other.EckId : EckId,
        UwlrKey = velden.HasFlag(Veld.UwlrKey) ? other.UwlrKey : UwlrKey,
        Roepnaam = velden.HasFlag(Veld.Roepnaam) ? other.Roepnaam : Roepnaam,
        Voorvoegsel = velden.HasFlag(Veld.Voorvoegsel) ? other.Voorvoegsel : Voorvoegsel,
        Achternaam = velden.HasFlag(Veld.Achternaam) ? other.Achternaam : Achternaam,
        Email = velden.HasFlag(Veld.Email) ? other.Email : Email,
        Groepen = velden.HasFlag(Veld.Groepen) ? other.Groepen : Groepen,
    };

    /// <inheritdoc/>
    public override DocentGegevens Without(Veld velden) => Take(velden, Leeg);

    /// <inheritdoc/>
    public override DocentGegevens WithGroepen(ImmutableArray<Groepsleutel> groepen) => this with { Groepen = groepen };

    /// <inheritdoc/>
    public override string? Show(Veld veld) => veld == Veld.Email ? Email : base.Show(veld);
}
