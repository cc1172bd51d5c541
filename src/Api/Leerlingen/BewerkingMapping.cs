using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Leerlingen;

/// <summary>Reads what people change by hand.</summary>
internal static class BewerkingMapping
{
    private const int LongestName = 200;
    private const int LongestEmail = 256;
    private const string Locks = "vergrendelde_velden";

    private const Veld OfEverybody = Veld.Vestiging | Veld.Roepnaam | Veld.Voorvoegsel | Veld.Achternaam;

    private const Veld LeerlingChangeable =
        OfEverybody | Veld.Stamnummer | Veld.Leerjaar | Veld.Opleidingscode | Veld.Doelgroep;

    private const Veld DocentChangeable = OfEverybody | Veld.Email;

    private const Veld LeerlingLockable =
        LeerlingChangeable | Veld.EckId | Veld.UwlrKey | Veld.IdGebr | Veld.Stamgroep | Veld.Groepen;

    private const Veld DocentLockable = DocentChangeable | Veld.EckId | Veld.UwlrKey | Veld.Groepen;

    public static UpdateLeerling ToRequest(this V1.UpdateLeerlingRequest request, Opleidingscatalogus opleidingen)
    {
        var reader = new RequestReader();
        var leerling = request.Leerling ?? new V1.Leerling();
        var school = reader.SchoolId(leerling.SchoolId, "leerling.school_id");
        var id = reader.AccountId(leerling.Id, "leerling.id");
        var paths = Paths(request.UpdateMask, Populated(leerling));
        var velden = ReadPaths(reader, paths, LeerlingChangeable);
        var gegevens = new LeerlingGegevens
        {
            Vestiging = ReadVestiging(reader, velden, leerling.Vestiging, "leerling.vestiging"),
            Roepnaam = ReadText(reader, leerling.Roepnaam, "leerling.roepnaam"),
            Voorvoegsel = ReadText(reader, leerling.Voorvoegsel, "leerling.voorvoegsel"),
            Achternaam = ReadAchternaam(reader, velden, leerling.Achternaam, "leerling.achternaam"),
            Opleidingscode = ReadText(reader, leerling.Opleidingscode, "leerling.opleidingscode"),
            Stamnummer = velden.HasFlag(Veld.Stamnummer) && leerling.Stamnummer.Length > 0
                ? reader.Take(Stamnummer.Create(leerling.Stamnummer), "leerling.stamnummer")
                : null,
            Leerjaar = ReadLeerjaar(reader, leerling.Leerjaar),
            Doelgroep = ReadDoelgroep(reader, leerling.Doelgroep, opleidingen),
        };
        var locks = ReadLocks(reader, paths, leerling.VergrendeldeVelden, LeerlingLockable, "leerling." + Locks);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateLeerling(
            school,
            id,
            new Bewerking<LeerlingGegevens>(gegevens, velden, locks, request.NietVergrendelen),
            RequestReader.Etag(leerling.Etag),
            requestId,
            request.ValidateOnly));
    }

    public static UpdateDocent ToRequest(this V1.UpdateDocentRequest request)
    {
        var reader = new RequestReader();
        var docent = request.Docent ?? new V1.Docent();
        var school = reader.SchoolId(docent.SchoolId, "docent.school_id");
        var id = reader.AccountId(docent.Id, "docent.id");
        var paths = Paths(request.UpdateMask, Populated(docent));
        var velden = ReadPaths(reader, paths, DocentChangeable);
        var gegevens = new DocentGegevens
        {
            Vestiging = ReadVestiging(reader, velden, docent.Vestiging, "docent.vestiging"),
            Roepnaam = ReadText(reader, docent.Roepnaam, "docent.roepnaam"),
            Voorvoegsel = ReadText(reader, docent.Voorvoegsel, "docent.voorvoegsel"),
            Achternaam = ReadAchternaam(reader, velden, docent.Achternaam, "docent.achternaam"),
            Email = ReadEmail(reader, docent.Email),
        };
        var locks = ReadLocks(reader, paths, docent.VergrendeldeVelden, DocentLockable, "docent." + Locks);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateDocent(
            school,
            id,
            new Bewerking<DocentGegevens>(gegevens, velden, locks, request.NietVergrendelen),
            RequestReader.Etag(docent.Etag),
            requestId,
            request.ValidateOnly));
    }

    public static ArchiveLeerling ToRequest(this V1.ArchiveLeerlingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ArchiveLeerling(school, leerling, etag, requestId, request.ValidateOnly));
    }

    public static ReactivateLeerling ToRequest(this V1.ReactivateLeerlingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ReactivateLeerling(school, leerling, etag, requestId, request.ValidateOnly));
    }

    public static ArchiveDocent ToRequest(this V1.ArchiveDocentRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var docent = reader.AccountId(request.DocentId, "docent_id");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ArchiveDocent(school, docent, etag, requestId, request.ValidateOnly));
    }

    public static ReactivateDocent ToRequest(this V1.ReactivateDocentRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var docent = reader.AccountId(request.DocentId, "docent_id");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ReactivateDocent(school, docent, etag, requestId, request.ValidateOnly));
    }

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static string[] Paths(FieldMask? mask, IEnumerable<(string Path, bool Filled)> populated) =>
        mask is { Paths.Count: > 0 } ? [.. mask.Paths] : [.. populated.Where(p => p.Filled).Select(p => p.Path)];

    private static IEnumerable<(string Path, bool Filled)> Populated(V1.Leerling leerling) =>
    [
        ("vestiging", leerling.Vestiging.Length > 0),
        ("stamnummer", leerling.Stamnummer.Length > 0),
        ("roepnaam", leerling.Roepnaam.Length > 0),
        ("voorvoegsel", leerling.Voorvoegsel.Length > 0),
        ("achternaam", leerling.Achternaam.Length > 0),
        ("leerjaar", leerling.Leerjaar != 0),
        ("opleidingscode", leerling.Opleidingscode.Length > 0),
        ("doelgroep", leerling.Doelgroep is not null),
        (Locks, leerling.VergrendeldeVelden.Count > 0),
    ];

    private static IEnumerable<(string Path, bool Filled)> Populated(V1.Docent docent) =>
    [
        ("vestiging", docent.Vestiging.Length > 0),
        ("roepnaam", docent.Roepnaam.Length > 0),
        ("voorvoegsel", docent.Voorvoegsel.Length > 0),
        ("achternaam", docent.Achternaam.Length > 0),
        ("email", docent.Email.Length > 0),
        (Locks, docent.VergrendeldeVelden.Count > 0),
    ];

    private static Veld ReadPaths(RequestReader reader, string[] paths, Veld changeable) =>
        reader.ReadVelden(
            [.. paths.Where(path => !string.Equals(path, Locks, StringComparison.Ordinal))], changeable, "update_mask");

    private static Veld? ReadLocks(
        RequestReader reader, string[] paths, IReadOnlyList<string> locks, Veld lockable, string field) =>
        paths.Contains(Locks, StringComparer.Ordinal) ? reader.ReadVelden(locks, lockable, field) : null;

    private static string? ReadText(RequestReader reader, string text, string field) =>
        text.Trim().Length == 0 ? null : reader.Text(text, LongestName, field);

    // Nobody is without a last name: it is how people are looked up.
    private static string? ReadAchternaam(RequestReader reader, Veld velden, string text, string field) =>
        velden.HasFlag(Veld.Achternaam) ? reader.Text(text, LongestName, field) : null;

    private static Vestigingsnummer ReadVestiging(RequestReader reader, Veld velden, string text, string field) =>
        velden.HasFlag(Veld.Vestiging) ? reader.Take(Vestigingsnummer.Create(text), field) : default;

    private static string? ReadEmail(RequestReader reader, string text)
    {
        if (text.Trim().Length == 0)
        {
            return null;
        }

        var email = reader.Text(text, LongestEmail, "docent.email");
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == email.Length - 1 || email.Any(char.IsWhiteSpace))
        {
            reader.Refuse(
                "docent.email",
                "EMAIL_ONGELDIG",
                "Expected an e-mail address such as j.jansen@school.example.",
                "Vul een e-mailadres in, zoals j.jansen@school.example.");
        }

        return email;
    }

    private static int? ReadLeerjaar(RequestReader reader, int leerjaar)
    {
        if (leerjaar is < 0 or > 6)
        {
            reader.Refuse(
                "leerling.leerjaar",
                "LEERJAAR_ONGELDIG",
                $"leerjaar is {leerjaar}; expected 1 to 6, or 0 for none.",
                "Een leerjaar is 1 tot en met 6.");
        }

        return leerjaar == 0 ? null : leerjaar;
    }

    private static Doelgroep? ReadDoelgroep(
        RequestReader reader, V1.Doelgroep? doelgroep, Opleidingscatalogus opleidingen)
    {
        if (doelgroep is null)
        {
            return null;
        }

        if (opleidingen.Find(doelgroep.Opleiding) is { } opleiding && opleiding.Leerjaren.Contains(doelgroep.Leerjaar))
        {
            return new Doelgroep(opleiding, doelgroep.Leerjaar);
        }

        reader.Refuse(
            "leerling.doelgroep",
            "DOELGROEP_ONBEKEND",
            $"No doelgroep '{doelgroep.Opleiding}' in leerjaar {doelgroep.Leerjaar}; see ListOpleidingen.",
            "Deze doelgroep bestaat niet.");
        return null;
    }
}
