using System.Xml;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// The plainest reader that somebody would write by hand: one XmlReader, elements taken by local name, the fields of
/// people and groepen as text. It checks nothing.
/// </summary>
internal static class BareReader
{
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true };

    public static XmlReader Open(byte[] answer) => XmlReader.Create(new MemoryStream(answer), Settings);

    /// <summary>Reads the people of a UWLR answer.</summary>
    public static BareAnswer ReadUwlr(byte[] answer)
    {
        var people = new BareAnswer();
        using var reader = Open(answer);
        BarePerson? person = null;
        BareGroup? group = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "leerling":
                    people.Pupils.Add(
                        person = new BarePerson(reader.GetAttribute("key"), reader.GetAttribute("eckid")));
                    break;
                case "leerkracht":
                    people.Teachers.Add(
                        person = new BarePerson(reader.GetAttribute("key"), reader.GetAttribute("eckid")));
                    break;
                case "groep" or "samengestelde_groep" when person is null:
                    group = new BareGroup(reader.GetAttribute("key")!, IsClass: reader.LocalName is "groep");
                    people.Groups.Add(group);
                    break;
                case "groep" or "samengestelde_groep":
                    person.Groups.Add(reader.GetAttribute("key")!);
                    break;
                case "naam" when group is not null:
                    group.Name = ReadText(reader) ?? "";
                    break;
                case "achternaam" when person is not null:
                    person.LastName = ReadText(reader);
                    break;
                case "voorvoegsel" when person is not null:
                    person.Prefix = ReadText(reader);
                    break;
                case "roepnaam" when person is not null:
                    person.FirstName = ReadText(reader);
                    break;
                case "emailadres" when person is not null:
                    person.Email = ReadText(reader);
                    break;
                case "jaargroep" when person is not null:
                    person.Year = ReadText(reader);
                    break;
                case "jaargroep" when group is not null:
                    group.Year = ReadText(reader);
                    break;
            }
        }

        return people;
    }

    /// <summary>Reads the rows of KurveLeerlingData by ExterneId.</summary>
    public static Dictionary<string, BareRow> ReadMagister(byte[] answer)
    {
        var rows = new Dictionary<string, BareRow>(StringComparer.Ordinal);
        using var reader = Open(answer);
        var row = new BareRow();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "idGebr":
                    row.IdGebr = ReadText(reader);
                    break;
                case "ExterneId":
                    row.ExterneId = ReadText(reader) ?? "";
                    break;
                case "opleidingscode":
                    row.Opleidingscode = ReadText(reader);
                    break;
                case "stamnr":
                    row.Stamnr = ReadText(reader);
                    rows.TryAdd(row.ExterneId, row);
                    row = new BareRow();
                    break;
            }
        }

        return rows;
    }

    private static string? ReadText(XmlReader reader) =>
        !reader.IsEmptyElement && reader.Read() && reader.NodeType == XmlNodeType.Text ? reader.Value : null;
}

internal sealed class BareAnswer
{
    public List<BareGroup> Groups { get; } = [];

    public List<BarePerson> Pupils { get; } = [];

    public List<BarePerson> Teachers { get; } = [];
}

internal sealed record BareGroup(string Key, bool IsClass)
{
    public string Name { get; set; } = "";

    public string? Year { get; set; }
}

internal sealed record BarePerson(string? Key, string? EckId)
{
    public string? FirstName { get; set; }

    public string? Prefix { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Year { get; set; }

    public List<string> Groups { get; } = [];
}

internal sealed class BareRow
{
    public string? IdGebr { get; set; }

    public string ExterneId { get; set; } = "";

    public string? Opleidingscode { get; set; }

    public string? Stamnr { get; set; }
}
