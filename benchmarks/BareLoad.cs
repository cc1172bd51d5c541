using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// Reads both answers with a bare XmlReader and inserts the same rows by prepared statements, in one transaction.
/// </summary>
internal static class BareLoad
{
    private static readonly string[] CommonColumns =
        ["SchoolId", "Status", "Vestiging", "Vergrendeld", "Gemaakt", "Gewijzigd", "Versie"];

    private static readonly string[] PersonColumns =
        ["Id", "EckId", "UwlrKey", "Roepnaam", "Voorvoegsel", "Achternaam"];

    public static void Run(Antwoorden answers, string connectionString, Guid schoolId)
    {
        var people = BareReader.ReadUwlr(answers.Uwlr);
        var rows = BareReader.ReadMagister(answers.Magister);
        using var connection = new SqliteConnection(connectionString + ";Foreign Keys=True");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var load = new Load(connection, schoolId.ToByteArray(bigEndian: true));
        load.Groups(people.Groups);
        load.Pupils(people.Pupils, rows);
        load.Teachers(people.Teachers);
        transaction.Commit();
    }

    private sealed class Load(SqliteConnection connection, byte[] school)
    {
        private readonly Dictionary<string, byte[]> _groups = new(StringComparer.Ordinal);
        private readonly string _now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);

        public void Groups(List<BareGroup> groups)
        {
            using var insert = Prepare(
                "Leerlingen_Groep",
                "SchoolId",
                "Id",
                "Schooljaar",
                "Vestiging",
                "Sleutel",
                "Soort",
                "Naam",
                "Leerjaar",
                "Status");
            foreach (var group in groups)
            {
                var id = _groups[group.Key] = NewId();
                Execute(
                    insert,
                    school,
                    id,
                    2026,
                    "00",
                    group.Key,
                    group.IsClass ? 0 : 1,
                    group.Name,
                    Leerjaar(group.Year),
                    0);
            }
        }

        public void Pupils(List<BarePerson> pupils, Dictionary<string, BareRow> rows)
        {
            using var insert = Prepare(
                "Leerlingen_Leerling",
                [
                    .. CommonColumns, .. PersonColumns, "Leerjaar", "IdGebr", "Opleidingscode", "Stamnummer", "StamnummerCanoniek",
                ]);
            using var member = Prepare("Leerlingen_LeerlingGroep", "SchoolId", "LeerlingId", "GroepId");
            foreach (var pupil in pupils)
            {
                var id = NewId();
                var row = rows.GetValueOrDefault(pupil.Key!);
                Execute(
                    insert, school, 0, "00", 0, _now, _now, 1, id, pupil.EckId, pupil.Key, pupil.FirstName,
                    pupil.Prefix, pupil.LastName, Leerjaar(pupil.Year), row?.IdGebr, row?.Opleidingscode, row?.Stamnr, row?.Stamnr);
                Members(member, id, pupil);
            }
        }

        public void Teachers(List<BarePerson> teachers)
        {
            using var insert = Prepare(
                "Leerlingen_Docent",
                [.. CommonColumns, .. PersonColumns, "Email"]);
            using var member = Prepare("Leerlingen_DocentGroep", "SchoolId", "DocentId", "GroepId");
            foreach (var teacher in teachers)
            {
                var id = NewId();
                Execute(
                    insert, school, 0, "00", 0, _now, _now, 1, id, teacher.EckId, teacher.Key, teacher.FirstName,
                    teacher.Prefix, teacher.LastName, teacher.Email);
                Members(member, id, teacher);
            }
        }

        private void Members(SqliteCommand insert, byte[] id, BarePerson person)
        {
            foreach (var group in person.Groups)
            {
                Execute(insert, school, id, _groups[group]);
            }
        }

        private SqliteCommand Prepare(string table, params string[] columns)
        {
            var command = connection.CreateCommand();
            command.CommandText =
                $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c =>
                    "@" + c))})";
            foreach (var column in columns)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
            }

            command.Prepare();
            return command;
        }

        private static void Execute(SqliteCommand command, params object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        private static byte[] NewId() => Guid.CreateVersion7().ToByteArray(bigEndian: true);

        private static object? Leerjaar(string? year) =>
            int.TryParse(year, CultureInfo.InvariantCulture, out var number) ? number % 10 : null;
    }
}
