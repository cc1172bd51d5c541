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
    bool Actief,
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
        koppeling.Actief,
        koppeling.UwlrEndpoint?.ToString(),
        koppeling.UwlrAutorisatiesleutel is not null,
        koppeling.Gemaakt,
        koppeling.Versie);
}
