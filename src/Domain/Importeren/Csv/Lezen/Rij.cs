using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren.Csv.Woorden;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>A row below the line of names: its fields by what they are, and what is odd about them.</summary>
/// <param name="regel">The row.</param>
/// <param name="kop">The names.</param>
internal sealed class Rij(Csvregel regel, Kopregel kop)
{
    private readonly List<Melding> _meldingen = [];
    private List<string>? _vermoed;
    private Csvkolommen _onbruikbaar;

    /// <summary>The row as it stands in the file.</summary>
    public Csvregel Regel => regel;

    /// <summary>The line with the names of its columns.</summary>
    public Kopregel Koppen => kop;

    /// <summary>The line of the file on which it begins.</summary>
    public int Nummer => regel.Nummer;

    /// <summary>What is odd about it, so far.</summary>
    public List<Melding> Meldingen => _meldingen;

    /// <summary>Fields that had invisible characters.</summary>
    public int Onzichtbaar { get; private set; }

    /// <summary>What was done to its fields, all together.</summary>
    public TextRepair Repair { get; private set; }

    /// <summary>The first column with a key that a spreadsheet damaged; null when there is none.</summary>
    public string? BeschadigdeSleutel { get; private set; }

    /// <summary>What damaged keys may have been.</summary>
    public IReadOnlyList<string> Vermoed => _vermoed ?? [];

