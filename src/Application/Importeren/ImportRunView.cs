using Kurve.Numo.Domain.Importeren;
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
    /// <summary>Whether nothing more happens by itself.</summary>
    public bool IsStil { get; init; }

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
        IsStil = run.IsStil,
        Upload = run.Upload,
    };
}
