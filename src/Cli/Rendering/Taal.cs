using System.Reflection;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>
/// The language of what the program itself says; data and texts of the service are Dutch in either. English is in the
/// code, and Dutch in a list of sentences: one of them with {1} holds for any value there, which is looked up itself.
/// </summary>
internal sealed partial class Taal
{
    private const string Resource = "Kurve.Numo.Cli.Rendering.Nederlands.txt";
    private const string Between = " => ";

    private static readonly AsyncLocal<Taal?> Chosen = new();
    private static readonly Lazy<Taal> Nederlands = new(Read);

    private readonly Dictionary<string, string> _exact = new(StringComparer.Ordinal);
    private readonly List<(Regex Pattern, string Dutch)> _patterns = [];

    /// <summary>Speaks Dutch from here on, in this run of the program; or English.</summary>
    public static void Choose(bool dutch) => Chosen.Value = dutch ? Nederlands.Value : null;

    /// <summary>A sentence or word in the language that was chosen.</summary>
    public static string Of(string english) => Chosen.Value?.Translate(english) ?? english;

    /// <summary>A word in the language that was chosen: for data, of which no part is taken for a sentence.</summary>
    public static string Word(string english) => Chosen.Value?._exact.GetValueOrDefault(english) ?? english;

    private string? Translate(string english)
    {
        if (_exact.TryGetValue(english, out var dutch))
        {
            return dutch;
        }

        foreach (var (pattern, sentence) in _patterns)
        {
            if (pattern.Match(english) is { Success: true } match)
            {
                return Placeholder().Replace(sentence, place => Of(match.Groups[$"v{place.Groups["n"].Value}"].Value));
            }
        }

        return null;
    }

    private static Taal Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var taal = new Taal();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(Between) is [var english, var dutch])
            {
                taal.Add(english, dutch);
            }
        }

        return taal;
    }

    private void Add(string english, string dutch)
    {
        if (!Placeholder().IsMatch(english))
        {
            _exact.Add(english, dutch);
            return;
        }

        var pattern = Regex.Replace(
            Regex.Escape(english),
            @"\\\{(?<n>[1-9])}",
            "(?<v${n}>.+?)",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        _patterns.Add((
            new Regex($"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), dutch));
    }

    [GeneratedRegex(@"\{(?<n>[1-9])\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