    /// <summary>Whether no field holds anything.</summary>
    public bool IsLeeg()
    {
        foreach (var veld in regel.Velden)
        {
            if (veld.Length > 0 && Celtekst.Of(veld).Waarde.Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it is the line of names once more.</summary>
    public bool IsKop() => regel.Velden.Count == kop.Regel.Velden.Count
        && regel.Velden.Zip(kop.Koppen).All(v => string.Equals(
            Celtekst.Of(v.First).Waarde, v.Second, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether something stands behind the last column that has a name.</summary>
    public bool IsTeBreed() => regel.Velden.Count > kop.Koppen.Count
        && regel.Velden.Skip(kop.Koppen.Count).Any(v => Celtekst.Of(v).Waarde.Length > 0);

    /// <summary>How many fields there are, and how many names.</summary>
    public (int Velden, int Koppen) Breedte() => (regel.Velden.Count, kop.Koppen.Count);

    /// <summary>How many fields are not empty.</summary>
    public int CountGevuld()
    {
        var filled = 0;
        foreach (var veld in regel.Velden)
        {
            filled += veld.Length > 0 ? 1 : 0;
        }

        return filled;
    }

    /// <summary>Every field that holds something, from left to right.</summary>
    public IEnumerable<string> Gevuld() => regel.Velden.Select(v => Celtekst.Of(v).Waarde).Where(v => v.Length > 0);

    /// <summary>Whether the file says something of this, be it nothing.</summary>
    public bool Has(Csvkolom kolom) => Find(kolom) is not null;

    /// <summary>Whether the file says something of this that can be used, be it nothing.</summary>
    public bool Says(Csvkolom kolom) => Has(kolom) && !_onbruikbaar.Has(kolom);

    /// <summary>The name of the column, as the file has it.</summary>
    public string Kop(Csvkolom kolom) => kop.Places(kolom) is [var plaats, ..] ? kop.Koppen[plaats] : Kolomnamen.Of(kolom);

    /// <summary>A value without judgement; empty when there is none.</summary>
    public string Text(Csvkolom kolom) => Find(kolom) is { } veld ? Celtekst.Of(veld).Waarde : "";

    /// <summary>Part of a name; null when it cannot be used. One that is too long is cut.</summary>
    public string? Name(Csvkolom kolom, int max)
    {
        if (Find(kolom) is not { } veld)
        {
            return null;
        }

        var text = Celtekst.Of(veld);
        var melding = Excelschade.FindInText(Nummer, Kop(kolom), text.Waarde)
            ?? (NoValue.IsNoName(text.Waarde) ? CsvMeldingen.GeenDeelVanNaam(Nummer, Kop(kolom)) : null);
        if (melding is not null)
        {
            _onbruikbaar.Add(kolom);
            return Refuse(melding);
        }

        Tell(text, Kop(kolom));
        if (text.Repair.HasFlag(TextRepair.LineBreak))
        {
            _meldingen.Add(CsvMeldingen.Regeleinde(Nummer, Kop(kolom)));
        }

        return Cut(text, Kop(kolom), max);
    }

    /// <summary>An e-mail address; null when there is none, or no single one.</summary>
    public string? Email()
    {
        if (Find(Csvkolom.Email) is not { } veld)
        {
            return null;
        }

        var text = Celtekst.Of(veld);
        var email = EmailText.Parse(text.Waarde);
        Tell(text with { Repair = text.Repair & ~TextRepair.Lost }, Kop(Csvkolom.Email));
        return email.IsUnusable ? Refuse(CsvMeldingen.EmailOnleesbaar(Nummer, Kop(Csvkolom.Email))) : email.Address;
    }

    /// <summary>A key; null when it is empty or cannot be used. A cut key would be another.</summary>
    public string? Sleutel(Csvkolom kolom, int max)
    {
        if (Find(kolom) is not { } veld)
        {
            return null;
        }

        var text = Celtekst.Of(veld);
        if (FindInSleutel(text, Kop(kolom)) is { } schade)
        {
            BeschadigdeSleutel ??= Kop(kolom);
            (_vermoed ??= []).AddRange(Excelschade.FindOrigins(text.Waarde));
            return Refuse(schade);
        }

        Tell(text, Kop(kolom));
        return text.Waarde.Length == 0 ? null
            : NoValue.IsNoKey(text.Waarde) ? Refuse(CsvMeldingen.GeenWaarde(Nummer, Kop(kolom), text.Waarde))
            : !SourceText.Fits(text.Waarde, max) ? Refuse(CsvMeldingen.WaardeTeLang(Nummer, Kop(kolom), max))
            : text.Waarde;
    }

    /// <summary>A code, or an opleiding by name; null when it is empty or cannot be used.</summary>
    public string? Code(Csvkolom kolom, int max)
    {
        if (Find(kolom) is not { } veld || CheckCode(veld, Kop(kolom)) is not { } text)
        {
            _onbruikbaar.Add(kolom);
            return null;
        }

        return NoValue.IsEmpty(text.Waarde) ? null
            : !SourceText.Fits(text.Waarde, max) ? Refuse(CsvMeldingen.WaardeTeLang(Nummer, Kop(kolom), max))
            : text.Waarde;
    }

    /// <summary>The name of a groep; null when it is empty or cannot be used. One that is too long is cut.</summary>
    /// <param name="kolom">Which.</param>
    /// <param name="max">How long it may be.</param>
    /// <param name="isLeeg">Whether the file says that there is none.</param>
    public string? Groep(Csvkolom kolom, int max, out bool isLeeg)
    {
        isLeeg = false;
        if (Find(kolom) is not { } veld || CheckCode(veld, Kop(kolom)) is not { } text)
        {
            return null;
        }

        isLeeg = text.Waarde.Length == 0;
        return isLeeg ? null
            : Leegwoorden.IsGeenGroep(text.Waarde) ? Refuse(CsvMeldingen.GeenWaarde(Nummer, Kop(kolom), text.Waarde))
            : Cut(text, Kop(kolom), max);
    }

    /// <summary>
    /// The names of groepen of all columns of this kind; null when one of them cannot be used, or when they only say
    /// that nothing is filled in.
    /// </summary>
    public IReadOnlyList<string>? Groepen(Csvkolom kolom, char[] between, int max)
    {
        var namen = new List<string>();
        var (whole, leeg) = (true, (Melding?)null);
        foreach (var plaats in kop.Places(kolom).Where(p => p < regel.Velden.Count))
        {
            var (veld, naam) = (regel.Velden[plaats], kop.Koppen[plaats]);
            foreach (var deel in Take(veld.Replace('\n', '|'), naam).Waarde.Split(between))
            {
                var text = Celtekst.Of(deel);
                if (FindInCode(text, naam) is { } schade)
                {
                    whole = Refuse(schade) is not null;
                }
                else if (text.Waarde.Length > 0 && Leegwoorden.IsGeenGroep(text.Waarde))
                {
                    leeg ??= CsvMeldingen.GeenWaarde(Nummer, naam, text.Waarde);
                }
                else if (text.Waarde.Length > 0)
                {
                    namen.Add(Cut(text, naam, max));
                }
            }
        }

        return !whole ? null
            : namen.Count == 0 && leeg is not null ? RefuseAll(leeg)
            : namen;
    }

    /// <summary>Where the columns of this kind are.</summary>
    public int[] Places(Csvkolom kolom) => kop.Places(kolom);

    /// <summary>A value without judgement, by its place; empty when the row ends before it.</summary>
    public string TextAt(int plaats) => plaats < regel.Velden.Count ? Celtekst.Of(regel.Velden[plaats]).Waarde : "";

    /// <summary>The name of the column at a place, as the file has it.</summary>
    public string KopAt(int plaats) => kop.Koppen[plaats];

    // A key that has spaces between its digits is not surely one key.
    private Melding? FindInSleutel(Celtekst text, string naam) => FindInCode(text, naam)
        ?? (Excelschade.IsSpaced(text.Waarde) ? CsvMeldingen.ExcelGroepering(Nummer, naam, text.Waarde) : null);

    // What runs over two lines is not surely one value, and one that lost letters is another value.
    private Melding? FindInCode(Celtekst text, string naam) =>
        text.Repair.HasFlag(TextRepair.LineBreak) && text.Waarde.Contains(' ', StringComparison.Ordinal)
            ? CsvMeldingen.Stuurteken(Nummer, naam)
        : Excelschade.FindInCode(Nummer, naam, text.Waarde)
            ?? (text.Repair.HasFlag(TextRepair.Lost) && !NoValue.IsEmpty(text.Waarde)
                ? CsvMeldingen.LettersKwijt(Nummer, naam, text.Waarde)
                : null);

    private Celtekst? CheckCode(string veld, string naam)
    {
        var text = Celtekst.Of(veld);
        if (FindInCode(text, naam) is { } schade)
        {
            _meldingen.Add(schade);
            return null;
        }

        Tell(text, naam);
        return text;
    }

    private string Cut(Celtekst text, string naam, int max)
    {
        if (SourceText.Fits(text.Waarde, max))
        {
            return text.Waarde;
        }

        _meldingen.Add(CsvMeldingen.WaardeAfgekapt(Nummer, naam, max));
        return new SourceText(text.Waarde, text.Repair).Cut(max);
    }

    private string? Find(Csvkolom kolom) =>
        kop.Places(kolom) is [var plaats, ..] && plaats < regel.Velden.Count ? regel.Velden[plaats] : null;

    private Celtekst Take(string veld, string naam)
    {
        var text = Celtekst.Of(veld);
        Tell(text, naam);
        return text;
    }

    private void Tell(Celtekst text, string naam)
    {
        if (text.Repair != TextRepair.None)
        {
            Onzichtbaar += text.Repair.HasFlag(TextRepair.Invisible) ? 1 : 0;
            Repair |= text.Repair;
            _meldingen.AddRange(TextMeldingen.For(text.Repair, $"Regel {Nummer}, kolom '{naam}'"));
        }
    }

    private string? Refuse(Melding melding)
    {
        _meldingen.Add(melding);
        return null;
    }

    private List<string>? RefuseAll(Melding melding)
    {
        _meldingen.Add(melding);
        return null;
    }

    /// <summary>A set of columns, without memory of its own.</summary>
    private struct Csvkolommen
    {
        private ulong _bits;

        public readonly bool Has(Csvkolom kolom) => (_bits & (1UL << (int)kolom)) != 0;

        public void Add(Csvkolom kolom) => _bits |= 1UL << (int)kolom;
    }
}
