using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>
/// A koppeling as it is shown, without its secrets; the meaning of each member is that of <see cref="Koppeling"/>.
/// </summary>
public sealed record KoppelingView(
    Guid SchoolId,
    Las Las,
    string Schooldomein,
    string WebserviceGebruiker,
    Koppelstaat Staat,
    IReadOnlyList<Poortadvies> Poorten,
    Feit? Opgeschort,
    DateTimeOffset? PakketUitgegeven,
    bool WachtwoordWisselt,
    string? UwlrEndpoint,
    bool EigenUwlrSleutel,
    DateTimeOffset Gemaakt,
    long Versie)
{
    /// <summary>Shows a koppeling.</summary>
    public static KoppelingView Of(Koppeling koppeling) => new(
        koppeling.SchoolId.Value,
        koppeling.Las,
        koppeling.Schooldomein.Value,
        koppeling.WebserviceGebruiker,
        koppeling.Staat,
        koppeling.Adviezen,
        koppeling.Opgeschort,
        koppeling.PakketUitgegeven,
        koppeling.NieuwWachtwoord is not null,
        koppeling.UwlrEndpoint?.ToString(),
        koppeling.UwlrAutorisatiesleutel is not null,
        koppeling.Gemaakt,
        koppeling.Versie);
}
