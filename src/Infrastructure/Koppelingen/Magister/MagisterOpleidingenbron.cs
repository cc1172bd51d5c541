using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>The list KurveLeerlingData of Magister's web service, as a source of opleidingen.</summary>
internal sealed class MagisterOpleidingenbron : IOpleidingenbron, IDisposable
{
    private readonly MagisterOptions _options;
    private readonly Bronkanaal _kanaal;
    private readonly IMagisterTransport _transport;
    private readonly Bronpijplijn<Opleidingenlijst> _pijplijn;

    public MagisterOpleidingenbron(IOptions<MagisterOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _kanaal = new Bronkanaal(MagisterFouten.Teksten, _options.ConnectTimeout, _options.AllowLoopback, time);
        _transport = _options.Transport == MagisterTransport.Soap
            ? new SoapTransport(_kanaal, _options)
            : new UrlTransport(_kanaal, _options);
        _pijplijn = new Bronpijplijn<Opleidingenlijst>(MagisterFouten.Bron, _options.Geduld, time);
    }

    public async Task<Result<Opleidingenlijst>> FetchAsync(
        OpleidingenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct) =>
        await _pijplijn.RunAsync(
            token => new MagisterSessie(_transport, _options, Base(verzoek), verzoek, progress).FetchAsync(token),
            verzoek.Geduldig,
            ct);

    public void Dispose() => _kanaal.Dispose();

    private string Base(OpleidingenVerzoek verzoek) => _options.BaseUrlOverride is { } address
        ? $"{address.ToString().TrimEnd('/')}/{verzoek.Domein.Value}"
        : $"https://{verzoek.Domein.Host}:{_options.Port}";
}
