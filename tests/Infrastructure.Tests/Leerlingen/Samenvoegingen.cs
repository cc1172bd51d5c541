using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>How tests merge accounts and undo that.</summary>
internal static class Samenvoegingen
{
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

    public static Task<Result<VerschilView>> UnmarkAsync(this Keuzeschool school, AccountId ene, AccountId andere) =>
        school.SendAsync(new UnmarkVerschillend(school.Id, ene, andere, null, ValidateOnly: false));
}
