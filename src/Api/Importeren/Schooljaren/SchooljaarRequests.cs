using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren.Schooljaren;

/// <summary>Reads requests about changes of school year.</summary>
internal static class SchooljaarRequests
{
    public static GetSchooljaarwissel ToRequest(this V1.GetSchooljaarwisselRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var jaar = ReadJaar(reader, request.Schooljaar);
        return reader.Build(() => new GetSchooljaarwissel(school, jaar));
    }

    public static PrepareSchooljaar ToRequest(this V1.PrepareSchooljaarRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var jaar = ReadJaar(reader, request.Schooljaar);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new PrepareSchooljaar(school, jaar, requestId));
    }

    public static AgreeSchooljaar ToRequest(this V1.AgreeSchooljaarRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var jaar = ReadJaar(reader, request.Schooljaar);
        DateOnly? vertrekOp = request.VertrekOp.Length == 0 ? null : reader.Day(request.VertrekOp, "vertrek_op");
        Grenskeuze[] grenzen = [.. request.Grenzen.Select((keuze, i) => ReadGrens(reader, keuze, $"grenzen[{i}]"))];
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new AgreeSchooljaar(
            school, jaar, grenzen, vertrekOp, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly));
    }

    public static WithdrawSchooljaar ToRequest(this V1.WithdrawSchooljaarRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var jaar = ReadJaar(reader, request.Schooljaar);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new WithdrawSchooljaar(school, jaar, RequestReader.Etag(request.Etag), requestId));
    }

    public static ListSchooljaarwissels ToRequest(this V1.ListSchooljaarwisselsRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        var jaar = ReadJaar(reader, request.Schooljaar);
        Wisselstaat[] staten =
        [
            .. request.Staten
                .Select((staat, i) => reader.EnumOfList(staat, _ => SchooljaarEnums.Staten.Read(staat), $"staten[{i}]"))
                .OfType<Wisselstaat>(),
        ];
        return reader.Build(() => new ListSchooljaarwissels(page, jaar, staten, request.Wacht));
    }

    public static RehearseSchooljaar ToRequest(this V1.RehearseSchooljaarRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var jaar = ReadJaar(reader, request.Schooljaar);
        return reader.Build(() => new RehearseSchooljaar(school, jaar));
    }

    private static Grenskeuze ReadGrens(RequestReader reader, V1.Grenskeuze keuze, string field)
    {
        var grens = keuze.Grens ?? new V1.Wisselgrens();
        return new Grenskeuze(
            reader.Take(Vestigingsnummer.Create(keuze.Vestiging), $"{field}.vestiging"),
            ReadBound(reader, grens.HasMaxVertrek ? grens.MaxVertrek : null, $"{field}.grens.max_vertrek"),
            ReadBound(reader, grens.HasMaxNieuw ? grens.MaxNieuw : null, $"{field}.grens.max_nieuw"),
            ReadBound(reader, grens.HasMaxZonderKlas ? grens.MaxZonderKlas : null, $"{field}.grens.max_zonder_klas"));
    }

    private static int? ReadBound(RequestReader reader, int? bound, string field)
    {
        if (bound is < 0 or > Wisselgrens.Hoogste)
        {
            reader.Refuse(
                field,
                "GRENS_ONGELDIG",
                $"The bound is {bound}; expected 0 to {Wisselgrens.Hoogste}.",
                $"Kies een aantal van 0 tot {Wisselgrens.Hoogste}.");
        }

        return bound;
    }

    private static Schooljaar? ReadJaar(RequestReader reader, string text) =>
        text.Length == 0 ? null : reader.Take(Schooljaar.Create(text), "schooljaar");
}
