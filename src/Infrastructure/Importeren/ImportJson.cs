using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren.Conflicten;

namespace Kurve.Numo.Infrastructure.Importeren;

/// <summary>
/// What a stored row holds: the person after, what changes, and the remarks. Absent members are null or empty.
/// </summary>
internal sealed record RegelJson
{
    public required PersoonJson Persoon { get; init; }

    public Veld Gewijzigd { get; init; }

    public IReadOnlyList<Veldwijziging>? Wijzigingen { get; init; }

    public IReadOnlyList<Melding>? Meldingen { get; init; }

    /// <summary>Of a held row, what would happen otherwise.</summary>
    public RegelSoort? Aangehouden { get; init; }

    /// <summary>When a school year changes, the name of the home class in the year before.</summary>
    public string? VorigeStamgroep { get; init; }

    /// <summary>All fields of the account that are locked.</summary>
    public Veld Vergrendeld { get; init; }

    public IReadOnlyList<Betrokkene>? Betrokken { get; init; }

    public IReadOnlyList<AfstandJson>? Afstanden { get; init; }

    /// <summary>The decision that the row follows.</summary>
    public Guid? Beslissing { get; init; }

    /// <summary>Of an account whose doelgroep changes, the one before; absent when there was none.</summary>
    public DoelgroepJson? VorigeDoelgroep { get; init; }

    public static RegelJson Of<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T> => new()
        {
            VorigeDoelgroep = (regel.Account?.Gegevens as LeerlingGegevens)?.Doelgroep is { } vorige
                && vorige != (regel.Gegevens as LeerlingGegevens)?.Doelgroep
                    ? new DoelgroepJson(vorige.Opleiding.Code, vorige.Leerjaar)
                    : null,
            Persoon = PersoonJson.Of(regel.Gegevens),
            Gewijzigd = regel.Gewijzigd,
            Aangehouden = regel.Aangehouden,
            VorigeStamgroep = regel.VorigeStamgroep,
            Wijzigingen = regel.Wijzigingen.Count == 0 ? null : regel.Wijzigingen,
            Meldingen = regel.Meldingen.Count == 0 ? null : regel.Meldingen,
            Vergrendeld = regel.Vergrendeld,
            Betrokken = regel.Betrokken.Count == 0 ? null : regel.Betrokken,
            Afstanden = regel.Afstanden.Count == 0 ? null : [.. regel.Afstanden.Select(AfstandJson.Of)],
            Beslissing = regel.Beslissing?.Id.Value,
        };
}

/// <summary>A doelgroep as stored in a row.</summary>
internal sealed record DoelgroepJson(string Opleiding, int Leerjaar)
{
    /// <summary>The doelgroep; null when the catalogue no longer has it.</summary>
    public Doelgroep? ToDoelgroep(Opleidingscatalogus catalogus) =>
        catalogus.Find(Opleiding) is { } opleiding ? new Doelgroep(opleiding, Leerjaar) : null;
}

/// <summary>A leerling or docent as stored in a row.</summary>
internal sealed record PersoonJson
{
    public required string Vestiging { get; init; }

    public string? EckId { get; init; }

    public string? UwlrKey { get; init; }

    public string? Stamnummer { get; init; }

    public string? IdGebr { get; init; }

    public string? Roepnaam { get; init; }

    public string? Voorvoegsel { get; init; }

    public string? Achternaam { get; init; }

    public string? Email { get; init; }

    public int? Leerjaar { get; init; }

    public string? Opleidingscode { get; init; }

    public string? Opleiding { get; init; }

    public int? DoelgroepLeerjaar { get; init; }

    public SleutelJson? Stamgroep { get; init; }

    public SleutelJson[]? Groepen { get; init; }

    [JsonIgnore]
    public string Naam => ToDocent().Naam;

    /// <summary>The strongest key; null when there is none.</summary>
    [JsonIgnore]
    public string? Sleutel => EckId ?? UwlrKey ?? Stamnummer ?? IdGebr;

