using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>Gives other modules what they need to ask a school's sources.</summary>
public interface IKoppelingToegang
{
    /// <summary>
    /// The way into the school's sources; <see cref="KoppelingOnbekend"/>, <see cref="KoppelingInactief"/> or
    /// <see cref="GeheimOnleesbaar"/> otherwise.
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
    public async Task<Result<Toegang>> GetAsync(SchoolId schoolId, CancellationToken ct)
    {
        if (await koppelingen.FindAsync(schoolId, ct) is not { } koppeling)
        {
            return new KoppelingOnbekend(schoolId);
        }

        if (!koppeling.Actief)
        {
            return new KoppelingInactief(schoolId);
        }

        var wachtwoord = geheimen.Unprotect(schoolId, koppeling.WebserviceWachtwoord);
        var sleutel = koppeling.UwlrAutorisatiesleutel is { } encrypted
            ? geheimen.Unprotect(schoolId, encrypted).Map(g => (Geheim?)g)
            : (Geheim?)null;
        return wachtwoord.Then(w => sleutel.Map(s => new Toegang(
            new OpleidingenVerzoek(koppeling.Schooldomein, koppeling.WebserviceGebruiker, w),
            koppeling.UwlrEndpoint,
            s)));
    }
}
