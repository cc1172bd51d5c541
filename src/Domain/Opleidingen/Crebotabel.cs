using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>A kwalificatie of MBO.</summary>
/// <param name="Code">Its crebo: five digits.</param>
/// <param name="Niveau">1 (entree) to 4.</param>
public sealed record Crebo(string Code, int Niveau);

/// <summary>
/// Reads Kurve's own file of crebo's: a first line <c>crebo;niveau</c>, then one per line. Everything is checked before
/// anything is used.
/// </summary>
public static class Crebotabel
{
    private const string Header = "crebo;niveau";
    private const int Codelengte = 5;

    /// <summary>Reads the file.</summary>
    /// <returns>The crebo's; or <see cref="SeveralInvalid"/>, each with its line, the first 20.</returns>
    public static Result<IReadOnlyList<Crebo>> Read(string csv)
    {
        // Neither stands in a text: the second is what bytes become that are no UTF-8.
        if (csv.Any(c => c is '\ufffd' || (char.IsControl(c) && c is not ('\r' or '\n' or '\t'))))
        {
            return new SeveralInvalid([Refuse(1, "het bestand is geen tekst in UTF-8; bewaar het als 'CSV UTF-8'")]);
        }

        var lines = csv.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (!string.Equals(lines[0].Trim(), Header, StringComparison.OrdinalIgnoreCase))
        {
            return new SeveralInvalid([Refuse(1, $"de eerste regel is '{lines[0]}'; verwacht '{Header}'")]);
        }

        var found = new Dictionary<string, Crebo>(StringComparer.Ordinal);
        var errors = new List<Error>();
        for (var i = 1; i < lines.Length && errors.Count < ISeveralErrors.MostShown; i++)
        {
            if (lines[i].Trim().Length > 0 && Add(lines[i], found) is { } reason)
            {
                errors.Add(Refuse(i + 1, reason));
            }
        }

        if (errors.Count == 0 && found.Count == 0)
        {
            errors.Add(Refuse(1, "het bestand heeft geen enkele crebo"));
        }

        return errors.Count > 0 ? new SeveralInvalid(errors) : found.Values.ToArray();
    }

    private static string? Add(string line, Dictionary<string, Crebo> found)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        if (fields is not [var code, var niveau])
        {
            return $"verwacht 2 velden, gevonden {fields.Length}";
        }

        if (code.Length != Codelengte || !code.All(char.IsAsciiDigit))
        {
            return $"'{code}' is geen crebo van vijf cijfers";
        }

        if (niveau is not [>= '1' and <= '4'])
        {
            return $"'{niveau}' is geen niveau 1 tot en met 4";
        }

        return found.TryAdd(code, new Crebo(code, niveau[0] - '0')) ? null : $"crebo {code} staat er twee keer in";
    }

    // The reason is Dutch: it is what a person mends in a file.
    private static ValueInvalid Refuse(int line, string reason) => new(
        "CREBO_ONGELDIG", $"Line {line}: {reason}.", $"Regel {line}: {reason}.")
    { Field = $"csv[{line}]" };
}
