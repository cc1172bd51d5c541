using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

/// <summary>Holds over any file, however its fields look.</summary>
[Properties(Arbitrary = [typeof(CsvAanleveringProperties)], MaxTest = 300)]
public sealed class CsvAanleveringProperties
{
    private static readonly string[] Koppen =
        ["rol", "vestiging", "stamnummer", "sleutel", "roepnaam", "achternaam", "leerjaar", "opleidingscode", "klas", "groepen"];

    private static readonly string[] Waarden =
    [
        "", " ", "leerling", "docent", "00", "1", "007", "12", "12", "34", "1,23E+05", "1-feb", "#N/B", "Noor", "Voorbeeld",
        "noor", "H4", "H9", "4", "9", "1A", "1a", "wis|en", "'=x", "\u200B12", "a\nb", "stamnummer",
    ];

    public static Arbitrary<Csvblad> Bladen() => (
        from rijen in Gen.ListOf(Gen.ArrayOf(Gen.Elements(Waarden), Koppen.Length), 12)
        from breedtes in Gen.ArrayOf(Gen.Choose(0, Koppen.Length), 12)
        select Bestand.Of(
            [Koppen, .. rijen.Select((rij, i) => breedtes[i] < 3 ? rij[..(rij.Length - breedtes[i])] : rij)])).ToArbitrary();

    [Property]
    public void Reading_never_throws_and_the_plan_has_only_people_with_a_key_and_a_name(Csvblad blad)
    {
        if (Plan(blad) is { } plan)
        {
            plan.Leerlingen.Where(r => r.Soort == RegelSoort.Nieuw)
                .Should().NotContain(r => !r.Gegevens.Sleutels.Any() || r.Gegevens.Naam.Length == 0);
        }
    }

    [Property]
    public void No_value_that_a_spreadsheet_damaged_becomes_a_key_or_a_groep(Csvblad blad)
    {
        if (blad.Read() is not { IsOk: true, Value: var aanlevering })
        {
            return;
        }

        string[] damaged = ["1,23E+05", "1-feb", "#N/B"];
        aanlevering.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Select(s => s.Waarde).Should().NotContain(damaged);
        aanlevering.Groepen.Select(g => g.Naam).Should().NotContain(damaged);
    }

    [Property]
    public void Every_usable_row_is_of_exactly_one_person_or_one_reason_to_skip(Csvblad blad)
    {
        if (blad.Read() is not { IsOk: true, Value: var aanlevering })
        {
            return;
        }

        var rapport = aanlevering.Csv!;
        (aanlevering.Leerlingen.Count + aanlevering.Docenten.Count + rapport.OvergeslagenRegels)
            .Should().BeLessThanOrEqualTo(rapport.Regels);
        (rapport.Regels + rapport.LegeRegels).Should().Be(blad.Regels.Count - 1);
    }

    [Property]
    public void The_order_of_rows_does_not_change_who_is_rejected(Csvblad blad)
    {
        var reversed = blad with { Regels = [blad.Regels[0], .. blad.Regels.Skip(1).Reverse()] };

        Rejected(Plan(reversed)).Should().BeEquivalentTo(Rejected(Plan(blad)));
    }

    private static IEnumerable<string> Rejected(ImportPlan? plan) => plan is null
        ? []
        : plan.Leerlingen.Where(r => r.Soort == RegelSoort.Afgekeurd).Select(r => r.Gegevens.Stamnummer?.Canoniek ?? "").Distinct();

    private static ImportPlan? Plan(Csvblad blad)
    {
        var read = blad.Read();
        return read.IsOk
            ? ImportPlanner.Plan(
                Schoolstand.Leeg, Groepsherkenning.Match(read.Value, Schoolstand.Leeg), LeerlingBuilder.Kader)
            : null;
    }
}
