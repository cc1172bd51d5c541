using Kurve.Numo.Api.Importeren.Csv;
using Kurve.Numo.Api.Koppelingen;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren;

/// <summary>States, kinds of row and kinds of person have the same numbers in the domain and in the contract.</summary>
internal static class ImportMapping
{
    public static PreviewImport ToRequest(this V1.PreviewImportRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        Schooljaar? schooljaar = request.Schooljaar.Length == 0
            ? null
            : reader.Take(Schooljaar.Create(request.Schooljaar), "schooljaar");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new PreviewImport(school, schooljaar, requestId));
    }

    public static GetImportRun ToRequest(this V1.GetImportRunRequest request) =>
        ToGet(request.SchoolId, request.ImportRunId);

    public static GetImportRun ToRequest(this V1.WatchImportRunRequest request) =>
        ToGet(request.SchoolId, request.ImportRunId);

    public static ListImportRegels ToRequest(this V1.ListImportRegelsRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var page = reader.Page(request.PageSize, request.PageToken);
        var soorten = ReadSoorten(reader, request.Soorten);
        var persoon = reader.Enum(request.Persoon, n => (Persoonssoort)n, "persoon");
        var verplaatsingen = reader.Verplaatsing(request.Verplaatsingen);
        Regeluitkomst[] uitkomsten =
        [
            .. request.Uitkomsten
                .Select((uitkomst, i) => reader.EnumOfList(uitkomst, n => (Regeluitkomst)n, $"uitkomsten[{i}]"))
                .OfType<Regeluitkomst>(),
        ];
        return reader.Build(() => new ListImportRegels(school, run, page, soorten, persoon, request.MetMelding)
        {
            Verplaatsingen = verplaatsingen,
            MetVergrendeling = request.MetVergrendeling,
            Uitkomsten = uitkomsten,
        });
    }

    public static ReleaseBrake ToRequest(this V1.ReleaseBrakeRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var hash = reader.Text(request.PlanHash, 64, "plan_hash");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ReleaseBrake(school, run, hash, requestId));
    }

    public static ApplyImport ToRequest(this V1.ApplyImportRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var hash = reader.Text(request.PlanHash, 64, "plan_hash");
        var soorten = ReadSoorten(reader, request.Soorten);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ApplyImport(
            school, run, hash, soorten, [.. request.Regels], [.. request.UitgezonderdeRegels], requestId));
    }

    public static DiscardImport ToRequest(this V1.DiscardImportRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new DiscardImport(school, run, requestId));
    }

    public static ListImportRuns ToRequest(this V1.ListImportRunsRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        ImportState[] states =
        [
            .. request.States
                .Select((state, i) => reader.EnumOfList(state, n => (ImportState)n, $"states[{i}]"))
                .OfType<ImportState>(),
        ];
        var bron = reader.Enum(request.Bron, n => (Bron)n, "bron");
        var prefix = request.IdPrefix.Length == 0
            ? null
            : reader.Take(IdPrefix.Create(request.IdPrefix), "id_prefix");
        return reader.Build(() => new ListImportRuns(
            school, page, states, request.Vanaf?.ToDateTimeOffset(), request.Tot?.ToDateTimeOffset(), bron, prefix));
    }

    public static V1.ImportRun ToProto(this ImportRunView run)
    {
        var proto = new V1.ImportRun
        {
            Id = run.Id.ToString(),
            SchoolId = run.SchoolId.ToString(),
            Bron = (V1.Bron)run.Bron,
            State = (V1.ImportState)run.State,
            Schooljaar = run.Schooljaar,
            Fout = run.Fout is { } fout ? new V1.Importfout { Code = fout.Code, Tekst = fout.Tekst } : null,
            Actiehouder = KoppelingEnums.Actiehouders.ToProto(run.Actiehouder),
            Gelezen = run.Gelezen,
            CreateTime = run.Aangevraagd.ToTimestamp(),
            VergelekenTime = run.Vergeleken.ToTimestamp(),
            EndTime = run.Beeindigd.ToTimestamp(),
            VrijgegevenTime = run.Vrijgegeven.ToTimestamp(),
            ToegepastePersonen = run.ToegepastePersonen,
            Bestandsnaam = run.Upload?.Bestandsnaam ?? "",
            BestandBytes = run.Upload?.Bytes ?? 0,
            Kolomindeling = run.Upload?.Indeling ?? "",
            Csvrapport = run.Uitkomst?.Csv?.ToProto(),
            ToegepasteSoorten = { run.ToegepasteSoorten.Select(s => (V1.RegelSoort)s) },
            Fases = { run.Fases.Select(VoortgangMapping.ToProto) },
        };
        proto.AddVerloop(run);
        if (run.Uitkomst is { } uitkomst)
        {
            Add(proto, uitkomst);
        }

        return proto;
    }

    public static V1.ListImportRegelsResponse ToProto(ImportRegelsView view) => new()
    {
        Regels = { view.Page.Items.Select(regel => ToProto(regel, view.Leerplannen)) },
        NextPageToken = view.Page.Next ?? "",
        Leerplanverschillen = { view.Leerplannen.Select(paar => LeerplanwijzigingMapping.ToDetails(paar.Key, paar.Value)) },
    };

    public static V1.ListImportRunsResponse ToProto(Page<ImportRunView> page) => new()
    {
        ImportRuns = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    private static GetImportRun ToGet(string schoolId, string importRunId)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(schoolId);
        var run = reader.ImportRunId(importRunId);
        return reader.Build(() => new GetImportRun(school, run));
    }

    public static RegelSoort[] ReadSoorten(RequestReader reader, IEnumerable<V1.RegelSoort> soorten) =>
    [
        .. soorten
            .Select((soort, i) => reader.EnumOfList(soort, n => (RegelSoort)n, $"soorten[{i}]"))
            .OfType<RegelSoort>(),
    ];

    private static void Add(V1.ImportRun proto, Uitkomst uitkomst)
    {
        proto.PlanHash = uitkomst.PlanHash;
        proto.Leerlingen = ToProto(uitkomst.Leerlingen);
        proto.Docenten = ToProto(uitkomst.Docenten);
        proto.GroepenNieuw = uitkomst.Groepen.Nieuw;
        proto.GroepenBijwerken = uitkomst.Groepen.Bijwerken;
        proto.GroepenArchiveren = uitkomst.Groepen.Archiveren;
        proto.Waarschuwingen.AddRange(uitkomst.Waarschuwingen.Select(ToProto));
        proto.Remmen.AddRange(uitkomst.Remmen.Select(ToProto));
        proto.Koppelrapport = uitkomst.Rapport is { } rapport ? ToProto(rapport) : null;
        proto.Modus = (V1.Importmodus)uitkomst.Modus.GetValueOrDefault();
        proto.Klassentabel = uitkomst.Klassentabel is { } tabel ? BeleidMapping.ToProto(tabel) : null;
    }

    public static V1.Tellingen ToProto(Tellingen tellingen) => new()
    {
        Nieuw = tellingen.Nieuw,
        Bijwerken = tellingen.Bijwerken,
        Heractiveren = tellingen.Heractiveren,
        Archiveren = tellingen.Archiveren,
        Ongewijzigd = tellingen.Ongewijzigd,
        Conflict = tellingen.Conflict,
        Afgekeurd = tellingen.Afgekeurd,
        Aangehouden = tellingen.Aangehouden,
        NaarAndereGroep = tellingen.NaarAndereGroep,
        NaarAndereVestiging = tellingen.NaarAndereVestiging,
        MetVergrendeling = tellingen.MetVergrendeling,
    };

    private static V1.Koppelrapport ToProto(Koppelrapport rapport) => new()
    {
        Kolommen =
        {
            rapport.Kolommen.Select(k => new V1.Koppelkolom
            {
                Naam = k.Naam,
                Treffers = k.Treffers,
                Aandeel = k.Aandeel,
                Gekozen = k.Gekozen,
            }),
        },
        Leerlingen = rapport.Leerlingen,
        Regels = rapport.Regels,
        LeerlingenZonderRegel = rapport.LeerlingenZonderRegel,
        RegelsZonderLeerling = rapport.RegelsZonderLeerling,
    };

    private static V1.ImportRegel ToProto(
        ImportRegelView regel, IReadOnlyDictionary<Doelgroepwisseling, Leerplanverschil> leerplannen) =>
        ToProto(
            regel,
            regel.Doelgroepwisseling is { } wisseling
                ? LeerplanwijzigingMapping.ToSummary(wisseling, leerplannen[wisseling])
                : null);

    public static V1.ImportRegel ToProto(ImportRegelView regel, V1.Leerplanwijziging? leerplanwijziging) => new()
    {
        Nummer = regel.Nummer,
        Persoon = (V1.Persoonssoort)regel.Persoon,
        Soort = (V1.RegelSoort)regel.Soort,
        AccountId = regel.AccountId?.ToString() ?? "",
        Naam = regel.Naam,
        Stamgroep = regel.Stamgroep ?? "",
        Doelgroep = regel.Doelgroep ?? "",
        Wijzigingen = { regel.Wijzigingen.Select(ToProto) },
        Meldingen = { regel.Meldingen.Select(ToProto) },
        AangehoudenSoort = (V1.RegelSoort)regel.Aangehouden.GetValueOrDefault(),
        VorigeStamgroep = regel.VorigeStamgroep ?? "",
        Leerplanwijziging = leerplanwijziging,
        BetrokkenAccounts = { regel.Betrokken.Select(ConflictMapping.ToProto) },
        Verplaatsingen = { regel.Verplaatsing.ToProto() },
        VergrendeldeVelden = { VeldNamen.OfAll(regel.Vergrendeld) },
        BeslissingId = regel.BeslissingId?.ToString() ?? "",
        Uitkomst = (V1.Regeluitkomst)regel.Uitkomst.GetValueOrDefault(),
        NieuwAccountId = regel.NieuwAccountId?.ToString() ?? "",
        UitkomstMelding = regel.Beletsel is { } beletsel ? ToProto(Herstelmeldingen.Of(beletsel)) : null,
    };

    private static V1.Veldwijziging ToProto(Veldwijziging wijziging) => new()
    {
        Veld = VeldNamen.Of(wijziging.Veld),
        Oud = wijziging.Oud ?? "",
        Nieuw = wijziging.Nieuw ?? "",
        Vergrendeld = wijziging.Vergrendeld,
        Aangehouden = wijziging.Aangehouden,
    };

    public static V1.Melding ToProto(Melding melding) => new() { Code = melding.Code, Tekst = melding.Tekst };
}
