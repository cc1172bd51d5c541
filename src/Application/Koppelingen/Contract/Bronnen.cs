using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen.Contract;

/// <summary>A source of a school's people: UWLR smalle set, for now.</summary>
public interface IPersonenbron
{
    /// <summary>
    /// Fetches everybody of one vestiging. A refusal is a <see cref="Bronfout"/>; a person that cannot be read comes as
    /// a rejected row and does not fail the others.
    /// </summary>
    /// <param name="verzoek">What to ask.</param>
    /// <param name="progress">Is told the number of people read so far, now and then.</param>
    /// <param name="ct">Stops the fetch, also in the middle of an answer.</param>
    Task<Result<Personenlijst>> FetchAsync(PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct);
}

/// <summary>One question to a source of people.</summary>
/// <param name="Brin">The institution.</param>
/// <param name="Vestiging">Its vestiging.</param>
/// <param name="Schooljaar">The school year.</param>
/// <param name="Endpoint">Another address than the configured one, for this school.</param>
/// <param name="Autorisatiesleutel">Another key than the configured one, for this school.</param>
/// <param name="Geduldig">Whether to try again after what may pass by itself.</param>
public sealed record PersonenVerzoek(
    Brin Brin,
    Vestigingsnummer Vestiging,
    Schooljaar Schooljaar,
    Uri? Endpoint = null,
    Geheim? Autorisatiesleutel = null,
    bool Geduldig = true);

/// <summary>A source that says which opleiding each pupil follows: Magister's own web service.</summary>
public interface IOpleidingenbron
{
    /// <summary>Fetches the list <c>KurveLeerlingData</c>. A refusal is a <see cref="Bronfout"/>.</summary>
    /// <param name="verzoek">Where, and as whom.</param>
    /// <param name="ct">Stops the fetch.</param>
    Task<Result<Opleidingenlijst>> FetchAsync(OpleidingenVerzoek verzoek, CancellationToken ct);
}

/// <summary>One question to Magister's web service.</summary>
/// <param name="Domein">The school's name at Magister.</param>
/// <param name="Gebruiker">The web service user; no secret.</param>
/// <param name="Wachtwoord">Its password.</param>
/// <param name="Geduldig">Whether to try again after what may pass by itself.</param>
public sealed record OpleidingenVerzoek(
    Schooldomein Domein, string Gebruiker, Geheim Wachtwoord, bool Geduldig = true)
{
    /// <summary>Is called when user and password were accepted, before the list is asked for.</summary>
    public Action? Ingelogd { get; init; }
}
