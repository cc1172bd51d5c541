using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>Something that a source or a person does with a docent.</summary>
/// <param name="Daad">What.</param>
/// <param name="Wie">With whom.</param>
/// <param name="Adres">With which address.</param>
public sealed record Stap(Daad Daad, int Wie, int Adres);

/// <summary>All that brings a docent an address, or takes one away.</summary>
public enum Daad
{
    Aanleveren,
    NietMeerAanleveren,
    AndereSleutel,
    Importeren,
    NachtelijkToepassen,
    DeelToepassen,
    BestandInlezen,
    MetDeHandWijzigen,
    Archiveren,
    Heractiveren,
    Terugdraaien,
    Beslissen,
}

/// <summary>Whoever writes, and in whatever order: no two active docenten log in with one address.</summary>
[Properties(Arbitrary = [typeof(Stappen)], MaxTest = 30)]
public sealed class LoginProperties
{
    private static readonly RegelSoort[] VanDeNacht = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren];

    [Property]
    public async Task No_two_active_docenten_ever_log_in_with_one_address(Stap[] stappen)
    {
        await using var school = await CreateAsync();
        school.Leerlingen.Add(Leerling(1));
        var toegepast = new Stack<ImportRunView>();
        foreach (var stap in stappen)
        {
            school.Clock.Advance(TimeSpan.FromMinutes(1));
            await DoAsync(school, stap, toegepast);

            var logins = (await school.Database.LoadAsync(school.Id)).Docenten
                .Where(d => d.Status == Accountstatus.Actief && d.Gegevens.Email is not null)
                .Select(d => string.Concat(d.Gegevens.Email!.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant());
            logins.Should().OnlyHaveUniqueItems($"{stap} is one of {stappen.Length} steps");
        }
    }

    private static async Task DoAsync(Keuzeschool school, Stap stap, Stack<ImportRunView> toegepast)
    {
        var plaats = school.Docenten.FindIndex(d => d.Achternaam == Docent(stap.Wie).Achternaam);
        switch (stap.Daad)
        {
            case Daad.Aanleveren when plaats < 0:
                school.Docenten.Add(Docent(stap.Wie) with { Email = Stappen.Adres(stap) });
                break;
            case Daad.Aanleveren:
                school.Docenten[plaats] = school.Docenten[plaats] with { Email = Stappen.Adres(stap) };
                break;
            case Daad.NietMeerAanleveren when plaats >= 0:
                school.Docenten.RemoveAt(plaats);
                break;
            case Daad.AndereSleutel when plaats >= 0:
                school.Docenten[plaats] = school.Docenten[plaats] with { UwlrKey = $"docent-{stap.Wie}-{stap.Adres}" };
                break;
            case Daad.Importeren or Daad.NachtelijkToepassen or Daad.DeelToepassen:
                await ApplyAsync(school, await school.PreviewAsync(), stap, toegepast);
                break;
            case Daad.BestandInlezen:
                await ApplyAsync(school, await school.UploadDocentenAsync(Stappen.Bestand(stap)), stap, toegepast);
                break;
            case Daad.Terugdraaien when toegepast.TryPop(out var run):
                await school.SendAsync(new UndoImport(school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false));
                break;
            case Daad.Beslissen:
                await DecideAsync(school, stap);
                await ApplyAsync(school, await school.PreviewAsync(), stap, toegepast);
                break;
            default:
                await DoByHandAsync(school, stap);
                break;
        }
    }

    private static async Task ApplyAsync(
        Keuzeschool school, ImportRunView run, Stap stap, Stack<ImportRunView> toegepast)
    {
        if (run.State == ImportState.Wachtend)
        {
            await school.SendAsync(new ReleaseBrake(
                school.Id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, RequestId: null));
        }

        if (run.Uitkomst is null)
        {
            return;
        }

        int[] regels = stap.Daad == Daad.DeelToepassen
            ? [
                .. (await school.RegelsAsync(run))
                    .Where(r => r.Soort <= RegelSoort.Archiveren && (r.Nummer + stap.Adres) % 2 == 0)
                    .Select(r => r.Nummer),
            ]
            : [];
        var soorten = stap.Daad == Daad.NachtelijkToepassen ? VanDeNacht : [];
        var applied = await school.ApplyAsync(run, regels, soorten: soorten);
        if (applied.IsOk)
        {
            toegepast.Push(applied.Value);
        }
    }

    private static async Task DecideAsync(Keuzeschool school, Stap stap)
    {
        var run = await school.PreviewAsync();
        foreach (var regel in (await school.RegelsAsync(run)).Where(r => r.Soort == RegelSoort.Conflict))
        {
            var soort = (Beslissingsoort)(1 + ((stap.Wie + regel.Nummer) % 3));
            AccountId? account = soort == Beslissingsoort.Samenvoegen && regel.Betrokken.Count > 0
                ? regel.Betrokken[stap.Adres % regel.Betrokken.Count].Id
                : null;
            await school.ResolveAsync(run, regel.Nummer, soort, account);
        }
    }

    private static async Task DoByHandAsync(Keuzeschool school, Stap stap)
    {
        var bekend = (await school.Database.LoadAsync(school.Id)).Docenten;
        if (bekend.Count == 0)
        {
            return;
        }

        var id = bekend.OrderBy(d => d.Id.Value).ElementAt(stap.Wie % bekend.Count).Id;
        switch (stap.Daad)
        {
            case Daad.MetDeHandWijzigen:
                var bewerking = new Bewerking<DocentGegevens>(
                    new DocentGegevens { Email = Stappen.Adres(stap) }, Veld.Email, null, NietVergrendelen: stap.Wie % 2 == 0);
                await school.SendAsync(new UpdateDocent(school.Id, id, bewerking, null, null, false));
                break;
            case Daad.Archiveren:
                await school.SendAsync(new ArchiveDocent(school.Id, id, null, null, false));
                break;
            case Daad.Heractiveren:
                await school.SendAsync(new ReactivateDocent(school.Id, id, null, null, false));
                break;
            default:
                break;
        }
    }
}

