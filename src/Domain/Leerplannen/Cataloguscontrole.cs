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
        var vak = Vakindeling.FindVak(rij.Vak);
        Require(rij, vak is not null, "VAK_ONBEKEND", $"vak '{rij.Vak}' bestaat niet");
        var domein = vak is { } van ? Vakindeling.FindDomein(van, rij.Domein) : null;
        Require(
            rij,
            vak is null || domein is not null,
            "DOMEIN_ONBEKEND",
            $"domein '{rij.Domein}' hoort niet bij {vak?.Show()}");
        var niveau = vak is { } schaal ? Vakindeling.FindNiveau(schaal, rij.Niveau) : null;
        Require(
            rij,
            vak is null || niveau is not null,
            "NIVEAU_ONBEKEND",
            $"niveau '{rij.Niveau}' hoort niet bij {vak?.Show()}");
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
            rij.Code, rij.Naam.Trim(), vak!.Value, domein!.Value, niveau!.Value, volgorde, Split(rij), rij.Vervallen);
        if (!_byCode.TryAdd(rij.Code, (rij, vaardigheid)))
        {
            var eerste = _byCode[rij.Code].Rij.Regel;
            Refuse(rij, "CODE_DUBBEL", $"code {rij.Code} staat ook op regel {eerste}");
        }
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
    /// Takes away what needs nothing, until nothing can be taken: what is left needs itself by some way round.
    /// </summary>
    private void CheckKringen()
    {
        var open = _byCode.ToDictionary(
            paar => paar.Key,
            paar => paar.Value.Vaardigheid.Voorwaarden.ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        while (Free(open) is { Count: > 0 } free)
        {
            free.ForEach(code => open.Remove(code));
            foreach (var voorwaarden in open.Values)
            {
                voorwaarden.ExceptWith(free);
            }
        }

        // What merely needs something in a circle is not itself in one.
        while (open.Keys.Except(open.Values.SelectMany(v => v), StringComparer.Ordinal).ToList() is { Count: > 0 } ends)
        {
            ends.ForEach(code => open.Remove(code));
        }

        foreach (var code in open.Keys)
        {
            Refuse(_byCode[code].Rij, "VOORWAARDEN_IN_KRING", $"{code} is via zijn voorwaarden voorwaarde van zichzelf");
        }
    }

    private static List<string> Free(Dictionary<string, HashSet<string>> open) =>
        [.. open.Where(paar => paar.Value.Count == 0).Select(paar => paar.Key)];

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
