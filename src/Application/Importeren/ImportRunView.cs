using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Application.Importeren;

/// <summary>An import run as it is shown; the meaning of each member is that of <see cref="ImportRun"/>.</summary>
public sealed record ImportRunView(
    Guid Id,
    Guid SchoolId,
    Bron Bron,
    ImportState State,
    string Schooljaar,
    Uitkomst? Uitkomst,
    Importfout? Fout,
    Actiehouder Actiehouder,
    int Gelezen,
    DateTimeOffset Aangevraagd,
    DateTimeOffset? Vergeleken,
    DateTimeOffset? Vrijgegeven,
    DateTimeOffset? Beeindigd,
    IReadOnlyList<RegelSoort> ToegepasteSoorten,
    int ToegepastePersonen,
    long Versie)
{
    /// <summary>Who asked for it.</summary>
    public string AangevraagdDoor { get; init; } = "";

    /// <summary>Who did what with it, and what that did.</summary>
    public Verloop Verloop { get; init; } = Verloop.Leeg;

    /// <summary>Until when its preview can be applied.</summary>
    public DateTimeOffset? Vervalt { get; init; }

    /// <summary>When its plan was cleaned up.</summary>
    public DateTimeOffset? PlanOpgeruimd { get; init; }

    /// <summary>Whether nothing more happens by itself.</summary>
    public bool IsStil { get; init; }

    /// <summary>What it did and does.</summary>
    public IReadOnlyList<Fasevoortgang> Fases { get; init; } = [];

    /// <summary>The file that the run was made of.</summary>
    public Upload? Upload { get; init; }

    /// <summary>Shows a run.</summary>
    public static ImportRunView Of(ImportRun run) => new(
        run.Id.Value,
        run.SchoolId.Value,
        run.Bron,
        run.State,
        run.Schooljaar.ToString(),
        run.Uitkomst,
        run.Fout,
        run.Actiehouder,
        run.Gelezen,
        run.Aangevraagd,
        run.Vergeleken,
        run.Vrijgegeven,
        run.Beeindigd,
        run.ToegepasteSoorten,
        run.ToegepastePersonen,
        run.Versie)
    {
        AangevraagdDoor = run.AangevraagdDoor,
        Verloop = run.Verloop,
        Vervalt = run.Vervalt,
        PlanOpgeruimd = run.PlanOpgeruimd,
        IsStil = run.IsStil,
        Fases = run.Fases,
        Upload = run.Upload,
    };
}
