using Grpc.Core;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>
/// The part of the demo in which the school passes its five gates: each is tried before its step is done, which the
/// simulator refuses, and after.
/// </summary>
internal sealed class DemoGates(
    ApiConnection api, SimulatorReady simulator, SimulatorControl control, IAnsiConsole console, Action<string> heading)
{
    /// <summary>Passes them.</summary>
    /// <exception cref="RefusedException">A gate did not do what it should.</exception>
    public async Task PassAsync(School school, CancellationToken ct)
    {
        heading("Connect it to Magister: nothing is set up there yet");
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
        KoppelingRendering.WritePoorten(console, await TestAsync(school, ct));
        await ShowRefusalAsync(school, ct);

        heading("Pass the five gates, one by one");
        await PassAsync(school, Poort.Toestemming, "toestemming gegeven", "toestemming=true", ct);
        await control.OpenMagisterAsync(ct);
        await PassAsync(school, Poort.Allowlisting, "ticket gesloten", what: null, ct);
        var wachtwoord = Uri.EscapeDataString(kit.Wachtwoord);
        await PassAsync(
            school,
            Poort.Webservice,
            "gebruiker en lijst gemaakt",
            $"gebruiker=true&wachtwoord={wachtwoord}&lijst=true&recht=true",
            ct);
        await PassAsync(
            school, Poort.WachtwoordEnQuery, "wachtwoord gezet, query geplaatst", "query=true&aliassen=true", ct);
        var activated = await api.Koppelingen.ActivateKoppelingAsync(
            new ActivateKoppelingRequest { SchoolId = school.Id, RequestId = RequestId.New() }, cancellationToken: ct);
        KoppelingRendering.WritePoorten(console, activated.Koppeling);
    }

    private async Task PassAsync(School school, Poort poort, string said, string? what, CancellationToken ct)
    {
        if (what is not null)
        {
            await control.SetUpAsync(simulator.School.Brin, what, ct);
        }

        await api.Koppelingen.RecordStepAsync(
            new RecordStepRequest { SchoolId = school.Id, Poort = poort, Toelichting = said, RequestId = RequestId.New() },
            cancellationToken: ct);
        var koppeling = await TestAsync(school, ct);
        Plain.Write(console, $"  {Signs(koppeling)}  {KoppelingWords.NameOf(poort)}: {said}");
        Check(koppeling, poort);
    }

    private string Signs(Koppeling koppeling) => string.Concat(
        koppeling.Poorten.Select(p => KoppelingWords.Sign(p.Status, console.Profile.Capabilities.Unicode)));

    private static void Check(Koppeling koppeling, Poort poort)
    {
        var stand = koppeling.Poorten.Single(p => p.Poort == poort);
        if (stand.Status != Poortstatus.Bevestigd)
        {
            throw new RefusedException(
                $"Gate {KoppelingWords.NameOf(poort)} should be proved now, but is {stand.Status}: {stand.Bewijs}");
        }
    }

    private async Task<Koppeling> TestAsync(School school, CancellationToken ct)
    {
        using var test = api.Koppelingen.TestKoppeling(
            new TestKoppelingRequest { SchoolId = school.Id }, cancellationToken: ct);
        await foreach (var answer in test.ResponseStream.ReadAllAsync(ct))
        {
            if (answer.Koppeling is { } koppeling)
            {
                return koppeling;
            }

            if (answer.Controle.Uitkomst == Controleuitkomst.Mislukt)
            {
                KoppelingRendering.Write(console, answer.Controle);
            }
        }

        throw new RefusedException("The test ended without its outcome.");
    }

    private async Task ShowRefusalAsync(School school, CancellationToken ct)
    {
        try
        {
            await api.Imports.PreviewImportAsync(
                new PreviewImportRequest { SchoolId = school.Id }, cancellationToken: ct);
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
        {
            Plain.Write(console, "  A preview is refused until all gates are proved.");
            return;
        }

        throw new RefusedException("A preview was allowed although the gates are open.");
    }
}
