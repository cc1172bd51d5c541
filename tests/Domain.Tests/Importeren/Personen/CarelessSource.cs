using System.Globalization;
using System.Text;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

/// <summary>
/// A school whose administration makes mistakes: numbers are used again, swapped and shifted, keys change and go to others,
/// names change and lose letters, placeholders stand for numbers, and ECK iDs come and go. It knows who is who.
/// </summary>
internal sealed class CarelessSource
{
    private const int Most = 60;
    private const string Consonants = "bdfgklmnprst";
    private const string Vowels = "aeiou";

    private readonly Random _random;
    private readonly List<Pupil> _pupils = [];
    private readonly List<string> _freeNumbers = [];
    private readonly List<string> _freeKeys = [];
    private int _next;

    public CarelessSource(Random random)
    {
        _random = random;
        for (var i = 0; i < Most / 2; i++)
        {
            Enrol();
        }
    }

    /// <summary>What is delivered on the next day, in any order; with who each of them is.</summary>
    public IReadOnlyList<(int Who, Aangeleverd<LeerlingGegevens> Persoon)> NextDay()
    {
        for (var changes = _random.Next(4); changes > 0; changes--)
        {
            Change();
        }

        var delivered = _pupils.Where(p => p.IsEnrolled).Select(p => p with { }).ToList();
        Spoil(delivered);
        var personen = delivered.Select(p => (p.Who, Persoon: Deliver(p))).ToArray();
        _random.Shuffle(personen);
        return personen;
    }

    private void Change()
    {
        var pupil = _pupils[_random.Next(_pupils.Count)];
        switch (_random.Next(9))
        {
            case 0 or 1 when _pupils.Count(p => p.IsEnrolled) < Most:
                Enrol();
                break;
            case 2 when pupil.IsEnrolled:
                pupil.IsEnrolled = false;
                _freeNumbers.Add(pupil.Number);
                _freeKeys.Add(pupil.Key);
                break;
            case 3 when !pupil.IsEnrolled:
                pupil.IsEnrolled = true;
                pupil.Number = _freeNumbers.Remove(pupil.Number) ? pupil.Number : Fresh("");
                pupil.Key = _freeKeys.Remove(pupil.Key) ? pupil.Key : Fresh("L");
                break;
            case 4:
                pupil.Achternaam = Name();
                break;
            case 5:
                pupil.Roepnaam = Name();
                break;
            case 6:
                _freeKeys.Add(pupil.Key);
                pupil.Key = Fresh("L");
                break;
            case 7:
                pupil.EckId = pupil.EckId is null ? Fresh("eck-") : null;
                break;
            default:
                pupil.Voorvoegsel = pupil.Voorvoegsel is null ? "van der" : null;
                break;
        }
    }

    private void Enrol() => _pupils.Add(new Pupil(_pupils.Count)
    {
        Roepnaam = Name(),
        Achternaam = Name(),
        Number = Take(_freeNumbers) ?? Fresh(""),
        Key = Take(_freeKeys) ?? Fresh("L"),
        EckId = _random.Next(2) == 0 ? Fresh("eck-") : null,
    });

    /// <summary>Mistakes of one day.</summary>
    private void Spoil(List<Pupil> delivered)
    {
        var wrong = new HashSet<Pupil>(ReferenceEqualityComparer.Instance);
        switch (_random.Next(12))
        {
            case 0:
                var (one, other) = (delivered[_random.Next(delivered.Count)], delivered[_random.Next(delivered.Count)]);
                (one.Number, other.Number) = (other.Number, one.Number);
                wrong.UnionWith([one, other]);
                break;
            case 1:
                var numbers = delivered.Select(p => p.Number).ToArray();
                for (var i = 0; i < delivered.Count; i++)
                {
                    delivered[i].Number = numbers[(i + 1) % numbers.Length];
                }

                wrong.UnionWith(delivered);
                break;
            case 2:
                foreach (var pupil in delivered.Where(_ => _random.Next(6) == 0))
                {
                    pupil.Number = "0";
                    wrong.Add(pupil);
                }

                break;
            case 3:
                delivered.ForEach(p => p.EckId = null);
                break;
            case 4:
                delivered.Add(delivered[_random.Next(delivered.Count)] with { });
                break;
            default:
                break;
        }

        // How a name is written says who it is of; where the number is wrong as well, nobody could tell.
        foreach (var pupil in delivered.Where(p => !wrong.Contains(p) && _random.Next(10) == 0))
        {
            Misspell(pupil);
        }
    }

