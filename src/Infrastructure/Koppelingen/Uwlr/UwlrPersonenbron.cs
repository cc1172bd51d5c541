using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>Magister's UWLR service, smalle set, as a source of people.</summary>
internal sealed class UwlrPersonenbron : IPersonenbron, IDisposable
{
    private readonly UwlrOptions _options;
    private readonly Bronkanaal _kanaal;
    private readonly Bronpijplijn<Personenlijst> _pijplijn;

    public UwlrPersonenbron(IOptions<UwlrOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _kanaal = new Bronkanaal(Bronfouten.Teksten, _options.ConnectTimeout, _options.AllowLoopback, time);
        _pijplijn = new Bronpijplijn<Personenlijst>(Bronfouten.Bron, _options.Geduld, time);
    }

    public async Task<Result<Personenlijst>> FetchAsync(
        PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct)
    {
        var sleutel = verzoek.Autorisatiesleutel?.Reveal() ?? _options.Autorisatiesleutel;
        if (_options.Refuse(verzoek.Endpoint ?? _options.Endpoint) is { } reason)
        {
            return Bronverkeer.Bronfouten.AdresGeweigerd(Bronfouten.Bron, reason);
        }

        if (sleutel.Length == 0 || _options.Klantcode.Length == 0 || _options.Klantnaam.Length == 0)
        {
            return Bronfouten.NietIngesteld;
        }

        var result = await _pijplijn.RunAsync(
            token => AttemptAsync(verzoek, sleutel, progress, token), verzoek.Geduldig, ct);
        return result.Error is Bronfout fout ? Scrub(fout, sleutel) : result;
    }

    public void Dispose() => _kanaal.Dispose();

    private async Task<Result<Personenlijst>> AttemptAsync(
        PersonenVerzoek verzoek, string sleutel, IProgress<int>? progress, CancellationToken ct)
    {
        using var request = UwlrVraag.Create(_options, verzoek, sleutel);
        return await _kanaal.SendAsync(
            request,
            (stream, token) => UwlrLezer.Read(stream, verzoek, progress, token, _options.MaxAntwoordBytes),
            (stream, token) => UwlrLezer.ReadFault(stream, token, _options.MaxAntwoordBytes) is { } fault
                ? fault
                : (Result<Personenlijst>?)null,
            ct);
    }

    private static Bronfout Scrub(Bronfout fout, string sleutel) =>
        fout with { Message = Geheimfilter.Remove(fout.Message, sleutel) };
}
