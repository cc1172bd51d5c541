using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>Gives other modules what they need to ask a school's sources.</summary>
public interface IKoppelingToegang
{
    /// <summary>Whether the school's imports may run: <see cref="KoppelingOnbekend"/>, <see cref="PoortenOpen"/> or
    /// <see cref="KoppelingOpgeschort"/> otherwise.</summary>
    Task<Result<Done>> CheckAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>
    /// The way into the school's sources; the errors of <see cref="CheckAsync"/> or <see cref="GeheimOnleesbaar"/>
    /// otherwise.
    /// </summary>
    Task<Result<Toegang>> GetAsync(SchoolId schoolId, CancellationToken ct);
}

/// <summary>The way into a school's sources.</summary>
/// <param name="Opleidingen">What to ask Magister's web service.</param>
/// <param name="UwlrEndpoint">Another UWLR address than the configured one.</param>
/// <param name="UwlrAutorisatiesleutel">Another UWLR key than the configured one.</param>
public sealed record Toegang(OpleidingenVerzoek Opleidingen, Uri? UwlrEndpoint, Geheim? UwlrAutorisatiesleutel);

internal sealed class KoppelingToegang(IKoppelingRepository koppelingen, IGeheimen geheimen) : IKoppelingToegang
{
    public async Task<Result<Done>> CheckAsync(SchoolId schoolId, CancellationToken ct) =>
        await koppelingen.FindAsync(schoolId, ct) is { } koppeling
            ? koppeling.CheckActief()
            : new KoppelingOnbekend(schoolId);

    public async Task<Result<Toegang>> GetAsync(SchoolId schoolId, CancellationToken ct) =>
        await koppelingen.FindAsync(schoolId, ct) is { } koppeling
            ? koppeling.CheckActief().Then(_ => Open(koppeling))
            : new KoppelingOnbekend(schoolId);

    /// <summary>The web service with one of the koppeling's passwords, whatever its gates say.</summary>
    public Result<OpleidingenVerzoek> OpenWebservice(Koppeling koppeling, byte[]? versleuteld) => versleuteld is null
        ? new WachtwoordOntbreekt(koppeling.SchoolId)
        : geheimen.Unprotect(koppeling.SchoolId, versleuteld).Map(wachtwoord => new OpleidingenVerzoek(
            koppeling.Schooldomein, koppeling.WebserviceGebruiker, wachtwoord));

    /// <summary>The school's own UWLR key; null when it has none.</summary>
    public Result<Geheim?> OpenUwlr(Koppeling koppeling) => koppeling.UwlrAutorisatiesleutel is { } encrypted
        ? geheimen.Unprotect(koppeling.SchoolId, encrypted).Map(g => (Geheim?)g)
        : (Geheim?)null;

    private Result<Toegang> Open(Koppeling koppeling) =>
        OpenWebservice(koppeling, koppeling.WebserviceWachtwoord).Then(opleidingen => OpenUwlr(koppeling).Map(
            sleutel => new Toegang(opleidingen, koppeling.UwlrEndpoint, sleutel)));
}