    private void Misspell(Pupil pupil) => (pupil.Roepnaam, pupil.Voorvoegsel, pupil.Achternaam) = _random.Next(5) switch
    {
        0 => (pupil.Roepnaam.ToUpperInvariant(), pupil.Voorvoegsel, pupil.Achternaam.ToUpperInvariant()),
        1 => (pupil.Roepnaam, null, $"{pupil.Voorvoegsel} {pupil.Achternaam}".Trim()),
        2 => ($"{pupil.Roepnaam[0]}.", pupil.Voorvoegsel, pupil.Achternaam),
        3 => (pupil.Roepnaam.Replace('e', '?'), pupil.Voorvoegsel, pupil.Achternaam.Replace('a', SourceText.LostLetter)),
        _ => (pupil.Roepnaam, pupil.Voorvoegsel, $"{pupil.Achternaam}-{Name()}"),
    };

    private static Aangeleverd<LeerlingGegevens> Deliver(Pupil pupil) => new(
        new LeerlingGegevens
        {
            Vestiging = Vestigingsnummer.Hoofd,
            EckId = pupil.EckId is { } eckId ? EckId.Hydrate(eckId) : null,
            UwlrKey = pupil.Key,
            Stamnummer = Stamnummer.Hydrate(pupil.Number),
            Roepnaam = pupil.Roepnaam,
            Voorvoegsel = pupil.Voorvoegsel,
            Achternaam = pupil.Achternaam,
            Leerjaar = 1,
        },
        Veld.Vestiging | Veld.UwlrKey | Veld.Stamnummer | Veld.Roepnaam | Veld.Voorvoegsel | Veld.Achternaam | Veld.Leerjaar
            | (pupil.EckId is null ? Veld.Geen : Veld.EckId),
        []);

    /// <summary>A name that nobody of the school has or resembles.</summary>
    private string Name()
    {
        while (true)
        {
            var name = new StringBuilder();
            for (var i = 0; i < 4; i++)
            {
                name.Append(Consonants[_random.Next(Consonants.Length)]).Append(Vowels[_random.Next(Vowels.Length)]);
            }

            name[0] = char.ToUpperInvariant(name[0]);
            var person = new LeerlingGegevens { Achternaam = name.ToString() };
            if (_pupils.TrueForAll(p => NameComparison.AreOthers(
                new LeerlingGegevens { Achternaam = p.Roepnaam }, person)
                && NameComparison.AreOthers(new LeerlingGegevens { Achternaam = p.Achternaam }, person)))
            {
                return name.ToString();
            }
        }
    }

    private string? Take(List<string> free)
    {
        if (free.Count == 0 || _random.Next(2) == 0)
        {
            return null;
        }

        var taken = free[_random.Next(free.Count)];
        free.Remove(taken);
        return taken;
    }

    private string Fresh(string prefix) => prefix + (1000 + ++_next).ToString(CultureInfo.InvariantCulture);

    private sealed record Pupil(int Who)
    {
        public bool IsEnrolled { get; set; } = true;

        public required string Roepnaam { get; set; }

        public string? Voorvoegsel { get; set; }

        public required string Achternaam { get; set; }

        public required string Number { get; set; }

        public required string Key { get; set; }

        public string? EckId { get; set; }
    }
}
