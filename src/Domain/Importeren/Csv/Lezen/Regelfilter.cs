using System.Globalization;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Tells which rows are no person to import, and counts them by reason.</summary>
internal sealed class Regelfilter(Csvopdracht opdracht)
{
    private static readonly string[] Datumvormen =
        ["d-M-yyyy", "yyyy-M-d", "d/M/yyyy", "yyyyMMdd", "d-M-yyyy H:mm:ss", "yyyy-M-d H:mm:ss", "d-M-yyyy H:mm"];

    private readonly Dictionary<string, List<int>> _overgeslagen = new(StringComparer.Ordinal);

    /// <summary>Rows that hold nothing.</summary>
    public int Leeg { get; private set; }

    /// <summary>Rows that were skipped for another reason.</summary>
    public int Overgeslagen => _overgeslagen.Values.Sum(regels => regels.Count);

    /// <summary>What is to be said of the rows that were skipped.</summary>
    public IEnumerable<Melding> ToMeldingen() =>
        _overgeslagen.Select(o => CsvMeldingen.RegelsOvergeslagen(o.Key, o.Value));

    /// <summary>Whether the row is a leerling, a docent, or neither.</summary>
    public Csvrol Judge(Rij rij)
    {
        if (rij.IsLeeg())
        {
            Leeg++;
            return Csvrol.Geen;
        }

        if (rij.IsKop())
        {
            return Skip("dit is de kopregel nog een keer", rij);
        }

        if (IsGearchiveerd(rij.Text(Csvkolom.Status)))
        {
            return Skip("volgens de kolom status niet meer actief", rij);
        }

        return IsUitgeschreven(rij) ? Skip("de einddatum is voorbij", rij) : ReadRol(rij);
    }

    private Csvrol ReadRol(Rij rij) => rij.Text(Csvkolom.Rol).ToLowerInvariant() switch
    {
        "" => opdracht.IsDocenten ? Csvrol.Docent : Csvrol.Leerling,
        "leerling" or "leerlingen" or "student" or "deelnemer" or "pupil" or "learner" or "lln" => Csvrol.Leerling,
        "docent" or "docenten" or "leraar" or "leerkracht" or "teacher" or "mentor" or "medewerker" or "personeel"
            or "staff" or "faculty" or "instructor" => Csvrol.Docent,
        _ => Skip("de rol is geen leerling en geen docent", rij),
    };

    private static bool IsGearchiveerd(string status) => status.ToLowerInvariant() is "gearchiveerd" or "archived"
        or "inactief" or "inactive" or "nee" or "no" or "false" or "onwaar" or "0" or "uitgeschreven" or "vertrokken";

    private bool IsUitgeschreven(Rij rij)
    {
        foreach (var (kop, waarde) in rij.All(Csvkolom.Einddatum))
        {
            if (waarde.Length == 0)
            {
                continue;
            }

            if (!DateTime.TryParseExact(
                waarde, Datumvormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var einde))
            {
                rij.Meldingen.Add(CsvMeldingen.DatumOnleesbaar(rij.Nummer, kop, waarde));
            }
            else if (DateOnly.FromDateTime(einde) < opdracht.Vandaag)
            {
                return true;
            }
        }

        return false;
    }

    private Csvrol Skip(string reden, Rij rij)
    {
        if (!_overgeslagen.TryGetValue(reden, out var regels))
        {
            _overgeslagen[reden] = regels = [];
        }

        regels.Add(rij.Nummer);
        return Csvrol.Geen;
    }
}

/// <summary>What kind of person a row is about.</summary>
internal enum Csvrol
{
    /// <summary>Nobody to import.</summary>
    Geen,

    /// <summary>Pupil.</summary>
    Leerling,

    /// <summary>Teacher.</summary>
    Docent,
}
