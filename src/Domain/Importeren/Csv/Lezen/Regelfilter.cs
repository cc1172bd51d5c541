using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren.Csv.Woorden;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Tells which rows are no person to import, and counts them by reason.</summary>
internal sealed class Regelfilter(Csvopdracht opdracht)
{
    /// <summary>A line below a report has no more fields than this.</summary>
    private const int MostOfVoet = 4;

    /// <summary>Files say the same few words on every row.</summary>
    private readonly Dictionary<string, Csvrol?> _rollen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> _statussen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> _vlaggen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _overgeslagen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, List<int>> _later = [];
    private readonly SortedDictionary<Schooljaar, List<int>> _anderJaar = [];
    private Melding? _onleesbaarJaar;

    /// <summary>Rows that hold nothing.</summary>
    public int Leeg { get; private set; }

    /// <summary>Rows that were skipped for another reason.</summary>
    public int Overgeslagen => new[] { _overgeslagen.Values, _later.Values, (IEnumerable<List<int>>)_anderJaar.Values }
        .SelectMany(reden => reden)
        .Sum(regels => regels.Count);

    /// <summary>What is to be said of the rows that were skipped.</summary>
    public IEnumerable<Melding> ToMeldingen() =>
    [
        .. _overgeslagen.Select(o => CsvMeldingen.RegelsOvergeslagen(o.Key, o.Value)),
        .. _later.Select(l => CsvMeldingen.KomtLater(l.Key, l.Value)),
        .. _anderJaar.Select(j => CsvMeldingen.AnderSchooljaar(
            j.Key.ToString(), opdracht.Schooljaar.ToString(), j.Value)),
        .. _onleesbaarJaar is { } melding ? [melding] : Array.Empty<Melding>(),
    ];

    /// <summary>The later school year that all people of the file are of; null when some are of this one.</summary>
    public Schooljaar? FindVolgend()
    {
        var jaren = _anderJaar.Keys.Concat(_later.Keys.Select(Schooljaar.Op)).Distinct().ToArray();
        return jaren is [var enige] && enige > opdracht.Schooljaar ? enige : null;
    }

    /// <summary>Whom the row is about.</summary>
    public Rijoordeel Judge(Rij rij)
    {
        if (rij.IsLeeg())
        {
            Leeg++;
            return Rijoordeel.Geen;
        }

        return rij.IsKop() ? Skip("dit is de kopregel nog een keer", rij)
            : IsVoet(rij) ? Skip("dit is geen persoon maar een totaal of voetregel", rij)
            : JudgePerson(rij);
    }

    private Rijoordeel JudgePerson(Rij rij)
    {
        var (weg, onbekend) = ReadStatus(rij);
        if (weg is not null)
        {
            return Skip($"volgens de kolom '{weg}' niet meer actief", rij);
        }

        if (IsUitgeschreven(rij))
        {
            return Skip("de einddatum is voorbij", rij);
        }

        var rol = rij.Text(Csvkolom.Rol);
        if (!_rollen.TryGetValue(rol, out var gelezen))
        {
            _rollen[rol] = gelezen = Rolwoorden.Read(rol, Standaardrol);
        }

        return gelezen == Csvrol.Geen ? Skip("de rol is geen leerling en geen docent", rij)
            : new Rijoordeel(gelezen ?? Standaardrol)
            {
                IsRolOnbekend = gelezen is null,
                Afkeuring = gelezen is null ? CsvMeldingen.RolOnbekend(rij.Nummer, rij.Kop(Csvkolom.Rol), rol) : onbekend,
                Uitstel = FindUitstel(rij),
            };
    }

    private Csvrol Standaardrol => opdracht.IsDocenten ? Csvrol.Docent : Csvrol.Leerling;

    /// <summary>
    /// The column that says that the person left, if any; a word that is not known leaves the account as it is.
    /// </summary>
    private (string? Weg, Melding? Onbekend) ReadStatus(Rij rij)
    {
        var status = ReadStatus(rij, Csvkolom.Status, _statussen, Statuswoorden.IsActief);
        var vlag = ReadStatus(rij, Csvkolom.NietActief, _vlaggen, Statuswoorden.IsActiefByFlag);
        return (status.Weg ?? vlag.Weg, status.Onbekend ?? vlag.Onbekend);
    }

