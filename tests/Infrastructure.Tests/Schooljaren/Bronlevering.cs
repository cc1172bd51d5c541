using System.Text;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>
/// Delivers what a school means to say as schools really send it: with dirt that changes nothing of what is true.
/// </summary>
internal sealed class Bronlevering(Keuzeschool school, Schoolwereld wereld, Random random)
{
    // The key by which somebody was delivered last together with the ECK iD; only by that one is it known without.
    private readonly Dictionary<int, string> _keys = [];

    /// <summary>Changes what is delivered and not what is meant: a source that lies.</summary>
    public Action<List<LeerlingGegevens>>? Lie { get; init; }

    /// <summary>What a source without leerlingen says.</summary>
    public BronInhoud Leeg { get; init; } = BronInhoud.GeenGegevens;

    /// <param name="nu">What is meant of the school year that has begun.</param>
    /// <param name="straks">The same of the next; null when there is nothing yet.</param>
    /// <param name="dubbel">The number of a pupil that is delivered twice, as with two enrolments; null for none.</param>
    public void Deliver(Bronbeeld nu, Bronbeeld? straks, int? dubbel)
    {
        school.Leeg = Leeg;
        foreach (var klas in wereld.Klassen.Concat(wereld.StraksKlassen))
        {
            school.Klasnamen[klas.Key] = klas.Naam;
        }

        Replace(school.Leerlingen, Rows(nu, isStraks: false));
        school.Volgend = straks is null ? null : [.. Rows(straks, isStraks: true)];
        school.Leerlingen.AddRange(school.Leerlingen.Where(l => l.UwlrKey == KeyOf(nu, dubbel)).ToList());
        Lie?.Invoke(school.Leerlingen);
        Replace(school.Docenten, nu.Leraren.Select(l => Keuzeschool.Docent(l.Key) with
        {
            Groepen = [.. l.Value.Select(k => Sleutel(k)!.Value).Order()],
        }));
        ChangeNumbers(nu);
    }

    private List<LeerlingGegevens> Rows(Bronbeeld beeld, bool isStraks)
    {
        if (beeld.IsLeeg)
        {
            return [];
        }

        var withoutEckId = beeld.Leerlingen.Keys.ElementAtOrDefault(random.Next(3 * beeld.Leerlingen.Count));
        var rows = beeld.Leerlingen.Select(l => Row(l.Key, l.Value, l.Key == withoutEckId)).ToList();
        foreach (var persoon in wereld.Personen.Where(p => beeld.Leerlingen.ContainsKey(p.Nummer)))
        {
            persoon.IsZonderEckId = persoon.Nummer == withoutEckId || (isStraks && persoon.IsZonderEckId);
            _keys[persoon.Nummer] = persoon.Key;
        }

        return Shuffle(rows);
    }

    private LeerlingGegevens Row(int nummer, Bronregel regel, bool withoutEckId) => Keuzeschool.Leerling(nummer) with
    {
        EckId = withoutEckId && _keys.GetValueOrDefault(nummer) == regel.Key ? null : Keuzeschool.Leerling(nummer).EckId,
        UwlrKey = regel.Key,
        Roepnaam = Soil(regel.Roepnaam),
        Voorvoegsel = random.Next(4) == 0 ? "" : null,
        Achternaam = Soil(regel.Achternaam),
        Leerjaar = regel.Leerjaar,
        Stamgroep = Sleutel(regel.Klas),
    };

    // Other spaces, and the same letters in another form.
    private string Soil(string naam) => random.Next(150) switch
    {
        0 => naam.Replace(" ", "  ", StringComparison.Ordinal),
        1 => naam.Normalize(NormalizationForm.FormD),
        2 => $" {naam} ",
        _ => naam,
    };

    // Numbers with zeros before them, as the web service has them; and one that is not there at all.
    private void ChangeNumbers(Bronbeeld nu)
    {
        school.Stamnummers.Clear();
        foreach (var regel in nu.Leerlingen.Values)
        {
            switch (random.Next(60))
            {
                case 0:
                    school.Stamnummers[regel.Key] = $"000{regel.Key}";
                    break;
                case 1:
                    school.Stamnummers[regel.Key] = $"niet-{regel.Key}";
                    break;
            }
        }
    }

    private List<LeerlingGegevens> Shuffle(List<LeerlingGegevens> rows)
    {
        for (var i = rows.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (rows[i], rows[j]) = (rows[j], rows[i]);
        }

        return rows;
    }

    private static string? KeyOf(Bronbeeld beeld, int? nummer) =>
        nummer is { } known ? beeld.Leerlingen.GetValueOrDefault(known)?.Key : null;

    private static Groepsleutel? Sleutel(Klas? klas) =>
        klas is null ? null : new Groepsleutel(Vestigingsnummer.Hoofd, klas.Key);

    private static void Replace<T>(List<T> list, IEnumerable<T> items)
    {
        list.Clear();
        list.AddRange(items);
    }
}
