using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>Pins people of a school, by the numbers that <see cref="Keuzeschool"/> gives them.</summary>
internal static class PinSteps
{
    public const string Reden = "Stage in het buitenland";

    public static async Task<Result<LeerlingView>> PinAsync(
        this Keuzeschool school, int nummer, int dagen = 30, string? etag = null, bool validateOnly = false) =>
        await school.SendAsync(new PinLeerling(
            school.Id, await school.LeerlingIdAsync(nummer), Reden, school.Over(dagen), etag, null, validateOnly));

    public static async Task<Result<LeerlingView>> UnpinAsync(this Keuzeschool school, int nummer) =>
        await school.SendAsync(new UnpinLeerling(school.Id, await school.LeerlingIdAsync(nummer), null, null, false));

    public static async Task<Result<DocentView>> PinDocentAsync(this Keuzeschool school, int nummer, int dagen = 30) =>
        await school.SendAsync(new PinDocent(
            school.Id, await school.DocentIdAsync(nummer), Reden, school.Over(dagen), null, null, false));

    public static async Task<AccountId> DocentIdAsync(this Keuzeschool school, int nummer) =>
        new((await school.FindDocentAsync(nummer)).Id);

    private static async Task<AccountId> LeerlingIdAsync(this Keuzeschool school, int nummer) =>
        (await school.FindAsync(nummer)).Id;

    private static DateOnly Over(this Keuzeschool school, int dagen) => school.Clock.Today().AddDays(dagen);
}
