using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Synchronisatie;

/// <summary>A school with a koppeling, whose gates are moved as a diagnosis and Kurve would.</summary>
internal static class SyncedSchool
{
    public static readonly Feit Feit = new(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero), "jan", "gezien");

    private static readonly Poort[] OfTheSchool =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting];

    /// <summary>Registers one of which every gate but Kurve's own is proved.</summary>
    public static async Task ConnectAsync(this TestDatabase database, SchoolId school)
    {
        await using (var scope = database.Services.CreateAsyncScope())
        {
            var added = await scope.ServiceProvider.GetRequiredService<IKoppelingRepository>().AddAsync(
                new Koppeling
                {
                    SchoolId = school,
                    Las = Las.Magister,
                    Schooldomein = Schooldomein.Hydrate("voorbeeld"),
                    WebserviceGebruiker = Koppeling.DefaultGebruiker,
                    WebserviceWachtwoord = [1],
                    Gemaakt = Feit.Moment,
                },
                default);
            added.IsOk.Should().BeTrue();
        }

        await database.ChangeAsync(
            school, k => OfTheSchool.Aggregate(k, (after, poort) => after.Bevestig(poort, Feit).Value));
    }

    /// <summary>Changes its koppeling.</summary>
    public static async Task ChangeAsync(this TestDatabase database, SchoolId school, Func<Koppeling, Koppeling> change)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var koppelingen = scope.ServiceProvider.GetRequiredService<IKoppelingRepository>();
        var found = (await koppelingen.FindAsync(school, default))!;
        var changed = change(found) with { Versie = found.Versie + 1 };
        (await koppelingen.UpdateAsync(changed, default)).IsOk.Should().BeTrue();
    }
}