    private static (string? Weg, Melding? Onbekend) ReadStatus(
        Rij rij, Csvkolom kolom, Dictionary<string, bool?> gelezen, Func<string, bool?> read)
    {
        Melding? onbekend = null;
        foreach (var plaats in rij.Places(kolom))
        {
            var waarde = rij.TextAt(plaats);
            if (!gelezen.TryGetValue(waarde, out var actief))
            {
                gelezen[waarde] = actief = read(waarde);
            }

            if (actief == false)
            {
                return (rij.KopAt(plaats), null);
            }

            onbekend ??= actief is null ? CsvMeldingen.StatusOnbekend(rij.Nummer, rij.KopAt(plaats), waarde) : null;
        }

        return (null, onbekend);
    }

    private bool IsUitgeschreven(Rij rij)
    {
        foreach (var plaats in rij.Places(Csvkolom.Einddatum))
        {
            var waarde = rij.TextAt(plaats);
            if (!Csvdatum.TryRead(waarde, out var einde))
            {
                rij.Meldingen.Add(CsvMeldingen.DatumOnleesbaar(rij.Nummer, rij.KopAt(plaats), waarde));
            }
            else if (einde < opdracht.Vandaag)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why a row does not count now, though its person is not gone: another school year, or a first day to
    /// come.</summary>
    private Melding? FindUitstel(Rij rij)
    {
        if (FindAnderJaar(rij) is { } jaar)
        {
            Add(_anderJaar, jaar, rij);
            return CsvMeldingen.AlleenAnderSchooljaar(rij.Nummer, jaar.ToString());
        }

        DateOnly? komt = null;
        foreach (var plaats in rij.Places(Csvkolom.Begindatum))
        {
            var waarde = rij.TextAt(plaats);
            if (!Csvdatum.TryRead(waarde, out var begin))
            {
                rij.Meldingen.Add(CsvMeldingen.BegindatumOnleesbaar(rij.Nummer, rij.KopAt(plaats), waarde));
            }
            else if (begin > opdracht.LaatsteBegin)
            {
                komt = begin > (komt ?? DateOnly.MinValue) ? begin : komt;
            }
        }

        if (komt is not { } dag)
        {
            return null;
        }

        Add(_later, dag, rij);
        return CsvMeldingen.KomtOp(rij.Nummer, dag);
    }

    private Schooljaar? FindAnderJaar(Rij rij)
    {
        var waarde = rij.Text(Csvkolom.Schooljaar);
        if (NoValue.IsEmpty(waarde))
        {
            return null;
        }

        var jaar = Schooljaartekst.Read(waarde);
        _onleesbaarJaar ??= jaar is null ? CsvMeldingen.SchooljaarOnleesbaar(rij.Kop(Csvkolom.Schooljaar), waarde) : null;
        return jaar == opdracht.Schooljaar ? null : jaar;
    }

    /// <summary>
    /// Whether a row is what stands below a list, such as <c>Totaal: 120</c> and <c>Afgedrukt op 1-11-2026</c>. Who has a name
    /// and a key beside it is a person, however odd the name.
    /// </summary>
    public static bool IsVoet(Rij rij) => rij.CountGevuld() <= MostOfVoet
        && rij.Gevuld().First() is var eerste && Voetwoorden.IsVoet(eerste)
        && !(HasOwnKey(rij, eerste) && (rij.Text(Csvkolom.Achternaam) + rij.Text(Csvkolom.Naam)).Any(char.IsLetter));

    private static bool HasOwnKey(Rij rij, string eerste) =>
        new[] { Csvkolom.Stamnummer, Csvkolom.Sleutel, Csvkolom.EckId, Csvkolom.IdGebr, Csvkolom.Email }
            .Select(rij.Text)
            .Any(sleutel => sleutel.Length > 0 && !string.Equals(sleutel, eerste, StringComparison.Ordinal));

    private static void Add<TKey>(SortedDictionary<TKey, List<int>> regels, TKey sleutel, Rij rij)
        where TKey : notnull
    {
        if (!regels.TryGetValue(sleutel, out var genoemd))
        {
            regels[sleutel] = genoemd = [];
        }

        genoemd.Add(rij.Nummer);
    }

    private Rijoordeel Skip(string reden, Rij rij)
    {
        if (!_overgeslagen.TryGetValue(reden, out var regels))
        {
            _overgeslagen[reden] = regels = [];
        }

        regels.Add(rij.Nummer);
        return Rijoordeel.Geen;
    }
}
