using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Scholen;

internal static class SchoolMapping
{
    private static readonly string[] Changeable = ["naam", "vestigingen"];

    public static RegisterSchool ToRequest(this V1.RegisterSchoolRequest request)
    {
        var reader = new RequestReader();
        var naam = reader.Text(request.Naam, 200, "naam");
        var brin = reader.Take(Brin.Create(request.Brin), "brin");
        var vestigingen = ReadVestigingen(reader, request.Vestigingen, "vestigingen");
        var sector = reader.Enum(request.Sector, n => (Domain.Scholen.Sector)(n - 1), "sector");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(
            () => new RegisterSchool(naam, brin, vestigingen, sector ?? Domain.Scholen.Sector.Vo, requestId, request.ValidateOnly));
    }

    public static GetSchool ToRequest(this V1.GetSchoolRequest request)
    {
        var reader = new RequestReader();
        var id = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetSchool(id));
    }

    public static ListScholen ToRequest(this V1.ListScholenRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        Brin? brin = request.Brin.Length == 0 ? null : reader.Take(Brin.Create(request.Brin), "brin");
        return reader.Build(() => new ListScholen(page, brin, request.ShowClosed));
    }

    public static UpdateSchool ToRequest(this V1.UpdateSchoolRequest request)
    {
        var reader = new RequestReader();
        var school = request.School ?? new V1.School();
        var id = reader.SchoolId(school.Id, "school.id");
        IReadOnlyList<string> paths = request.UpdateMask is { Paths.Count: > 0 } mask ? mask.Paths : Populated(school);
        foreach (var path in paths.Except(Changeable, StringComparer.Ordinal))
        {
            reader.Refuse(
                "update_mask",
                "VELD_ONBEKEND",
                $"'{path}' cannot be changed; choose from {string.Join(", ", Changeable)}.");
        }

        var naam = paths.Contains("naam", StringComparer.Ordinal) ? reader.Text(school.Naam, 200, "school.naam") : null;
        var vestigingen = paths.Contains("vestigingen", StringComparer.Ordinal)
            ? ReadVestigingen(reader, school.Vestigingen, "school.vestigingen")
            : null;
        var requestId = reader.RequestId(request.RequestId);
        var etag = RequestReader.Etag(school.Etag);
        return reader.Build(() => new UpdateSchool(id, naam, vestigingen, etag, requestId));
    }

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static string[] Populated(V1.School school) =>
    [
        .. school.Naam.Length > 0 ? ["naam"] : Array.Empty<string>(),
        .. school.Vestigingen.Count > 0 ? ["vestigingen"] : Array.Empty<string>(),
    ];

    public static CloseSchool ToRequest(this V1.CloseSchoolRequest request)
    {
        var reader = new RequestReader();
        var id = reader.SchoolId(request.SchoolId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new CloseSchool(id, requestId));
    }

    public static V1.School ToProto(this SchoolView school) => new()
    {
        Id = school.Id.ToString(),
        Naam = school.Naam,
        Brin = school.Brin,
        Vestigingen = { school.Vestigingen },
        Sector = (V1.Sector)((int)school.Sector + 1),
        CreateTime = school.Geregistreerd.ToTimestamp(),
        CloseTime = school.Gesloten.ToTimestamp(),
        Etag = Etags.Of(school.Versie),
    };

    /// <summary>What would be registered, for a request that is only validated.</summary>
    public static V1.School WithoutId(this V1.School school) => new(school) { Id = "", CreateTime = null, Etag = "" };

    public static V1.ListScholenResponse ToProto(Page<SchoolView> page) => new()
    {
        Scholen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    private static Vestigingsnummer[] ReadVestigingen(RequestReader reader, IEnumerable<string> texts, string field) =>
        [.. texts.Select((text, i) => reader.Take(Vestigingsnummer.Create(text), $"{field}[{i}]"))];
}
