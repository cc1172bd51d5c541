using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>How an administrator looks into a plan and changes people by hand.</summary>
internal static class SchoolKeuzes
{
    /// <summary>Rows of a run.</summary>
    public static async Task<IReadOnlyList<ImportRegel>> RegelsAsync(
        this TestSchool school, ImportRun run, Action<ListImportRegelsRequest> filter)
    {
        var request = new ListImportRegelsRequest { SchoolId = school.Id, ImportRunId = run.Id, PageSize = 500 };
        filter(request);
        return (await school.Import.ListImportRegelsAsync(request)).Regels;
    }

    /// <summary>A leerling with all keys.</summary>
    public static async Task<Leerling> FirstLeerlingAsync(this TestSchool school) => (await school.LeerlingenAsync())
        .First(l => l.EckId.Length > 0 && l.Stamnummer.Length > 0 && l.IdGebr.Length > 0);

    public static async Task<IReadOnlyList<Leerling>> LeerlingenAsync(this TestSchool school, bool archived = false) =>
        (await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest
        {
            SchoolId = school.Id,
            PageSize = 500,
            ShowGearchiveerd = archived,
        })).Leerlingen;

    public static async Task<Leerling> LeerlingAsync(this TestSchool school, string id) =>
        (await school.Leerlingen.GetLeerlingAsync(new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = id })).Leerling;

    public static async Task<IReadOnlyList<Docent>> DocentenAsync(this TestSchool school) =>
        (await school.Leerlingen.ListDocentenAsync(new ListDocentenRequest { SchoolId = school.Id, PageSize = 500 })).Docenten;

    /// <summary>Changes a leerling and leaves it to the source.</summary>
    public static async Task ChangeAsync(this TestSchool school, string id, Action<Leerling> change)
    {
        var leerling = new Leerling { SchoolId = school.Id, Id = id };
        change(leerling);
        await school.Leerlingen.UpdateLeerlingAsync(
            new UpdateLeerlingRequest { Leerling = leerling, NietVergrendelen = true });
    }

    /// <summary>Makes a conflict: another leerling gets the stamnummer of this one.</summary>
    /// <returns>The other.</returns>
    public static async Task<Leerling> GiveStamnummerToAnotherAsync(this TestSchool school, Leerling leerling)
    {
        var ander = (await school.LeerlingenAsync()).First(l => l.Id != leerling.Id && l.EckId.Length > 0);
        await school.ChangeAsync(leerling.Id, l => l.Stamnummer = "99887766");
        await school.ChangeAsync(ander.Id, l => l.Stamnummer = leerling.Stamnummer);
        return ander;
    }

    public static async Task<RpcException> RefusedAsync<T>(this TestSchool _, Func<Task<T>> call) =>
        (await FluentActions.Awaiting(call).Should().ThrowAsync<RpcException>()).Which;
}