/// <summary>Makes steps with few docenten and fewer addresses, each address spelled in several ways.</summary>
public static class Stappen
{
    private const int Mensen = 3;

    public static Arbitrary<Stap[]> Reeks() => (
        from begin in Gen.Elements(3, 2, 1)
        from aantal in Gen.Choose(4, 10)
        from fragmenten in Gen.Frequency(
            (3, Fragment(Daad.Aanleveren, Daad.Importeren)),
            (3, Fragment(Daad.Aanleveren, Daad.Importeren, Daad.MetDeHandWijzigen, Daad.Terugdraaien)),
            (1, Fragment(Daad.NietMeerAanleveren, Daad.Importeren, Daad.MetDeHandWijzigen, Daad.Terugdraaien)),
            (1, Fragment(Daad.Archiveren, Daad.MetDeHandWijzigen, Daad.Heractiveren)),
            (4, Gen.Elements(Enum.GetValues<Daad>()).SelectMany(daad => Fragment(daad)))).ArrayOf(aantal)
        select Enumerable.Range(begin, Mensen).Select(n => new Stap(Daad.Aanleveren, n, n))
            .Append(new Stap(Daad.Importeren, 1, 1))
            .Concat(fragmenten.SelectMany(f => f))
            .ToArray()).ToArbitrary();

    private static Gen<Stap[]> Fragment(params Daad[] daden) =>
        from wie in Gen.Choose(1, Mensen).ArrayOf(daden.Length)
        from adres in Gen.Choose(0, 8).ArrayOf(daden.Length)
        select daden.Select((daad, i) => new Stap(daad, wie[i], adres[i])).ToArray();

    public static string? Adres(Stap stap) => stap.Adres switch
    {
        0 => null,
        1 => "Een@School.invalid",
        2 => " een@school.invalid ",
        3 => "twee@school.invalid",
        4 => "TWEE@SCHOOL.INVALID",
        5 => "drie@school.invalid\t",
        6 => "drie@school.invalid",
        _ => string.Create(CultureInfo.InvariantCulture, $"d{stap.Wie}@school.invalid"),
    };

    public static string Bestand(Stap stap) => "personeelsnummer;roepnaam;achternaam;email\n" + string.Concat(
        Enumerable.Range(1, Mensen).Where(n => (n + stap.Wie) % 2 == 0).Select(n => string.Create(
            CultureInfo.InvariantCulture,
            $"docent-{n};Kim;Docent{n};{Adres(stap with { Wie = n, Adres = (stap.Adres + n) % 8 })?.Trim()}\n")));
}
