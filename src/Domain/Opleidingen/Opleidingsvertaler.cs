using Kurve.Numo.Domain.Opleidingen.Schoolcodes;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Translates the opleidingscodes of one school in one school year. In order: the school's own table, the national
/// elementcodes, the crebo's of MBO, and the grammar of the codes that schools write themselves. The first rule that
/// knows a code counts; what is not sure then is suggested by what the school settled of siblings of the code, or by
/// what many other schools settled of it. Each distinct code is read once per leerjaar, whatever the number of pupils.
/// </summary>
/// <param name="catalogus">The opleidingen and elementcodes.</param>
/// <param name="tabellen">What the school has settled, and the crebo's.</param>
public sealed class Opleidingsvertaler(Opleidingscatalogus catalogus, Vertaaltabellen tabellen)
{
    private const int Elementcodelengte = 4;
    private const int Crebolengte = 5;

    private readonly CodeJudge _judge = new(catalogus, tabellen.Locatiecijfer);
    private readonly LearnedCodes _learned = new(catalogus, tabellen);
    private readonly TranslationCache _gelezen = new();

    /// <summary>
    /// Says what a code and a leerjaar mean together. Never throws, and forgives case, spaces and separators; what is
    /// not known stays <see cref="Zekerheid.Onbekend"/> rather than being guessed.
    /// </summary>
    /// <param name="opleidingscode">As delivered.</param>
    /// <param name="leerjaar">The leerjaar by the source, 1 to 6; it wins over a leerjaar in the code.</param>
    public Vertaling Translate(string? opleidingscode, int? leerjaar)
    {
        if (string.IsNullOrWhiteSpace(opleidingscode))
        {
            return Vertaling.Of(Lezing.Onbekend, leerjaar);
        }

        if (_gelezen.Find(opleidingscode, leerjaar) is { } known)
        {
            return known;
        }

        var analysis = _gelezen.FindAnalysis(opleidingscode) ?? CodeGrammar.Analyse(opleidingscode.Trim());
        var vertaling = Vertaling.Of(Read(opleidingscode.Trim(), analysis, leerjaar), leerjaar);
        _gelezen.Keep(opleidingscode, leerjaar, analysis, vertaling);
        return vertaling;
    }

    // Separators are forgiven in a school's own code only: 3.00 is no elementcode.
    private Lezing Read(string code, CodeAnalysis analysis, int? leerjaar)
    {
        var judgment = _judge.Judge(analysis, leerjaar);
        var lezing = ReadOwn(code, judgment) ?? ReadElementcode(code) ?? ReadCrebo(code)
            ?? ReadSchoolcode(analysis, judgment);
        return lezing.Zekerheid == Zekerheid.Hoog ? lezing
            : _learned.Suggest(code, analysis, lezing, leerjaar) ?? lezing;
    }

    private Lezing? ReadOwn(string code, Judgment judgment) =>
        tabellen.Eigen.Count > 0 && tabellen.Eigen.TryGetValue(Schoolcode.Normalise(code), out var eigen)
        && catalogus.Find(eigen.Opleiding) is { } opleiding
            ? new Lezing(
                Vertaalregel.School, opleiding, judgment.Reading?.Leerjaar, Zekerheid.Hoog, opleiding.Leerjaren, [])
            : null;

    /// <summary>
    /// A number in a spreadsheet loses its leading zeros. Three digits can be nothing else, so they are as sure as four;
    /// two may as well be a class or a leerjaar (11, 90), so they only suggest; one says nothing, and no code begins
    /// with three zeros.
    /// </summary>
    private Lezing? ReadElementcode(string code)
    {
        if (code.Length is < 2 or > Elementcodelengte || !char.IsAsciiDigit(code[0])
            || catalogus.FindElementcode(code.PadLeft(Elementcodelengte, '0')) is not { } rij)
        {
            return null;
        }

        var zekerheid = code.Length == 2 ? Zekerheid.Middel : Zekerheid.Hoog;
        return new Lezing(Vertaalregel.Elementcode, rij.Opleiding, null, zekerheid, rij.Leerjaren, []);
    }

    private Lezing? ReadCrebo(string code)
    {
        if (code.Length != Crebolengte || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        return tabellen.Crebo.TryGetValue(code, out var niveau) && catalogus.Find(LevelSets.Mbos[niveau - 1]) is { } mbo
            ? new Lezing(Vertaalregel.Crebo, mbo, null, Zekerheid.Hoog, mbo.Leerjaren, [])
            : new Lezing(Vertaalregel.Crebo, null, null, Zekerheid.Onbekend, [], Find(LevelSets.Mbos));
    }

    private Lezing ReadSchoolcode(CodeAnalysis analysis, Judgment judgment)
    {
        if (judgment.Reading is not { } reading || catalogus.Find(reading.Opleiding) is not { } opleiding)
        {
            return judgment.Alternatieven.Count == 0
                ? Lezing.Onbekend
                : Lezing.Onbekend with { Alternatieven = Find(judgment.Alternatieven) };
        }

        // BBL is a leerweg in MBO and a level in VO.
        var zekerheid = opleiding.Sector != tabellen.Sector && judgment.Zekerheid == Zekerheid.Hoog
            ? Zekerheid.Middel
            : judgment.Zekerheid;
        return new Lezing(
            Vertaalregel.Patroon, opleiding, reading.Leerjaar, zekerheid, opleiding.Leerjaren,
            judgment.Alternatieven.Count == 0 ? [] : Find(judgment.Alternatieven))
        {
            Delen = reading.Describe(analysis.Text!),
        };
    }

    private Opleiding[] Find(IReadOnlyList<string> codes) => [.. codes.Select(catalogus.Find).OfType<Opleiding>()];
}
