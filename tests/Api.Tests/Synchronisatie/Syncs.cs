using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>What is done with syncs, beside what an administrator does by hand.</summary>
internal static class Syncs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A window that opens a while from now, as the setting has it.</summary>
    public static string Window(TimeSpan opensIn, TimeSpan length)
    {
        var van = Nederland.KlokOp(DateTimeOffset.UtcNow + opensIn);
        return string.Create(CultureInfo.InvariantCulture, $"{van:HH:mm:ss}-{van + length:HH:mm:ss}");
    }

    /// <summary>Syncs a school now, and waits until the ronde has ended.</summary>
    public static async Task<Ronde> SyncAsync(this TestSchool school)
    {
        var ronde = (await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id })).Ronde;
        return await school.WaitAsync(ronde, found => found.Uitkomst != Rondeuitkomst.Open);
    }

    /// <summary>Waits until a ronde is as it should be.</summary>
    public static async Task<Ronde> WaitAsync(this TestSchool school, Ronde ronde, Func<Ronde, bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var found = (await school.ListRondesAsync())
                .Single(r => r.Nacht == ronde.Nacht && r.Volgnummer == ronde.Volgnummer);
            if (isThere(found))
            {
                return found;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>The newest rondes of a school.</summary>
    public static async Task<IReadOnlyList<Ronde>> ListRondesAsync(this TestSchool school) =>
        (await school.Syncs.ListRondesAsync(new ListRondesRequest { SchoolId = school.Id })).Rondes;

    /// <summary>The import of a ronde.</summary>
    public static async Task<ImportRun> RunOfAsync(this TestSchool school, Ronde ronde) =>
        (await school.Import.GetImportRunAsync(
            new GetImportRunRequest { SchoolId = school.Id, ImportRunId = ronde.ImportRunId })).ImportRun;

    /// <summary>Changes what a school wants of its sync.</summary>
    public static async Task<Syncbeleid> SetAsync(this TestSchool school, Syncbeleid beleid, params string[] paths)
    {
        beleid.SchoolId = school.Id;
        var request = new UpdateSyncbeleidRequest { Syncbeleid = beleid, UpdateMask = new FieldMask { Paths = { paths } } };
        return (await school.Syncs.UpdateSyncbeleidAsync(request)).Syncbeleid;
    }
}
