using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>The UWLR service: one address, one operation (<c>HaalLeerlinggegevens</c>), SOAP 1.1.</summary>
internal sealed class UwlrEndpoint(Simulatie simulatie, MisbehaviourControl misbehaviour)
{
    /// <summary>Where the service is.</summary>
    public const string Path = "/uwlr-l/leerlinggegevens-smalle-set.svc";

    private const int MaxRequest = 64 * 1024;
    private readonly UwlrControle _controle = new(simulatie);

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (http.Request.ContentType?.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase) != true)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (http.Request.Headers["SOAPAction"].ToString().Trim('"') is not "HaalLeerlinggegevens")
        {
            await RefuseAsync(http, UwlrFout.ActionNotSupported);
            return;
        }

        var (verzoek, onleesbaar) = await ReadAsync(http.Request, ct);
        var besluit = verzoek is null ? new UwlrBesluit.Weigering(onleesbaar!) : _controle.Decide(verzoek);
        var reactie = misbehaviour.TakeUwlr(verzoek?.Brin) is { } instructie
            ? UwlrReactie.Of(instructie.Kind, instructie.Details, verzoek?.Header("autorisatiesleutel") ?? "")
            : UwlrReactie.Goed;
        await (reactie switch
        {
            { Vervanging: { } vervanging } => vervanging(http),
            { Fout: { } fout } => RefuseAsync(http, fout),
            _ => AnswerAsync(http, besluit, reactie),
        });
    }

    private Task AnswerAsync(HttpContext http, UwlrBesluit besluit, UwlrReactie reactie)
    {
        if (besluit is UwlrBesluit.Weigering weigering)
        {
            return RefuseAsync(http, weigering.Fout);
        }

        http.Response.ContentType = reactie.Vorm.ContentType;
        return Afleveraar.SendAsync(http, reactie.Aflevering, reactie.Details, Afleveraar.Edit(
            (target, ct) => besluit is UwlrBesluit.Gegevens gegevens && reactie.Leeg is null
                ? WriteDataAsync(target, gegevens, reactie.Vorm, ct)
                : UwlrAntwoord.WriteEmptyAsync(target, reactie.Leeg ?? "geengegevens", ct),
            reactie.Verminking));
    }

    private Task WriteDataAsync(Stream target, UwlrBesluit.Gegevens gegevens, UwlrVorm vorm, CancellationToken ct)
    {
        var antwoord = new UwlrAntwoord(
            simulatie.Options, gegevens.School, gegevens.Vestiging, gegevens.Versie23, gegevens.Beeld, vorm);
        return antwoord.WriteAsync(target, ct);
    }

    private static async Task RefuseAsync(HttpContext http, UwlrFout fout)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/xml; charset=utf-8";
        await http.Response.Body.WriteAsync(fout.Write(), http.RequestAborted);
    }

    private static async Task<(UwlrVerzoek? Verzoek, UwlrFout? Fout)> ReadAsync(
        HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var piece = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, ct)) > 0)
        {
            body.Write(piece, 0, read);
            if (body.Length > MaxRequest)
            {
                return (null, UwlrFout.OngeldigBericht("het is te groot."));
            }
        }

        body.Position = 0;
        return UwlrVerzoek.Read(body);
    }
}
