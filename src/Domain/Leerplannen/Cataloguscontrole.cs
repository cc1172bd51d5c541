using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>Reads the rows of a catalogue, and says of every row what is wrong with it.</summary>
internal sealed class Cataloguscontrole
{
    private const int LongestCode = 64;
    private const int LongestNaam = 200;
    private readonly Dictionary<string, (Vaardigheidrij Rij, Vaardigheid Vaardigheid)> _byCode =
        new(StringComparer.Ordinal);

    private readonly List<Error> _fouten = [];

    public static Result<IReadOnlyList<Vaardigheid>> Read(IReadOnlyList<Vaardigheidrij> rijen)
    {
        var controle = new Cataloguscontrole();
        foreach (var rij in rijen)
        {
            controle.Add(rij);
        }

        controle.CheckVoorwaarden();

        // Of a catalogue with unknown voorwaarden nobody knows whether it turns in circles.
        if (controle._fouten.Count == 0)
        {
            controle.CheckKringen();
        }

        return controle._fouten.Count > 0
            ? new VaardighedenOngeldig(controle._fouten)
            : controle._byCode.Values.Select(paar => paar.Vaardigheid).ToArray();
    }

    private void Add(Vaardigheidrij rij)
    {
        var before = _fouten.Count;
        Require(rij, IsCode(rij.Code), "CODE_ONGELDIG", $"'{rij.Code}' is geen code zoals NL.LEZEN.2F.03");
        Require(
            rij,
            rij.Naam.Trim().Length is > 0 and <= LongestNaam,
            "NAAM_ONGELDIG",
            $"de naam heeft {rij.Naam.Trim().Length} tekens; verwacht 1 tot {LongestNaam}");
        var (vak, domein, niveau) = ReadPlaats(rij);
        Require(
            rij,
            int.TryParse(rij.Volgorde, NumberStyles.None, CultureInfo.InvariantCulture, out var volgorde),
            "VOLGORDE_ONGELDIG",
            $"volgorde '{rij.Volgorde}' is geen geheel getal");
        if (_fouten.Count > before)
        {
            return;
        }

        var vaardigheid = new Vaardigheid(
            rij.Code, rij.Naam.Trim(), vak, domein, niveau, volgorde, Split(rij), rij.Vervallen);
        if (!_byCode.TryAdd(rij.Code, (rij, vaardigheid)))
        {
            var eerste = _byCode[rij.Code].Rij.Regel;
            Refuse(rij, "CODE_DUBBEL", $"code {rij.Code} staat ook op regel {eerste}");
        }
    }

    private (Vak Vak, Domein Domein, Niveau Niveau) ReadPlaats(Vaardigheidrij rij)
    {
        if (Vakindeling.FindVak(rij.Vak) is not { } vak)
        {
            Refuse(rij, "VAK_ONBEKEND", $"vak '{rij.Vak}' bestaat niet");
            return default;
        }

        var domein = Vakindeling.FindDomein(vak, rij.Domein);
        var niveau = Vakindeling.FindNiveau(vak, rij.Niveau);
        Require(
            rij, domein is not null, "DOMEIN_ONBEKEND", $"domein '{rij.Domein}' hoort niet bij {vak.Show()}");
        Require(
            rij, niveau is not null, "NIVEAU_ONBEKEND", $"niveau '{rij.Niveau}' hoort niet bij {vak.Show()}");
        return (vak, domein.GetValueOrDefault(), niveau.GetValueOrDefault());
    }

    private void CheckVoorwaarden()
    {
        foreach (var (rij, vaardigheid) in _byCode.Values)
        {
            foreach (var code in vaardigheid.Voorwaarden)
            {
                if (!_byCode.TryGetValue(code, out var voorwaarde))
                {
                    Refuse(rij, "VOORWAARDE_ONBEKEND", $"voorwaarde {code} bestaat niet");
                }
                else if (voorwaarde.Vaardigheid.Vak != vaardigheid.Vak)
                {
                    Refuse(rij, "VOORWAARDE_ANDER_VAK", $"voorwaarde {code} is van een ander vak");
                }
                else if (voorwaarde.Vaardigheid.Niveau > vaardigheid.Niveau)
                {
                    Refuse(rij, "VOORWAARDE_HOGER", $"voorwaarde {code} is van een hoger niveau");
                }
            }
        }
    }

    /// <summary>
    /// Takes away what needs nothing, until nothing can be taken: what is left needs itself by some way round, or merely
    /// something that does. So what nothing needs is taken away after that.
    /// </summary>
    private void CheckKringen()
    {
        var nodigVoor = _byCode.Values
            .SelectMany(paar => paar.Vaardigheid.Voorwaarden.Select(code => (code, paar.Vaardigheid.Code)))
            .ToLookup(paar => paar.code, paar => paar.Code, StringComparer.Ordinal);
        var open = new HashSet<string>(_byCode.Keys, StringComparer.Ordinal);
        Peel(open, code => _byCode[code].Vaardigheid.Voorwaarden, code => nodigVoor[code]);
        Peel(open, code => nodigVoor[code], code => _byCode[code].Vaardigheid.Voorwaarden);
        foreach (var (rij, _) in _byCode.Values.Where(paar => open.Contains(paar.Rij.Code)))
        {
            Refuse(rij, "VOORWAARDEN_IN_KRING", $"{rij.Code} is via zijn voorwaarden voorwaarde van zichzelf");
        }
    }

    /// <summary>Takes away all that has nothing open in front of it, in time that grows with the catalogue.</summary>
    private static void Peel(
        HashSet<string> open, Func<string, IEnumerable<string>> before, Func<string, IEnumerable<string>> behind)
    {
        var counts = open.ToDictionary(code => code, code => before(code).Count(open.Contains), StringComparer.Ordinal);
        var free = new Queue<string>(counts.Where(paar => paar.Value == 0).Select(paar => paar.Key));
        while (free.TryDequeue(out var code))
        {
            open.Remove(code);
            foreach (var next in behind(code).Where(next => open.Contains(next) && --counts[next] == 0))
            {
                free.Enqueue(next);
            }
        }
    }

    private static string[] Split(Vaardigheidrij rij) =>
    [
        .. (rij.Voorwaarden ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal),
    ];

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= LongestCode
        && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');

    private void Require(Vaardigheidrij rij, bool isRight, string code, string reden)
    {
        if (!isRight)
        {
            Refuse(rij, code, reden);
        }
    }

    private void Refuse(Vaardigheidrij rij, string code, string reden) =>
        _fouten.Add(new CatalogusregelOngeldig(code, rij.Regel, reden));
}
