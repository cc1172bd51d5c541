using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>One fetch: log in, get the list, log out.</summary>
internal sealed class MagisterSessie(
    IMagisterTransport transport,
    MagisterOptions options,
    string address,
    OpleidingenVerzoek verzoek,
    IProgress<int>? progress)
{
    private static readonly TimeSpan LogoutTimeout = TimeSpan.FromSeconds(5);
    private static readonly string[] SessionWords = ["session", "sessie", "token"];

    private readonly List<string> _secrets = [verzoek.Wachtwoord.Reveal()];

    public async Task<Result<Opleidingenlijst>> FetchAsync(CancellationToken ct)
    {
        var first = await FetchOnceAsync(ct);

        // What an expired session looks like is not documented; a fresh login decides.
        return IsAboutSession(first.Error) ? await FetchOnceAsync(ct) : first;
    }

    private async Task<Result<Opleidingenlijst>> FetchOnceAsync(CancellationToken ct)
    {
        var login = await transport.CallAsync(
            Call("Algemeen", "Login", ("UserName", verzoek.Gebruiker), ("Password", verzoek.Wachtwoord.Reveal())), ct);
        if (!login.IsOk)
        {
            return login.Error;
        }

        if (RefuseLogin(login.Value) is { } refusal)
        {
            return refusal;
        }

        var token = login.Value.SessionToken!;
        _secrets.Add(token);
        verzoek.Ingelogd?.Invoke();
        try
        {
            return await GetListAsync(token, ct);
        }
        finally
        {
            await LogoutAsync(token);
        }
    }

    private Bronfout? RefuseLogin(MagisterAntwoord login)
    {
        var melding = Scrub(login.Melding);
        return login.IsServerfout ? MagisterFouten.Serverfout(melding)
            : login.Exception is { } exception ? MagisterFouten.InloggenMislukt(Scrub(exception), melding)
            : login.IsFout ? MagisterFouten.InloggenGeweigerd(verzoek.Gebruiker, melding)
            : string.IsNullOrEmpty(login.SessionToken) ? MagisterFouten.GeenSessie(verzoek.Gebruiker)
            : null;
    }

    private async Task<Result<Opleidingenlijst>> GetListAsync(string token, CancellationToken ct)
    {
        var oproep = Call("Data", "GetData", ("SessionToken", token), ("Layout", options.Layout), ("Parameters", ""));
        var answer = await transport.CallAsync(oproep with { Regels = progress }, ct);
        if (answer.Error is Bronfout fout)
        {
            return fout.Fase == Bronfase.Verkeer ? fout with { Fase = Bronfase.Ophalen } : fout;
        }

        var antwoord = answer.Value;
        if (antwoord.IsServerfout)
        {
            return MagisterFouten.Serverfout(Scrub(antwoord.Melding)) with { Fase = Bronfase.Ophalen };
        }

        if (antwoord.IsFout)
        {
            return await ExplainAsync(antwoord, token, ct);
        }

        var ids = antwoord.Herkend.Any(k => k != MagisterKolom.Opleidingscode);
        return antwoord.Regels.Count > 0 && (!ids || !antwoord.Herkend.Contains(MagisterKolom.Opleidingscode))
            ? MagisterFouten.KolommenOntbreken(options.Layout, string.Join(", ", antwoord.Kolommen))
            : new Opleidingenlijst(antwoord.Regels, antwoord.Vingerafdruk) { Meldingen = antwoord.Meldingen };
    }

    private async Task<Bronfout> ExplainAsync(MagisterAntwoord antwoord, string token, CancellationToken ct)
    {
        var melding = antwoord.Melding.Length > 0 ? antwoord.Melding : await AskLastErrorAsync(token, ct);
        var nummer = Scrub(antwoord.FoutNummer ?? antwoord.Exception ?? "");
        return string.Equals(nummer, "10", StringComparison.Ordinal)
            ? MagisterFouten.GeenRecht(verzoek.Gebruiker, options.Layout, Scrub(melding))
            : MagisterFouten.Gemeld(verzoek.Gebruiker, options.Layout, nummer, Scrub(melding));
    }

    /// <summary>
    /// Asks what the last error was. The shape of these answers is not documented, so any text in them counts.
    /// </summary>
    private async Task<string> AskLastErrorAsync(string token, CancellationToken ct)
    {
        foreach (var function in (string[])["GetLastErrorMessage", "GetLastError"])
        {
            var answer = await transport.CallAsync(Call("Data", function, ("SessionToken", token)), ct);
            if (answer is { IsOk: true, Value: var antwoord })
            {
                var text = antwoord.Melding.Length > 0 ? antwoord.Melding
                    : antwoord.Teksten.Count > 0 ? string.Join(' ', antwoord.Teksten)
                    : antwoord.Result is "True" or "False" ? ""
                    : antwoord.Result ?? "";
                if (text.Length > 0)
                {
                    return text;
                }
            }
        }

        return "geen toelichting.";
    }

    /// <summary>
    /// Ends the session, whatever happened. That it fails does not matter: the session expires by itself.
    /// </summary>
    private async Task LogoutAsync(string token)
    {
        using var timeout = new CancellationTokenSource(LogoutTimeout);
        try
        {
            await transport.CallAsync(Call("Algemeen", "Logout", ("SessionToken", token)), timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // Too slow to wait for.
        }
    }

    private static bool IsAboutSession(Error? error) =>
        error is Bronfout { Code: "MAGISTER_MELDT_FOUT" } fout
        && SessionWords.Any(word => fout.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private MagisterOproep Call(string library, string function, params (string Name, string Value)[] arguments) =>
        new(address, library, function, arguments);

    private string Scrub(string text) => Geheimfilter.Remove(text, _secrets);
}
