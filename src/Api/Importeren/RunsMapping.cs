using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren;

/// <summary>
/// What became of runs: history, undoing, comparing, exporting. Enums have the same numbers in both.
/// </summary>
internal static class RunsMapping
{
    public static UndoImport ToRequest(this V1.UndoImportRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UndoImport(school, run, requestId, request.ValidateOnly));
    }

    public static CompareImportRuns ToRequest(this V1.CompareImportRunsRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        ImportRunId? vorige = request.VorigeImportRunId.Length == 0
            ? null
            : new ImportRunId(reader.AccountId(request.VorigeImportRunId, "vorige_import_run_id").Value);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new CompareImportRuns(school, run, vorige, page));
    }

    public static ExportImportRegels ToRequest(this V1.ExportImportRegelsRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var hervat = request.ResumeToken.Length == 0 ? null : request.ResumeToken;
        var soorten = ImportMapping.ReadSoorten(reader, request.Soorten);
        var persoon = reader.Enum(request.Persoon, n => (Persoonssoort)n, "persoon");
        return reader.Build(() => new ExportImportRegels(school, run, hervat, soorten, persoon, request.MetMelding));
    }

    public static V1.UndoImportResponse ToProto(TerugdraaiingView view) => new()
    {
        ImportRun = view.Run.ToProto(),
        NietHersteld = { view.Gelaten.Select(ToProto) },
    };

    public static V1.CompareImportRunsResponse ToProto(RunvergelijkingView view) => new()
    {
        ImportRun = view.Run.ToProto(),
        VorigeImportRun = view.Vorige.ToProto(),
        AantalErbij = view.Erbij,
        AantalAnders = view.Anders,
        AantalEraf = view.Eraf,
        AantalGelijk = view.Gelijk,
        Verschillen = { view.Page.Items.Select(ToProto) },
        NextPageToken = view.Page.Next ?? "",
    };

    public static void AddVerloop(this V1.ImportRun proto, ImportRunView run)
    {
        proto.AangevraagdDoor = run.AangevraagdDoor;
        proto.Handelingen.Add(
            ToProto(new Handeling(Handelingsoort.Aangevraagd, run.AangevraagdDoor, run.Aangevraagd, Personen: 0)));
        proto.Handelingen.AddRange(run.Verloop.Handelingen.Select(ToProto));
        proto.VervaltTime = run.State is ImportState.Vergeleken or ImportState.Wachtend
            ? run.Vervalt.ToTimestamp()
            : null;
        proto.Verwerping = run.Verloop.Verwerping is { } verwerping ? ImportMapping.ToProto(verwerping) : null;
        proto.Toepassing = run.Verloop.Toepassing is { } toepassing ? ToProto(toepassing) : null;
        proto.Terugdraaiing = run.Verloop.Terugdraaiing is { } terugdraaiing ? ToProto(terugdraaiing) : null;
        proto.PlanOpgeruimdTime = run.PlanOpgeruimd.ToTimestamp();
    }

    private static V1.Handeling ToProto(Handeling handeling) => new()
    {
        Soort = (V1.Handelingsoort)handeling.Soort,
        Wie = handeling.Wie,
        Moment = handeling.Moment.ToTimestamp(),
        Personen = handeling.Personen,
    };

    private static V1.Toepassing ToProto(Toepassing toepassing) => new()
    {
        Leerlingen = ImportMapping.ToProto(toepassing.Leerlingen),
        Docenten = ImportMapping.ToProto(toepassing.Docenten),
        GekozenRegels = toepassing.GekozenRegels,
    };

    private static V1.Terugdraaiing ToProto(Terugdraaiing terugdraaiing) => new()
    {
        Hersteld = terugdraaiing.Hersteld,
        Verwijderd = terugdraaiing.Verwijderd,
        NietHersteld = terugdraaiing.Gelaten,
        GroepenNietHersteld = terugdraaiing.GroepenGelaten,
    };

    private static V1.NietHersteld ToProto(Gelaten gelaten) => new()
    {
        Soort = (V1.Herstelsoort)gelaten.Soort,
        Id = gelaten.Id.ToString(),
        Naam = gelaten.Naam,
        Reden = ImportMapping.ToProto(Herstelmeldingen.Of(gelaten.Beletsel)),
    };

    private static V1.Regelverschil ToProto(Regelverschil verschil) => new()
    {
        Soort = (V1.Verschilsoort)verschil.Soort,
        Regel = verschil.Regel is { } regel ? ImportMapping.ToProto(regel, null) : null,
        VorigeRegel = verschil.Vorige is { } vorige ? ImportMapping.ToProto(vorige, null) : null,
    };
}
