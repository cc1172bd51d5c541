using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Schooljaren;

namespace Kurve.Numo.Api.Importeren;

/// <summary>Modes have the same numbers in the domain and in the contract; days are written yyyy-MM-dd.</summary>
internal static class BeleidMapping
{
    private const int LongestReden = 500;
    private const int LongestEigenaar = 200;

    private static readonly Dictionary<string, Beleidsdeel> Changeable = new(StringComparer.Ordinal)
    {
        ["modus"] = Beleidsdeel.Modus,
        ["pauze"] = Beleidsdeel.Pauze,
        ["limiet"] = Beleidsdeel.Limiet,
    };

    public static GetImportbeleid ToRequest(this V1.GetImportbeleidRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetImportbeleid(school));
    }

    public static UpdateImportbeleid ToRequest(this V1.UpdateImportbeleidRequest request)
    {
        var reader = new RequestReader();
        var beleid = request.Importbeleid ?? new V1.Importbeleid();
        var school = reader.SchoolId(beleid.SchoolId, "importbeleid.school_id");
        var delen = ReadDelen(reader, beleid, request.UpdateMask);
        var modus = delen.Contains(Beleidsdeel.Modus)
            ? reader.EnumOfList(beleid.Modus, n => (Importmodus)n, "importbeleid.modus")
            : null;
        var pauze = delen.Contains(Beleidsdeel.Pauze) ? ReadPauze(reader, beleid.Pauze) : null;
        var limiet = delen.Contains(Beleidsdeel.Limiet) ? ReadLimiet(reader, beleid.Limiet) : null;
        var requestId = reader.RequestId(request.RequestId);
        var etag = RequestReader.Etag(beleid.Etag);
        return reader.Build(() => new UpdateImportbeleid(
            school, new Beleidswijziging(delen, modus ?? Importmodus.Normaal, pauze, limiet), etag, requestId));
    }

    public static V1.Importbeleid ToProto(this ImportbeleidView beleid) => new()
    {
        SchoolId = beleid.SchoolId.ToString(),
        Modus = (V1.Importmodus)beleid.Modus,
        Pauze = beleid.Pauze is { } pauze
            ? new V1.Importpauze { Van = pauze.Van.ToProto(), TotEnMet = pauze.TotEnMet.ToProto(), Reden = pauze.Reden }
            : null,
        Limiet = beleid.Afspraak is { } afspraak ? ToProto(afspraak) : null,
        HuidigeModus = (V1.Importmodus)beleid.HuidigeModus,
        HuidigAantal = beleid.HuidigeLimiet.Aantal,
        HuidigAandeel = beleid.HuidigeLimiet.Aandeel,
        LimietVerlopen = beleid.LimietVerlopen,
        Door = beleid.Door ?? "",
        UpdateTime = beleid.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(beleid.Versie),
    };

    public static V1.Klassentabel ToProto(Klassentabel tabel) => new()
    {
        Van = tabel.Van.ToString(),
        Naar = tabel.Naar.ToString(),
        Begonnen = tabel.Begonnen,
        Overgangen = { tabel.Overgangen.Select(ToProto) },
    };

    public static V1.Klasovergang ToProto(Klasovergang overgang) => new()
    {
        Van = overgang.Van ?? "",
        Naar = overgang.Naar ?? "",
        Aantal = overgang.Aantal,
    };

    private static V1.Limietafspraak ToProto(Limietafspraak afspraak) => new()
    {
        Aantal = afspraak.Limiet.Aantal,
        Aandeel = afspraak.Limiet.Aandeel,
        Reden = afspraak.Reden,
        Eigenaar = afspraak.Eigenaar,
        TotEnMet = afspraak.TotEnMet.ToProto(),
    };

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static List<Beleidsdeel> ReadDelen(RequestReader reader, V1.Importbeleid beleid, FieldMask? mask)
    {
        var delen = new List<Beleidsdeel>();
        foreach (var path in mask is { Paths.Count: > 0 } ? [.. mask.Paths] : Populated(beleid))
        {
            if (Changeable.TryGetValue(path, out var deel))
            {
                delen.Add(deel);
            }
            else
            {
                reader.Refuse(
                    "update_mask",
                    "VELD_ONBEKEND",
                    $"'{path}' cannot be changed; choose from {string.Join(", ", Changeable.Keys)}.");
            }
        }

        return [.. delen.Distinct().Order()];
    }

    private static List<string> Populated(V1.Importbeleid beleid) =>
    [
        .. beleid.Modus != V1.Importmodus.Unspecified ? ["modus"] : Array.Empty<string>(),
        .. beleid.Pauze is not null ? ["pauze"] : Array.Empty<string>(),
        .. beleid.Limiet is not null ? ["limiet"] : Array.Empty<string>(),
    ];

    private static Importpauze? ReadPauze(RequestReader reader, V1.Importpauze? pauze) => pauze is null
        ? null
        : new Importpauze(
            reader.Day(pauze.Van, "importbeleid.pauze.van"),
            reader.Day(pauze.TotEnMet, "importbeleid.pauze.tot_en_met"),
            reader.Text(pauze.Reden, LongestReden, "importbeleid.pauze.reden"));

    private static Limietafspraak? ReadLimiet(RequestReader reader, V1.Limietafspraak? limiet) => limiet is null
        ? null
        : new Limietafspraak(
            new Archiveerlimiet(limiet.Aantal, limiet.Aandeel),
            reader.Text(limiet.Reden, LongestReden, "importbeleid.limiet.reden"),
            reader.Text(limiet.Eigenaar, LongestEigenaar, "importbeleid.limiet.eigenaar"),
            reader.Day(limiet.TotEnMet, "importbeleid.limiet.tot_en_met"));
}