    public static PersoonJson Of(Persoonsgegevens gegevens)
    {
        var leerling = gegevens as LeerlingGegevens;
        return new PersoonJson
        {
            Vestiging = gegevens.Vestiging.Value,
            EckId = gegevens.EckId?.Value,
            UwlrKey = gegevens.UwlrKey,
            Stamnummer = leerling?.Stamnummer?.Value,
            IdGebr = leerling?.IdGebr,
            Roepnaam = gegevens.Roepnaam,
            Voorvoegsel = gegevens.Voorvoegsel,
            Achternaam = gegevens.Achternaam,
            Email = (gegevens as DocentGegevens)?.Email,
            Leerjaar = leerling?.Leerjaar,
            Opleidingscode = leerling?.Opleidingscode,
            Opleiding = leerling?.Doelgroep?.Opleiding.Code,
            DoelgroepLeerjaar = leerling?.Doelgroep?.Leerjaar,
            Stamgroep = leerling?.Stamgroep is { } stamgroep ? SleutelJson.Of(stamgroep) : null,
            Groepen = gegevens.Groepen.IsEmpty ? null : [.. gegevens.Groepen.Select(SleutelJson.Of)],
        };
    }

    public Doelgroep? ToDoelgroep(Opleidingscatalogus catalogus) =>
        catalogus.Find(Opleiding) is { } opleiding && DoelgroepLeerjaar is { } leerjaar
            ? new Doelgroep(opleiding, leerjaar)
            : null;

    public LeerlingGegevens ToLeerling(Opleidingscatalogus catalogus) => new()
    {
        Vestiging = Vestigingsnummer.Hydrate(Vestiging),
        EckId = EckId is null ? null : Domain.Shared.EckId.Hydrate(EckId),
        UwlrKey = UwlrKey,
        Stamnummer = Stamnummer is null ? null : Domain.Shared.Stamnummer.Hydrate(Stamnummer),
        IdGebr = IdGebr,
        Roepnaam = Roepnaam,
        Voorvoegsel = Voorvoegsel,
        Achternaam = Achternaam,
        Leerjaar = Leerjaar,
        Opleidingscode = Opleidingscode,
        Doelgroep = ToDoelgroep(catalogus),
        Stamgroep = Stamgroep?.ToSleutel(),
        Groepen = ToGroepen(),
    };

    public DocentGegevens ToDocent() => new()
    {
        Vestiging = Vestigingsnummer.Hydrate(Vestiging),
        EckId = EckId is null ? null : Domain.Shared.EckId.Hydrate(EckId),
        UwlrKey = UwlrKey,
        Roepnaam = Roepnaam,
        Voorvoegsel = Voorvoegsel,
        Achternaam = Achternaam,
        Email = Email,
        Groepen = ToGroepen(),
    };

    private ImmutableArray<Groepsleutel> ToGroepen() => Groepen is null ? [] : [.. Groepen.Select(g => g.ToSleutel())];
}

/// <summary>A groep's key as stored: vestiging and key in one text, <c>00/1A</c>.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct SleutelJson(string Text)
{
    public static SleutelJson Of(Groepsleutel sleutel) => new(sleutel.ToString());

    public Groepsleutel ToSleutel() => new(Vestigingsnummer.Hydrate(Text[..2]), Text[3..]);

    internal sealed class Converter : JsonConverter<SleutelJson>
    {
        public override SleutelJson Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, SleutelJson value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}

/// <summary>A groep's change as stored with the run.</summary>
internal sealed record GroepsregelJson(
    RegelSoort RegelSoort, Guid? Id, SleutelJson Sleutel, Groepsoort Soort, string Naam, int? Leerjaar)
{
    public static GroepsregelJson Of(Groepsregel regel) => new(
        regel.Soort,
        regel.Id?.Value,
        SleutelJson.Of(regel.Gegevens.Sleutel),
        regel.Gegevens.Soort,
        regel.Gegevens.Naam,
        regel.Gegevens.Leerjaar);

    public Groepsregel ToGroepsregel() => new(
        RegelSoort,
        Id is { } id ? new GroepId(id) : null,
        new GroepGegevens(Sleutel.ToSleutel(), Soort, Naam, Leerjaar));
}

/// <summary>Reads and writes what imports store as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(SchooljaarConverter), typeof(VestigingsnummerConverter)])]
[JsonSerializable(typeof(RegelJson))]
[JsonSerializable(typeof(BeslissingJson))]
[JsonSerializable(typeof(GroepsregelJson[]))]
[JsonSerializable(typeof(Uitkomst))]
[JsonSerializable(typeof(IReadOnlyList<Fasevoortgang>))]
[JsonSerializable(typeof(Verloop))]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(Kolomkeuze[]))]
internal sealed partial class ImportJson : JsonSerializerContext;
