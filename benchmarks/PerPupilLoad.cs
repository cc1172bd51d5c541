using System.Globalization;
using System.Xml.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// Objects of generated style, then for every pupil a query whether it exists, and an insert or update; its groepen
/// likewise. All of it within one transaction, without which it would be slower still.
/// </summary>
internal static class PerPupilLoad
{
    private const string InsertPupil = """
        INSERT INTO Leerlingen_Leerling (SchoolId, Id, Status, Vestiging, EckId, UwlrKey, Roepnaam, Voorvoegsel,
            Achternaam, Leerjaar, IdGebr, Opleidingscode, Stamnummer, StamnummerCanoniek, Vergrendeld, Gemaakt, Gewijzigd, Versie)
        VALUES (@School, @Id, 0, '00', @EckId, @Key, @Roepnaam, @Voorvoegsel, @Achternaam,
            @Leerjaar, @IdGebr, @Opleidingscode, @Stamnr, @Stamnr, 0, @Now, @Now, 1)
        """;

    private const string UpdatePupil = """
        UPDATE Leerlingen_Leerling
        SET EckId = @EckId, Roepnaam = @Roepnaam, Voorvoegsel = @Voorvoegsel, Achternaam = @Achternaam,
            Leerjaar = @Leerjaar, IdGebr = @IdGebr, Opleidingscode = @Opleidingscode, Stamnummer = @Stamnr, StamnummerCanoniek = @Stamnr,
            Gewijzigd = @Now, Versie = Versie + 1
        WHERE SchoolId = @School AND Id = @Id
        """;

    private const string FindGroup = """
        SELECT Id FROM Leerlingen_Groep
        WHERE SchoolId = @School AND Schooljaar = 2026 AND Vestiging = '00' AND Sleutel = @Key
        """;

    private static readonly XmlSerializer Uwlr = new(typeof(SoapEnvelope));

    public static void Run(Antwoorden answers, string connectionString, Guid schoolId)
    {
        using var reader = BareReader.Open(answers.Uwlr);
        var people = ((SoapEnvelope)Uwlr.Deserialize(reader)!).Body.Antwoord.Gegevens;
        var rows = BareReader.ReadMagister(answers.Magister);
        using var connection = new SqliteConnection(connectionString + ";Foreign Keys=True");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var load = new Load(connection, transaction, schoolId.ToByteArray(bigEndian: true));
        foreach (var groep in people.Groepen.Groep ?? [])
        {
            load.Group(groep, soort: 0);
        }

        foreach (var groep in people.Groepen.SamengesteldeGroep ?? [])
        {
            load.Group(groep, soort: 1);
        }

        foreach (var leerling in people.Leerlingen)
        {
            load.Pupil(leerling, rows.GetValueOrDefault(leerling.Key!));
        }

        foreach (var leerkracht in people.Leerkrachten)
        {
            load.Teacher(leerkracht);
        }

        transaction.Commit();
    }

    private sealed class Load(SqliteConnection connection, SqliteTransaction transaction, byte[] school)
    {
        public void Group(GroepXml groep, int soort)
        {
            if (Find(FindGroup, groep.Key) is null)
            {
                Execute(
                    """
                    INSERT INTO Leerlingen_Groep (
                        SchoolId, Id, Schooljaar, Vestiging, Sleutel, Soort, Naam, Leerjaar, Status)
                    VALUES (@School, @Id, 2026, '00', @Key, @Soort, @Naam, @Leerjaar, 0)
                    """,
                    new
                    {
                        School = school,
                        Id = NewId(),
                        groep.Key,
                        Soort = soort,
                        groep.Naam,
                        Leerjaar = Leerjaar(groep.Jaargroep),
                    });
            }
        }

        public void Pupil(LeerlingXml leerling, BareRow? row)
        {
            var found = Find(
                "SELECT Id FROM Leerlingen_Leerling WHERE SchoolId = @School AND UwlrKey = @Key", leerling.Key);
            var id = found ?? NewId();
            Execute(found is null ? InsertPupil : UpdatePupil, new
            {
                School = school,
                Id = id,
                leerling.EckId,
                leerling.Key,
                leerling.Roepnaam,
                leerling.Voorvoegsel,
                leerling.Achternaam,
                Leerjaar = Leerjaar(leerling.Jaargroep),
                row?.IdGebr,
                row?.Opleidingscode,
                row?.Stamnr,
                Now = Now(),
            });
            Members(
                "Leerlingen_LeerlingGroep",
                "LeerlingId",
                id,
                (leerling.SamengesteldeGroepen ?? []).Append(leerling.Groep));
        }

        public void Teacher(LeerkrachtXml leerkracht)
        {
            var id = Find(
                "SELECT Id FROM Leerlingen_Docent WHERE SchoolId = @School AND UwlrKey = @Key", leerkracht.Key);
            if (id is null)
            {
                id = NewId();
                Execute(
                    """
                    INSERT INTO Leerlingen_Docent (SchoolId, Id, Status, Vestiging, EckId, UwlrKey, Roepnaam,
                        Voorvoegsel, Achternaam, Email, Vergrendeld, Gemaakt, Gewijzigd, Versie)
                    VALUES (
                        @School,
                        @Id,
                        0,
                        '00',
                        @EckId,
                        @Key,
                        @Roepnaam,
                        @Voorvoegsel,
                        @Achternaam,
                        @Emailadres,
                        0,
                        @Now,
                        @Now,
                        1)
                    """,
                    new
                    {
                        School = school,
                        Id = id,
                        leerkracht.EckId,
                        leerkracht.Key,
                        leerkracht.Roepnaam,
                        leerkracht.Voorvoegsel,
                        leerkracht.Achternaam,
                        leerkracht.Emailadres,
                        Now = Now(),
                    });
            }

            VerwijzingXml[] groepen =
                [.. leerkracht.Groepen?.Groep ?? [], .. leerkracht.Groepen?.SamengesteldeGroep ?? []];
            Members("Leerlingen_DocentGroep", "DocentId", id, groepen);
        }

        private void Members(string table, string column, byte[] person, IEnumerable<VerwijzingXml?> groepen)
        {
            foreach (var groep in groepen.OfType<VerwijzingXml>())
            {
                Execute(
                    $"""
                    INSERT INTO {table} (SchoolId, {column}, GroepId)
                    SELECT @School, @Person, Id FROM Leerlingen_Groep
                    WHERE SchoolId = @School AND Schooljaar = 2026 AND Vestiging = '00' AND Sleutel = @Key
                    ON CONFLICT DO NOTHING
                    """,
                    new { School = school, Person = person, groep.Key });
            }
        }

        private byte[]? Find(string sql, string? key) =>
            connection.QuerySingleOrDefault<byte[]>(sql, new { School = school, Key = key }, transaction);

        private void Execute(string sql, object parameters) => connection.Execute(sql, parameters, transaction);

        private static byte[] NewId() => Guid.CreateVersion7().ToByteArray(bigEndian: true);

        private static string Now() => DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);

        private static int? Leerjaar(string? jaargroep) =>
            int.TryParse(jaargroep, CultureInfo.InvariantCulture, out var number) ? number % 10 : null;
    }
}
