using System.Globalization;
using System.Text;
using Google.Protobuf;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren.Csv;

/// <summary>Presets, character sets and columns have the same numbers in the domain and in the contract.</summary>
internal static class CsvMapping
{
    private const int LongestNaam = 200;
    private const int LongestBlad = 100;

    /// <summary>The request of a file that is received already.</summary>
    public static UploadImport ToRequest(this V1.Uploadkop kop, byte[] inhoud)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(kop.SchoolId);
        Schooljaar? schooljaar = kop.Schooljaar.Length == 0
            ? null
            : reader.Take(Schooljaar.Create(kop.Schooljaar), "schooljaar");
        Vestigingsnummer? vestiging = kop.Vestiging.Length == 0
            ? null
            : reader.Take(Vestigingsnummer.Create(kop.Vestiging), "vestiging");
        var naam = kop.Bestandsnaam.Length == 0 ? "" : reader.Text(kop.Bestandsnaam, LongestNaam, "bestandsnaam");
        var preset = reader.Enum(kop.Preset, n => (Csvpreset)n, "preset");
        var tekenset = reader.Enum(kop.Tekenset, n => (Csvtekenset)n, "tekenset");
        var docenten = reader.Enum(kop.Persoon, n => n == (int)V1.Persoonssoort.Docent, "persoon");
        if (preset is not null && kop.Kolomindeling.Length > 0)
        {
            reader.Refuse(
                "kolomindeling",
                "PRESET_OF_KOLOMINDELING",
                "preset and kolomindeling exclude each other: a saved layout has a preset of its own.",
                "Kies een preset of een eigen kolomindeling, niet allebei.");
        }

        var blad = kop.Blad.Length == 0 ? null : reader.Text(kop.Blad, LongestBlad, "blad");
        var requestId = reader.RequestId(kop.RequestId);
        var indeling = kop.Kolomindeling.Length == 0 ? null : kop.Kolomindeling;
        return reader.Build(() => new UploadImport(
            school,
            schooljaar,
            new Csvbestand(naam, inhoud) { Blad = blad },
            new Csvkeuze(preset ?? Csvpreset.Automatisch, indeling, vestiging, docenten ?? false)
            {
                Tekenset = tekenset ?? Csvtekenset.Automatisch,
            },
            requestId));
    }

    public static GetCsvsjabloon ToRequest(this V1.GetCsvsjabloonRequest request) => new(!request.ZonderVoorbeelden);

    public static SetKolomindeling ToRequest(this V1.SetKolomindelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var preset = reader.Enum(request.Preset, n => (Csvpreset)n, "preset");
        var kolommen = request.Kolommen
            .Select((keuze, i) => new Kolomkeuze(
                keuze.Kop,
                reader.EnumOfList(keuze.Kolom, n => (Csvkolom)n, $"kolommen[{i}].kolom").GetValueOrDefault()))
            .ToArray();
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new SetKolomindeling(
            school,
            request.Naam,
            preset ?? Csvpreset.Automatisch,
            kolommen,
            etag,
            requestId,
            request.ValidateOnly));
    }

    public static GetKolomindeling ToRequest(this V1.GetKolomindelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetKolomindeling(school, request.Naam));
    }

    public static ListKolomindelingen ToRequest(this V1.ListKolomindelingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListKolomindelingen(school, page));
    }

    public static DeleteKolomindeling ToRequest(this V1.DeleteKolomindelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new DeleteKolomindeling(school, request.Naam, etag, requestId));
    }

    public static V1.GetCsvsjabloonResponse ToProto(CsvsjabloonView view) => new()
    {
        Bestandsnaam = view.Bestandsnaam,
        Profielversie = view.Profielversie,
        Inhoud = ByteString.CopyFrom([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(view.Tekst)]),
    };

    public static V1.Kolomindeling ToProto(this KolomindelingView view) => new()
    {
        SchoolId = view.SchoolId.ToString(),
        Naam = view.Naam,
        Preset = (V1.Csvpreset)view.Preset,
        Kolommen = { view.Kolommen.Select(k => ToProto(k.Kop, k.Kolom)) },
        Door = view.Door,
        UpdateTime = view.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(view.Versie),
    };

    public static V1.ListKolomindelingenResponse ToProto(Page<KolomindelingView> page) => new()
    {
        Kolomindelingen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.Csvrapport ToProto(this Csvrapport rapport) => new()
    {
        Tekenset = rapport.Tekenset,
        Scheidingsteken = rapport.Blad is null ? rapport.Scheidingsteken.ToString(CultureInfo.InvariantCulture) : "",
        Blad = rapport.Blad ?? "",
        Kopregel = rapport.Kopregel,
        Regels = rapport.Regels,
        LegeRegels = rapport.LegeRegels,
        OvergeslagenRegels = rapport.OvergeslagenRegels,
        Kolommen = { rapport.Kolommen.Select(k => ToProto(k.Kop, k.Kolom)) },
    };

    private static V1.Csvkolomkeuze ToProto(string kop, Csvkolom? kolom) =>
        new() { Kop = kop, Kolom = (V1.Csvkolom)kolom.GetValueOrDefault() };
}
