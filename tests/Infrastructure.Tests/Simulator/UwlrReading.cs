using System.Xml.Linq;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>Reads good UWLR answers in the plainest way, independent of the product's reader.</summary>
internal static class UwlrReading
{
    private static readonly XNamespace Lg = SimulatorFixture.Lg;

    public static List<XElement> LeerlingenOf(XElement antwoord) => [.. antwoord.Descendants(Lg + "leerling")];

    public static List<XElement> LeerkrachtenOf(XElement antwoord) => [.. antwoord.Descendants(Lg + "leerkracht")];

    public static List<string> EckIdsOf(XElement antwoord) =>
        [.. antwoord.Descendants().Attributes("eckid").Select(a => a.Value)];

    public static List<string> KeysOf(IEnumerable<XElement> persons) =>
        [.. persons.Attributes("key").Select(a => a.Value)];

    /// <summary>The keys of all groups, of both kinds.</summary>
    public static List<string> GroupKeysOf(XElement antwoord) => KeysOf(
        antwoord.Element(Lg + "leerlinggegevens")!.Element(Lg + "groepen")!.Elements());

    /// <summary>All references to groups by pupils and teachers.</summary>
    public static List<string> GroupReferencesOf(XElement antwoord) =>
    [
        .. LeerlingenOf(antwoord).Concat(LeerkrachtenOf(antwoord)).Descendants()
            .Where(e => e.Name == Lg + "groep" || e.Name == Lg + "samengestelde_groep")
            .Select(e => e.Attribute("key")!.Value),
    ];

    public static string? Field(XElement person, string name) => person.Element(Lg + name)?.Value;

    /// <summary>What a person is like, without the order in which fields stand.</summary>
    public static string ClassOf(XElement leerling) => leerling.Element(Lg + "groep")!.Attribute("key")!.Value;

    public static (string? Achternaam, string? Voorvoegsel, string? Roepnaam) NameOf(XElement person) =>
        (Field(person, "achternaam"), Field(person, "voorvoegsel"), Field(person, "roepnaam"));
}
