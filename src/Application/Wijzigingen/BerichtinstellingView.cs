using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Whom a school wants to be told, as it is shown; the meaning of each member is that of
/// <see cref="Berichtinstelling"/>.</summary>
public sealed record BerichtinstellingView(
    Guid SchoolId,
    bool Aan,
    IReadOnlyList<Berichtsoort> Soorten,
    IReadOnlyList<BerichtadresView> Adressen,
    BerichtadresView? Webhook,
    int Uur,
    DateTimeOffset? GeheimSinds,
    DateTimeOffset? VorigGeheimTot,
    string? Door,
    DateTimeOffset? Gewijzigd,
    long Versie)
{
    /// <summary>Shows it.</summary>
    public static BerichtinstellingView Of(Berichtinstelling instelling, IReadOnlyList<Berichtadres> adressen) => new(
        instelling.SchoolId.Value,
        instelling.Aan,
        instelling.Soorten,
        [.. instelling.Adressen.Select(a => BerichtadresView.Of(a, adressen))],
        instelling.Webhook is { } webhook ? BerichtadresView.Of(webhook, adressen) : null,
        instelling.Uur,
        instelling.GeheimSinds,
        instelling.VorigGeheimTot,
        instelling.Door,
        instelling.Gewijzigd,
        instelling.Versie);
}

/// <summary>An address and how it fares, as it is shown; see <see cref="Berichtadres"/>.</summary>
public sealed record BerichtadresView(
    string Adres,
    DateOnly? LaatsteDag,
    DateTimeOffset? NietVoor,
    int Mislukt,
    Berichtfout? Fout,
    DateTimeOffset? FoutMoment)
{
    /// <summary>Shows it; one that was never used yet fares well.</summary>
    public static BerichtadresView Of(string adres, IReadOnlyList<Berichtadres> adressen)
    {
        var known = adressen.FirstOrDefault(a => string.Equals(a.Adres, adres, StringComparison.Ordinal));
        return new BerichtadresView(
            adres, known?.LaatsteDag, known?.NietVoor, known?.Mislukt ?? 0, known?.Fout, known?.FoutMoment);
    }
}
