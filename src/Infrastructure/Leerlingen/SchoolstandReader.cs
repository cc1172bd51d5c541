using System.Collections.Immutable;
using System.Data.Common;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>
/// Reads all of a school in one query. By column number: it runs over every pupil of the country each night.
/// </summary>
internal sealed class SchoolstandReader(DbDataReader reader, Opleidingscatalogus catalogus)
{
    private readonly Dictionary<Guid, Groep> _groepen = [];

    public static Task<Schoolstand> ReadAsync(
        DbSession session,
        Opleidingscatalogus catalogus,
        SchoolId schoolId,
        Schooljaar schooljaar,
        CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin };
        return session.ReadAsync(
            SchoolstandSql.Load, parameters, reader => new SchoolstandReader(reader, catalogus).ReadAsync(ct), ct);
    }

    private async Task<Schoolstand> ReadAsync(CancellationToken ct)
    {
        var versie = await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
        await NextAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var groep = ReadGroep();
            _groepen.Add(groep.Id.Value, groep);
        }

        var leerlingGroepen = await ReadLedenAsync(ct);
        var docentGroepen = await ReadLedenAsync(ct);
        await NextAsync(ct);
        var leerlingen = new List<Account<LeerlingGegevens>>();
        while (await reader.ReadAsync(ct))
        {
            leerlingen.Add(ReadLeerling(leerlingGroepen));
        }

        await NextAsync(ct);
        var docenten = new List<Account<DocentGegevens>>();
        while (await reader.ReadAsync(ct))
        {
            docenten.Add(ReadDocent(docentGroepen));
        }

        return new Schoolstand(versie, leerlingen, docenten, [.. _groepen.Values]);
    }

    private async Task NextAsync(CancellationToken ct)
    {
        if (!await reader.NextResultAsync(ct))
        {
            throw new InvalidOperationException(
                "The query of a school's people gave fewer results than it has statements.");
        }
    }

    private Groep ReadGroep() => new(
        new GroepId(ReadId(0)),
        new GroepGegevens(
            new Groepsleutel(Vestigingsnummer.Hydrate(reader.GetString(1)), reader.GetString(2)),
            (Groepsoort)reader.GetInt32(3),
            reader.GetString(4),
            ReadInt(5)),
        (Accountstatus)reader.GetInt32(6));

    private async Task<Dictionary<Guid, List<Groep>>> ReadLedenAsync(CancellationToken ct)
    {
        await NextAsync(ct);
        var leden = new Dictionary<Guid, List<Groep>>();
        while (await reader.ReadAsync(ct))
        {
            var persoon = ReadId(0);
            if (!leden.TryGetValue(persoon, out var groepen))
            {
                leden.Add(persoon, groepen = new List<Groep>(12));
            }

            groepen.Add(_groepen[ReadId(1)]);
        }

        return leden;
    }

    private Account<LeerlingGegevens> ReadLeerling(Dictionary<Guid, List<Groep>> leden)
    {
        var id = ReadId(0);
        var groepen = leden.GetValueOrDefault(id) ?? [];
        var opleiding = catalogus.Find(ReadText(12));
        var gegevens = new LeerlingGegevens
        {
            Vestiging = Vestigingsnummer.Hydrate(reader.GetString(2)),
            EckId = ReadText(3) is { } eckId ? EckId.Hydrate(eckId) : null,
            UwlrKey = ReadText(4),
            Stamnummer = ReadText(5) is { } stamnummer ? Stamnummer.Hydrate(stamnummer) : null,
            IdGebr = ReadText(6),
            Roepnaam = ReadText(7),
            Voorvoegsel = ReadText(8),
            Achternaam = ReadText(9),
            Leerjaar = ReadInt(10),
            Opleidingscode = ReadText(11),
            Doelgroep = opleiding is not null && ReadInt(13) is { } leerjaar
                ? new Doelgroep(opleiding, leerjaar)
                : null,
            Stamgroep = groepen.Find(g => g.Gegevens.Soort == Groepsoort.Stamgroep)?.Gegevens.Sleutel,
            Groepen = Order(groepen.Where(g => g.Gegevens.Soort == Groepsoort.Samengesteld)),
        };
        return new Account<LeerlingGegevens>(
            new AccountId(id), (Accountstatus)reader.GetInt32(1), gegevens, (Veld)reader.GetInt32(14))
        {
            MetDeHandGearchiveerd = ReadHandarchief(15),
            SamengevoegdMet = ReadAccountId(17),
            Vastzetting = ReadVastzetting(18),
            Instroom = ReadSchooljaar(22),
        };
    }

    private Account<DocentGegevens> ReadDocent(Dictionary<Guid, List<Groep>> leden)
    {
        var id = ReadId(0);
        var gegevens = new DocentGegevens
        {
            Vestiging = Vestigingsnummer.Hydrate(reader.GetString(2)),
            EckId = ReadText(3) is { } eckId ? EckId.Hydrate(eckId) : null,
            UwlrKey = ReadText(4),
            Roepnaam = ReadText(5),
            Voorvoegsel = ReadText(6),
            Achternaam = ReadText(7),
            Email = ReadText(8),
            Groepen = Order(leden.GetValueOrDefault(id) ?? []),
        };
        return new Account<DocentGegevens>(
            new AccountId(id), (Accountstatus)reader.GetInt32(1), gegevens, (Veld)reader.GetInt32(9))
        {
            MetDeHandGearchiveerd = ReadHandarchief(10),
            SamengevoegdMet = ReadAccountId(12),
            Vastzetting = ReadVastzetting(13),
            Instroom = ReadSchooljaar(17),
        };
    }

    /// <summary>Who archived the account, and in the column after that when.</summary>
    private Handarchief? ReadHandarchief(int column) => ReadText(column) is { } door
        ? new Handarchief(door, reader.GetFieldValue<DateTimeOffset>(column + 1))
        : null;

    /// <summary>The pin: its last day, and in the columns after that why, by whom and since when.</summary>
    private Vastzetting? ReadVastzetting(int column) => ReadText(column) is { } totEnMet
        ? new Vastzetting(
            reader.GetString(column + 1),
            TypeHandlers.ToDay(totEnMet),
            reader.GetString(column + 2),
            reader.GetFieldValue<DateTimeOffset>(column + 3))
        : null;

    private static ImmutableArray<Groepsleutel> Order(IEnumerable<Groep> groepen) =>
        [.. groepen.Select(g => g.Gegevens.Sleutel).Order()];

    // Not with GetBytes, before which SQLite's provider looks at each column of each row for a key to open a stream by.
    private Guid ReadId(int column) => TypeHandlers.ToGuid(reader.GetFieldValue<byte[]>(column));

    private AccountId? ReadAccountId(int column) => reader.IsDBNull(column) ? null : new AccountId(ReadId(column));

    private string? ReadText(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private Schooljaar? ReadSchooljaar(int column) => ReadInt(column) is { } begin ? Schooljaar.Hydrate(begin) : null;

    private int? ReadInt(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
