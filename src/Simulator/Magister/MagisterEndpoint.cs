using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>
/// Magister's web service over HTTP. Functional errors are HTTP 200. The school is named by the first part of the
/// path, or else known by its password.
/// </summary>
internal sealed class MagisterEndpoint(Simulatie simulatie, MisbehaviourControl misbehaviour)
{
    private const int MaxRequest = 64 * 1024;
    private readonly MagisterDienst _dienst = new(simulatie);

    /// <inheritdoc cref="Sessies.Tokens"/>
    public IReadOnlyCollection<string> Tokens => _dienst.Tokens;

    /// <summary>The query form, by GET or POST: everything is in the query.</summary>
    public async Task HandleQueryAsync(HttpContext http)
    {
        if (!TryFindSchool(http, out var inAdres))
        {
            return;
        }

        var argumenten = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (naam, waarde) in http.Request.Query)
        {
            argumenten[naam] = waarde.ToString();
        }

        var vraag = new MagisterVraag(
            argumenten.GetValueOrDefault("Library") ?? "", argumenten.GetValueOrDefault("Function") ?? "", argumenten);
        var reactie = ReactionTo(vraag, inAdres);
        if (reactie.Vervanging is { } vervanging)
        {
            await vervanging(http);
            return;
        }

        var antwoord = AnswerTo(vraag, inAdres, reactie);
        var rijen = RowsOf(antwoord, reactie.Vorm);
        if (!vraag.Argument("Type").Equals("XML", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(MagisterHtml.Write(antwoord, rijen), http.RequestAborted);
            return;
        }

        http.Response.ContentType = reactie.Vorm.ContentType;
        await Afleveraar.SendAsync(http, reactie.Aflevering, reactie.Details, Afleveraar.Edit(
            (target, ct) => MagisterXml.WriteAsync(target, antwoord, rijen, reactie.Vorm, ct), reactie.Verminking));
    }

    /// <summary>The SOAP form, by POST.</summary>
    public async Task HandleSoapAsync(HttpContext http)
    {
        if (!TryFindSchool(http, out var inAdres))
        {
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var vraag = await ReadSoapAsync(http);
        if (vraag is null)
        {
            http.Response.ContentType = "text/xml; charset=utf-8";
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await MagisterSoap.WriteFaultAsync(http.Response.Body, "Unknown message", http.RequestAborted);
            return;
        }

        await AnswerSoapAsync(http, vraag, inAdres);
    }

    private async Task AnswerSoapAsync(HttpContext http, MagisterVraag vraag, SimulatedSchool? inAdres)
    {
        var reactie = ReactionTo(vraag, inAdres);
        if (reactie.Vervanging is { } vervanging)
        {
            await vervanging(http);
            return;
        }

        var antwoord = AnswerTo(vraag, inAdres, reactie);
        http.Response.ContentType = reactie.Vorm.ContentType;
        http.Response.StatusCode = antwoord is MagisterAntwoord.Uitzondering
            ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status200OK;
        await Afleveraar.SendAsync(http, reactie.Aflevering, reactie.Details, Afleveraar.Edit(
            (target, ct) => MagisterSoap.WriteAsync(
                target, vraag, antwoord, RowsOf(antwoord, reactie.Vorm), (reactie.Vorm, simulatie.Options.SoapTabel), ct),
            reactie.Verminking));
    }

    private MagisterReactie ReactionTo(MagisterVraag vraag, SimulatedSchool? inAdres)
    {
        var school = inAdres
            ?? _dienst.FindSessie(vraag, inAdres: null)?.School
            ?? simulatie.FindByAccount(vraag.Argument("UserName"), vraag.Argument("Password"), inAdres: null);
        if (misbehaviour.TakeMagister(school?.Brin, kind => MagisterReactie.Applies(kind, vraag)) is { } instructie)
        {
            return MagisterReactie.Of(instructie.Kind, instructie.Details);
        }

        // The set-up is about one list; another one is unknown, whatever was set up.
        var weigering = school is null || !MagisterDienst.IsOnzeLijst(vraag)
            ? null
            : simulatie.InrichtingOf(school).Weigering;
        return weigering is { } kind && MagisterReactie.Applies(kind, vraag)
            ? MagisterReactie.Of(kind, MisbehaviourDetails.None)
            : MagisterReactie.Goed;
    }

    // A misbehaviour that answers for the function does so only when the account itself is in order.
    private MagisterAntwoord AnswerTo(MagisterVraag vraag, SimulatedSchool? inAdres, MagisterReactie reactie)
    {
        var antwoord = _dienst.Answer(vraag, inAdres);
        return reactie.Antwoord is { } anders && antwoord is not MagisterAntwoord.Geweigerd
            ? anders(_dienst, vraag, _dienst.FindSessie(vraag, inAdres))
            : antwoord;
    }

    private bool TryFindSchool(HttpContext http, out SimulatedSchool? inAdres)
    {
        inAdres = null;
        if (http.Request.RouteValues["domein"] is not string domein)
        {
            return true;
        }

        inAdres = simulatie.FindByDomein(domein);
        if (inAdres is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return inAdres is not null;
    }

    private IEnumerable<MagisterRij> RowsOf(MagisterAntwoord antwoord, MagisterVorm vorm) =>
        antwoord is MagisterAntwoord.Lijst lijst
            ? MagisterRijen.Of(
                simulatie.PeopleOn(lijst.School, simulatie.Day), simulatie.VerloopOf(lijst.School).Sleutels, vorm)
            : [];

    private static async Task<MagisterVraag?> ReadSoapAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaxRequest)
        {
            return null;
        }

        // The last part of the path and the query must name the same service: /soap/data?service=Data.
        var service = http.Request.Query["service"].ToString();
        if (!http.Request.Path.Value!.TrimEnd('/').EndsWith("/" + service.ToLowerInvariant(), StringComparison.Ordinal))
        {
            return null;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        return MagisterSoap.Read(body, service, http.Request.Headers["SOAPAction"].ToString());
    }
}
