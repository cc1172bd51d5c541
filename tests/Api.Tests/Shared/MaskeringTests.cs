using Google.Protobuf.Reflection;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

public sealed class MaskeringTests
{
    /// <summary>Names and keys of something else than a person.</summary>
    private static readonly string[] OfNobody =
    [
        "School.naam", "Sync.naam", "KoppelingRegel.naam", "Groep.naam", "Groepverwijzing.naam", "Opleiding.naam",
        "Vaardigheid.naam", "Koppelkolom.naam", "Kolomindeling.naam", "Leerplan.naam", "Herkomst.naam",
        "Schooljaarwissel.naam",
    ];

    private static readonly HashSet<string> NamesOfPersons = new(StringComparer.Ordinal)
    {
        "naam", "roepnaam", "voorvoegsel", "achternaam", "email", "eck_id", "uwlr_key", "stamnummer", "id_gebr",
        "sleutel", "waarde", "oud", "nieuw", "adres",
    };

    private static MessageDescriptor[] Messages { get; } = [.. Contract.Files.SelectMany(file => file.MessageTypes)];

    [Fact]
    public void Every_field_that_is_called_as_one_of_a_person_is_marked_or_known_to_be_of_nobody() =>
        Messages
            .Where(message => !message.Name.EndsWith("Request", StringComparison.Ordinal))
            .SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => field.FieldType == FieldType.String
                && NamesOfPersons.Contains(field.Name)
                && Maskering.Of(field) == Persoonsgegeven.Unspecified)
            .Select(field => $"{field.ContainingType.Name}.{field.Name}")
            .Should().BeEquivalentTo(OfNobody);

    [Fact]
    public void Only_texts_are_marked() => Messages
        .SelectMany(message => message.Fields.InDeclarationOrder())
        .Where(field => Maskering.Of(field) != Persoonsgegeven.Unspecified)
        .Should().HaveCountGreaterThan(20).And.OnlyContain(
            field => field.FieldType == FieldType.String && !field.IsRepeated && !field.IsMap);

    [Fact]
    public void Of_a_person_the_first_characters_stay_and_the_message_itself_is_left_alone()
    {
        var answer = new ListLeerlingenResponse
        {
            Leerlingen =
            {
                new Leerling
                {
                    Id = "id", Roepnaam = "Noor", Achternaam = "😀Voorbeeld", Stamnummer = "001234", Leerjaar = 3,
                    Stamgroep = new Groepverwijzing { Naam = "3H2" },
                },
            },
        };
        var before = answer.Clone();

        var masked = Maskering.ToMasked(answer).Leerlingen.Single();

        masked.Should().Be(new Leerling
        {
            Id = "id",
            Roepnaam = "N***",
            Achternaam = "😀***",
            Stamnummer = "0***",
            Leerjaar = 3,
            Stamgroep = new Groepverwijzing { Naam = "3H2" },
        });
        answer.Should().Be(before);
    }

    [Theory]
    [InlineData("achternaam", "V***")]
    [InlineData("email", "V***")]
    [InlineData("stamgroep", "Voorbeeld")]
    [InlineData("doelgroep", "Voorbeeld")]
    public void A_changed_value_is_masked_when_its_field_tells_who_somebody_is(string veld, string shown)
    {
        var wijziging = new Veldwijziging { Veld = veld, Oud = "Voorbeeld" };

        Maskering.ToMasked(new ImportRegel { Wijzigingen = { wijziging } }).Wijzigingen.Single().Should().Be(new Veldwijziging { Veld = veld, Oud = shown });
    }

    [Theory]
    [InlineData("Regel 3, kolom 'nr. 1': '1,23E+05' is ingekort.", "Regel 3, kolom 'nr. 1': '1***' is ingekort.")]
    [InlineData("Regel 3: leerjaar 'd'Aquin' is geen getal.", "Regel 3: leerjaar 'd***' is geen getal.")]
    [InlineData("Opleidingscode 'XYZ9' is onbekend.", "Opleidingscode 'XYZ9' is onbekend.")]
    [InlineData("Groep '3H2' is dubbel: 'Noor', 'Sem'", "Groep '3H2' is dubbel: 'N***', 'S***'")]
    [InlineData("De foto's en auto's van school.", "De foto's en auto's van school.")]
    public void What_a_melding_quotes_is_masked_but_for_columns_codes_and_groepen(string tekst, string shown) =>
        Maskering.ToMasked(new Melding { Code = "X", Tekst = tekst }).Tekst.Should().Be(shown);

    [Fact]
    public void The_name_of_a_file_and_heads_of_columns_that_nobody_knows_are_masked()
    {
        var run = new ImportRun { Bestandsnaam = "Leerlingen van Noor.csv" };
        var rapport = new Csvrapport
        {
            Kolommen =
            {
                new Csvkolomkeuze { Kop = "Achternaam", Kolom = Csvkolom.Achternaam },
                new Csvkolomkeuze { Kop = "Noor Voorbeeld" },
            },
        };

        Maskering.ToMasked(run).Bestandsnaam.Should().Be("L***");
        Maskering.ToMasked(rapport).Kolommen.Select(kolom => kolom.Kop).Should().Equal("Achternaam", "N***");
    }

    [Fact]
    public void Every_message_can_be_masked_whatever_is_in_it()
    {
        foreach (var descriptor in Messages)
        {
            var filled = FilledMessage.Of(descriptor, depth: 3);

            var mask = () => Maskering.Apply(filled);

            mask.Should().NotThrow(descriptor.Name);
        }
    }
}
