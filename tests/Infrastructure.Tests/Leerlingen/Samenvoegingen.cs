using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>How tests merge accounts and undo that.</summary>
internal static class Samenvoegingen
{
    /// <summary>
    /// Two accounts of one pupil, the old one without ECK iD, the new one under another key; and a third of somebody else.
    /// </summary>
    public static async Task<(AccountId Blijft, AccountId Vervalt)> ImportTwiceAsync(this Keuzeschool school)
    {
        school.Leerlingen.AddRange([Leerling(1) with { EckId = null }, Leerling(2) with { Achternaam = "Achternaam1" }]);
        school.Leerlingen.Add(Leerling(3));
        school.Docenten.AddRange([Docent(1), Docent(2)]);
        await school.ImportAsync();
        var stand = await school.Database.LoadAsync(school.Id);
        return (
            stand.Leerlingen.Single(l => l.Gegevens.UwlrKey == Leerling(1).UwlrKey).Id,
            stand.Leerlingen.Single(l => l.Gegevens.UwlrKey == Leerling(2).UwlrKey).Id);
    }

    public static Task<Result<SamenvoegingView<LeerlingView>>> MergeAsync(
        this Keuzeschool school, AccountId blijft, AccountId vervalt, bool ondanks = true, bool validateOnly = false) =>
        school.SendAsync(Merge(school, blijft, vervalt) with { OndanksVerschil = ondanks, ValidateOnly = validateOnly });

    public static MergeLeerlingen Merge(this Keuzeschool school, AccountId blijft, AccountId vervalt) =>
        new(school.Id, blijft, vervalt, null, null, OndanksVerschil: false, null, ValidateOnly: false);

    public static Task<Result<SamenvoegingView<DocentView>>> MergeDocentenAsync(
        this Keuzeschool school, Guid blijft, Guid vervalt) => school.SendAsync(new MergeDocenten(
        school.Id, new AccountId(blijft), new AccountId(vervalt), null, null, OndanksVerschil: true, null, false));

    public static Task<Result<HersteldeSamenvoegingView<LeerlingView>>> UndoMergeAsync(
        this Keuzeschool school, AccountId vervalt, bool validateOnly = false) =>
        school.SendAsync(new UndoMergeLeerlingen(school.Id, vervalt, null, validateOnly));

    public static Task<Result<HersteldeSamenvoegingView<DocentView>>> UndoMergeDocentenAsync(
        this Keuzeschool school, Guid vervalt) =>
        school.SendAsync(new UndoMergeDocenten(school.Id, new AccountId(vervalt), null, ValidateOnly: false));

    public static Task<Result<VerschilView>> MarkAsync(this Keuzeschool school, AccountId ene, AccountId andere) =>
        school.SendAsync(new MarkVerschillend(school.Id, ene, andere, "Tweeling", null, ValidateOnly: false));

    public static async Task<ImportRunId> LastRunAsync(this Keuzeschool school) => new((await school.SendAsync(
        new ListImportRuns(school.Id, new PageRequest(1, null), []))).Value.Items[0].Id);

    public static async Task<Result<TerugdraaiingView>> UndoLastImportAsync(this Keuzeschool school) =>
        await school.SendAsync(new UndoImport(school.Id, await school.LastRunAsync(), null, ValidateOnly: false));

    public static Task<Result<VerschilView>> UnmarkAsync(this Keuzeschool school, AccountId ene, AccountId andere) =>
        school.SendAsync(new UnmarkVerschillend(school.Id, ene, andere, null, ValidateOnly: false));
}
