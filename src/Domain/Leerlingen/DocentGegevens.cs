using System.Collections.Immutable;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What sources say of a docent.</summary>
public sealed record DocentGegevens : Persoonsgegevens<DocentGegevens>
{
    private static readonly DocentGegevens Leeg = new();

    /// <summary>E-mail address at the school; a docent logs in with it.</summary>
    public string? Email { get; init; }

    /// <inheritdoc/>
    public override string? Login => ToLogin(Email);

    /// <summary>
    /// The keys that are present, strongest first. The key of a docent is often a code of letters, which is the same in
    /// whatever case; where there is no other, the e-mail address is the key.
    /// </summary>
    public override IEnumerable<Persoonssleutel> Sleutels
    {
        get
        {
            if (EckId is { } eckId)
            {
                yield return new(Veld.EckId, eckId.Value);
            }

            if (UwlrKey is { } key)
            {
                yield return new(Veld.UwlrKey, ToKey(key));
            }

            if (EckId is null && UwlrKey is null && Login is { } login)
            {
                yield return new(Veld.Email, login);
            }
        }
    }

    /// <summary>The form in which keys of docenten are compared: a code of letters is the same in whatever case.</summary>
    public static string ToKey(string key) => key.ToUpperInvariant();

    /// <summary>The form in which addresses are compared; null when there is none.</summary>
    public static string? ToLogin(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

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
