using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.Cli.Opleidingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>
/// The last part of the demo: what a pupil practises and who decided that, and a code that nobody knew until the school
/// said what it means.
/// </summary>
internal sealed class DemoLeerplan(
    ApiConnection api, DemoImports imports, IAnsiConsole console, Action<string> heading)
{
    // It has every leerjaar, so it fits whatever pupils have the code.
    private const string SaidBySchool = "VWO";

    /// <summary>Tells it.</summary>
    /// <returns>The imports that came of it.</returns>
    /// <exception cref="RefusedException">A step did not do what it should.</exception>
    public async Task<IReadOnlyList<ImportRun>> TellAsync(School school, CancellationToken ct)
    {
        heading("A pupil's leerplan, and who decided what");
        await ShowLeerplanAsync(school, ct);
        heading("Settle a code that nobody knows, and its siblings with it");
        if (await SettleAsync(school, ct) is not { } leerlingen)
        {
            return [];
        }

        heading("Preview what that changes, and apply it");
        var run = await imports.PreviewAsync(school, ct);
        await imports.WriteRowsAsync(run, ct);
        if (run.Leerlingen.Bijwerken != leerlingen)
        {
            throw new RefusedException(
                $"{leerlingen} leerlingen should get a doelgroep, but {run.Leerlingen.Bijwerken} change.");
        }

        return [await imports.ApplyAsync(run, [], ct)];
    }

    private async Task ShowLeerplanAsync(School school, CancellationToken ct)
    {
        var page = await api.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 100 }, cancellationToken: ct);
        if (page.Leerlingen.FirstOrDefault(l => l.Doelgroep is not null) is not { } leerling)
        {
            Plain.Write(console, "  No pupil has a doelgroep at a school this small.");
            return;
        }

        var vaardigheden = await api.Leerplannen.ReadVaardighedenAsync(Vak.Nederlands, ct);
        var request = new GetEffectiveLeerplanRequest { SchoolId = school.Id, LeerlingId = leerling.Id };
        var before = await api.Leerplannen.GetEffectiveLeerplanAsync(request, cancellationToken: ct);
        var last = before.Leerplan.Vaardigheden.Last(v => v.Actief && vaardigheden.Any(n => IsCode(n.Code, v)));
        await api.Leerplannen.DeactivateVaardighedenAsync(
            new DeactivateVaardighedenRequest
            {
                SchoolId = school.Id,
                Bereik = new Leerplanbereik { LeerlingId = leerling.Id },
                Vaardigheden = { last.Vaardigheid },
                MetAfhankelijken = true,
                RequestId = RequestId.New(),
            },
            cancellationToken: ct);
        var after = await api.Leerplannen.GetEffectiveLeerplanAsync(request, cancellationToken: ct);
        Plain.Write(console, $"  The school switched {last.Vaardigheid} off for this pupil alone. Its domein:");
        var domein = vaardigheden.Single(v => IsCode(v.Code, last)).Domein;
        HerkomstRendering.Write(console, after, [.. vaardigheden.Where(v => v.Domein == domein)]);
        if (after.Leerplan.Vaardigheden.Any(v => v.Actief && IsCode(last.Vaardigheid, v)))
        {
            throw new RefusedException($"Vaardigheid {last.Vaardigheid} was switched off, but is active.");
        }
    }

    private static bool IsCode(string code, EffectieveVaardigheid vaardigheid) =>
        string.Equals(code, vaardigheid.Vaardigheid, StringComparison.Ordinal);

    // How many pupils get a doelgroep by it; null when there is nothing to settle.
    private async Task<int?> SettleAsync(School school, CancellationToken ct)
    {
        var unknown = await api.Opleidingen.ListUnknownOpleidingscodesAsync(
            new ListUnknownOpleidingscodesRequest { SchoolId = school.Id }, cancellationToken: ct);
        OpleidingRendering.Write(console, unknown.Opleidingscodes);
        if (unknown.Opleidingscodes.MaxBy(code => code.VerwanteCodes.Count) is not { } code)
        {
            return null;
        }

        var settled = await api.Opleidingen.SetVertalingAsync(
            new SetVertalingRequest
            {
                SchoolId = school.Id,
                Opleidingscode = code.Opleidingscode,
                Opleiding = code.Opleiding?.Code ?? SaidBySchool,
                VerwanteCodes = { code.VerwanteCodes },
                RequestId = RequestId.New(),
            },
            cancellationToken: ct);
        Plain.Write(console, $"  The school says: {settled.Vertaling.Opleidingscode} is {settled.Vertaling.OpleidingNaam}.");
        OpleidingRendering.Write(console, settled);
        Plain.Write(console, "  No pupil changes before an import is applied.");
        return unknown.Opleidingscodes
            .Where(other => other.Equals(code) || code.VerwanteCodes.Contains(other.Opleidingscode))
            .Sum(other => other.AantalLeerlingen);
    }
}
