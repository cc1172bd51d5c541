namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>A row below the line of names: its fields by what they are, and what is odd about them.</summary>
/// <param name="regel">The row.</param>
/// <param name="kop">The names.</param>
internal sealed class Rij(Csvregel regel, Kopregel kop)
{
    private readonly List<Melding> _meldingen = [];
    private readonly HashSet<Csvkolom> _onbruikbaar = [];

    /// <summary>The line of the file on which it begins.</summary>
    public int Nummer => regel.Nummer;

    /// <summary>What is odd about it, so far.</summary>
    public List<Melding> Meldingen => _meldingen;

    /// <summary>Fields that had invisible characters.</summary>
    public int Onzichtbaar { get; private set; }

    /// <summary>Whether no field holds anything.</summary>
    public bool IsLeeg() => regel.Velden.All(v => Celtekst.Of(v).Waarde.Length == 0);

    /// <summary>Whether it is the line of names once more.</summary>
    public bool IsKop() => regel.Velden.Count == kop.Regel.Velden.Count
        && regel.Velden.Zip(kop.Koppen).All(v => string.Equals(
            Celtekst.Of(v.First).Waarde, v.Second, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether something stands behind the last column that has a name.</summary>
    public bool IsTeBreed() => regel.Velden.Skip(kop.Koppen.Count).Any(v => Celtekst.Of(v).Waarde.Length > 0);

    /// <summary>How many fields there are, and how many names.</summary>
    public (int Velden, int Koppen) Breedte() => (regel.Velden.Count, kop.Koppen.Count);

    /// <summary>Whether the file says something of this, be it nothing.</summary>
    public bool Has(Csvkolom kolom) => Array.Exists(kop.Places(kolom), plaats => plaats < regel.Velden.Count);

    /// <summary>Whether the file says something of this that can be used, be it nothing.</summary>
    public bool Says(Csvkolom kolom) => Has(kolom) && !_onbruikbaar.Contains(kolom);

    /// <summary>The name of the column, as the file has it.</summary>
    public string Kop(Csvkolom kolom) => kop.Places(kolom) is [var plaats, ..] ? kop.Koppen[plaats] : Kolomnamen.Of(kolom);

    /// <summary>A value without judgement; empty when there is none.</summary>
    public string Text(Csvkolom kolom) => Find(kolom) is { } veld ? Celtekst.Of(veld).Waarde : "";

    /// <summary>Part of a name, or an e-mail address; null when it cannot be used.</summary>
    public string? Name(Csvkolom kolom, int max)
    {
        if (Find(kolom) is not { } veld)
        {
            return null;
        }

        var text = Take(veld);
        var melding = text.Waarde.Length > max
            ? CsvMeldingen.WaardeTeLang(Nummer, Kop(kolom), max)
            : Excelschade.FindInText(Nummer, Kop(kolom), text.Waarde);
        if (melding is null)
        {
            if (text.HeeftStuurteken)
            {
                _meldingen.Add(CsvMeldingen.Regeleinde(Nummer, Kop(kolom)));
            }

            return text.Waarde;
        }

        _onbruikbaar.Add(kolom);
        return Refuse(melding);
    }

    /// <summary>A number, a code or the name of a groep; null when it is empty or cannot be used.</summary>
    /// <param name="kolom">Which.</param>
    /// <param name="max">How long it may be.</param>
    /// <param name="isLeeg">Whether the file says that there is none.</param>
    public string? Code(Csvkolom kolom, int max, out bool isLeeg)
    {
        isLeeg = false;
        if (Find(kolom) is not { } veld)
        {
            return null;
        }

        var code = CheckCode(veld, Kop(kolom), max);
        isLeeg = code is "";
        return code is "" ? null : code;
    }

    /// <summary>The names of groepen of all columns of this kind; null when one of them cannot be used.</summary>
    public IReadOnlyList<string>? Names(Csvkolom kolom, char[] between, int max)
    {
        var namen = new List<string>();
        var whole = true;
        foreach (var plaats in kop.Places(kolom).Where(p => p < regel.Velden.Count))
        {
            foreach (var deel in Celtekst.Of(regel.Velden[plaats].Replace('\n', '|')).Waarde.Split(between))
            {
                var naam = CheckCode(deel, kop.Koppen[plaats], max);
                whole &= naam is not null;
                if (naam is { Length: > 0 })
                {
                    namen.Add(naam);
                }
            }
        }

        return whole ? namen : null;
    }

    /// <summary>Every value of the columns of this kind, with the name of its column.</summary>
    public IEnumerable<(string Kop, string Waarde)> All(Csvkolom kolom) => kop.Places(kolom)
        .Where(plaats => plaats < regel.Velden.Count)
        .Select(plaats => (kop.Koppen[plaats], Celtekst.Of(regel.Velden[plaats]).Waarde));

    private string? CheckCode(string veld, string naam, int max)
    {
        var text = Take(veld);
        return text.HeeftStuurteken ? Refuse(CsvMeldingen.Stuurteken(Nummer, naam))
            : Excelschade.FindInCode(Nummer, naam, text.Waarde) is { } schade ? Refuse(schade)
            : text.Waarde.Length > max ? Refuse(CsvMeldingen.WaardeTeLang(Nummer, naam, max))
            : text.Waarde;
    }

    private string? Find(Csvkolom kolom) =>
        kop.Places(kolom) is [var plaats, ..] && plaats < regel.Velden.Count ? regel.Velden[plaats] : null;

    private Celtekst Take(string veld)
    {
        var text = Celtekst.Of(veld);
        Onzichtbaar += text.HadOnzichtbaar ? 1 : 0;
        return text;
    }

    private string? Refuse(Melding melding)
    {
        _meldingen.Add(melding);
        return null;
    }
}
