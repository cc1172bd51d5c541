using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>
/// The part of the demo in which the school passes its five gates: each is refused by the simulator until its own step
/// is done, and proved after it.
/// </summary>
internal sealed class DemoGates(
    ApiConnection api, SimulatorReady simulator, SimulatorControl control, IAnsiConsole console, Action<string> heading)
{
    private const int NameWidth = 21;

    /// <summary>Passes them.</summary>
    /// <exception cref="RefusedException">A gate did not do what it should.</exception>
    public async Task PassAsync(School school, CancellationToken ct)
    {
        heading("Connect it to Magister, and give it its kit");
        var wachtwoord = Uri.EscapeDataString(await ConnectAsync(school, ct));

        heading("Pass the five gates: each refused until its step is done, then proved");
        await RefuseAsync(school, Poort.Toestemming, ct);
        await control.SetUpAsync(simulator.School.Brin, "toestemming=true", ct);
        await ProveAsync(school, Poort.Toestemming, "the school gave its consent in Magister", ct);

        await RefuseAsync(school, Poort.Allowlisting, ct);
        await control.OpenMagisterAsync(ct);
        await ProveAsync(school, Poort.Allowlisting, "Magister let Kurve's address through", ct);

        // The list can be seen to be missing by a user who can log in.
        await RefuseAsync(school, Poort.WachtwoordEnQuery, ct);
        await control.SetUpAsync(simulator.School.Brin, $"gebruiker=true&wachtwoord={wachtwoord}", ct);
        Say("the school made the user of the web service, with the password of the kit");
        await RefuseAsync(school, Poort.Webservice, ct);
        await control.SetUpAsync(simulator.School.Brin, "lijst=true&recht=true", ct);
        await ProveAsync(school, Poort.Webservice, "the school made the list, and lets the user read it", ct);

        await RefuseAsync(school, Poort.WachtwoordEnQuery, ct);
        await control.SetUpAsync(simulator.School.Brin, "query=true&aliassen=true", ct);
        await ProveAsync(school, Poort.WachtwoordEnQuery, "the school placed the query of the kit", ct);

        await RefusePreviewAsync(school, Poort.Activatie, ct);
        var activated = await api.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = school.Id, RequestId = RequestId.New() }, cancellationToken: ct);
        CheckProved(activated.Koppeling, Poort.Activatie, "Kurve switched its side on");
    }

    private async Task<string> ConnectAsync(School school, CancellationToken ct)
    {
        await api.Koppelingen.CreateKoppelingAsync(
            new CreateKoppelingRequest
            {
                SchoolId = school.Id,
                Las = Las.Magister,
                Schooldomein = simulator.School.Domein,
                WebserviceGebruiker = simulator.School.Gebruiker,
                RequestId = RequestId.New(),
            },
            cancellationToken: ct);
        var kit = await api.Koppelingen.IssueActivationKitAsync(
            new IssueActivationKitRequest { SchoolId = school.Id }, cancellationToken: ct);
        Plain.Write(
            console,
            $"  Kit issued: a password of {kit.Wachtwoord.Length} characters, {kit.QueryBestand}, instructions.");
        return kit.Wachtwoord;
    }

    private async Task RefuseAsync(School school, Poort poort, CancellationToken ct)
    {
        var (controles, koppeling) = await TestAsync(school, ct);
        var failed = controles.FirstOrDefault(c => c.Poort == poort && c.Uitkomst == Controleuitkomst.Mislukt)
            ?? throw new RefusedException(
                $"Gate {KoppelingWords.Of(poort)} should be refused before its step is done, but no check failed.");
        WriteRefusal(koppeling, poort, $"fails at {KoppelingWords.NameOf(failed.Soort)} ({failed.Code})");
    }

    private async Task RefusePreviewAsync(School school, Poort poort, CancellationToken ct)
    {
        try
        {
            await api.Imports.PreviewImportAsync(
                new PreviewImportRequest { SchoolId = school.Id }, cancellationToken: ct);
        }
        catch (RpcException refused) when (NamesOnly(poort, refused))
        {
            var koppeling = await api.FindKoppelingAsync(school.Id, ct);
            WriteRefusal(koppeling, poort, "a preview is refused, and names this gate");
            return;
        }

        throw new RefusedException($"A preview was allowed although gate {KoppelingWords.Of(poort)} is open.");
    }

    private static bool NamesOnly(Poort poort, RpcException refused) =>
        refused.GetRpcStatus()?.GetDetail<PreconditionFailure>()?.Violations is [var only]
        && string.Equals(only.Subject, poort.ToString(), StringComparison.Ordinal);

    private async Task ProveAsync(School school, Poort poort, string said, CancellationToken ct)
    {
        await api.Koppelingen.RecordStepAsync(
            new RecordStepRequest
            {
                SchoolId = school.Id,
                Poort = poort,
                Toelichting = said,
                RequestId = RequestId.New(),
            },
            cancellationToken: ct);
        var (_, koppeling) = await TestAsync(school, ct);
        CheckProved(koppeling, poort, said);
    }

    private void CheckProved(Koppeling koppeling, Poort poort, string said)
    {
        var stand = koppeling.Poorten.Single(p => p.Poort == poort);
        if (stand.Status != Poortstatus.Bevestigd)
        {
            throw new RefusedException(
                $"Gate {KoppelingWords.Of(poort)} should be proved now, but is {stand.Status}: {stand.Bewijs}");
        }

        WriteSign(koppeling, "green", Controleuitkomst.Geslaagd, poort, said);
    }

    private void WriteRefusal(Koppeling koppeling, Poort poort, string how) =>
        WriteSign(koppeling, "red", Controleuitkomst.Mislukt, poort, how);

    private void WriteSign(Koppeling koppeling, string color, Controleuitkomst uitkomst, Poort poort, string text)
    {
        var unicode = console.Profile.Capabilities.Unicode;
        var signs = string.Concat(koppeling.Poorten.Select(p => KoppelingWords.Sign(p.Status, unicode)));
        console.Markup($"  {Markup.Escape(signs)}  [{color}]{KoppelingWords.Sign(uitkomst, unicode)}[/] ");
        Plain.Write(console, KoppelingWords.Of(poort).PadRight(NameWidth) + text);
    }

    private void Say(string text) => Plain.Write(console, "           " + new string(' ', NameWidth - 2) + text);

    private Task<(IReadOnlyList<Controle> Controles, Koppeling Koppeling)> TestAsync(
        School school, CancellationToken ct) => api.Koppelingen.TestAsync(school.Id, _ => { }, ct);
}
