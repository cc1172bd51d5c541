using System.Xml.Serialization;

namespace Kurve.Numo.Benchmarks;

// Classes as a tool makes them from the UWLR schema, reduced to what the smalle set delivers. The serializer wants them
// public and mutable.
#pragma warning disable CA1819, SA1402, MA0048
[XmlRoot("Envelope", Namespace = "http://schemas.xmlsoap.org/soap/envelope/")]
public sealed class SoapEnvelope
{
    public SoapBody Body { get; set; } = null!;
}

public sealed class SoapBody
{
    [XmlElement("leerlinggegevens_antwoord", Namespace = UwlrXml.Namespace)]
    public LeerlinggegevensAntwoord Antwoord { get; set; } = null!;
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class LeerlinggegevensAntwoord
{
    [XmlElement("leerlinggegevens")]
    public LeerlinggegevensXml Gegevens { get; set; } = null!;
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class LeerlinggegevensXml
{
    [XmlElement("school")]
    public SchoolXml School { get; set; } = null!;

    [XmlElement("groepen")]
    public GroepenXml Groepen { get; set; } = null!;

    [XmlArray("leerlingen")]
    [XmlArrayItem("leerling")]
    public LeerlingXml[] Leerlingen { get; set; } = [];

    [XmlArray("leerkrachten")]
    [XmlArrayItem("leerkracht")]
    public LeerkrachtXml[] Leerkrachten { get; set; } = [];
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class SchoolXml
{
    [XmlElement("schooljaar")]
    public string Schooljaar { get; set; } = "";

    [XmlElement("brincode")]
    public string Brincode { get; set; } = "";

    [XmlElement("dependancecode")]
    public string Dependancecode { get; set; } = "";
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class GroepenXml
{
    [XmlElement("groep")]
    public GroepXml[]? Groep { get; set; }

    [XmlElement("samengestelde_groep")]
    public GroepXml[]? SamengesteldeGroep { get; set; }
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class GroepXml
{
    [XmlAttribute("key")]
    public string Key { get; set; } = "";

    [XmlElement("naam")]
    public string Naam { get; set; } = "";

    [XmlElement("jaargroep")]
    public string? Jaargroep { get; set; }
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class LeerlingXml
{
    [XmlAttribute("key")]
    public string? Key { get; set; }

    [XmlAttribute("eckid")]
    public string? EckId { get; set; }

    [XmlElement("achternaam")]
    public string? Achternaam { get; set; }

    [XmlElement("voorvoegsel")]
    public string? Voorvoegsel { get; set; }

    [XmlElement("roepnaam")]
    public string? Roepnaam { get; set; }

    [XmlElement("jaargroep")]
    public string? Jaargroep { get; set; }

    [XmlElement("groep")]
    public VerwijzingXml? Groep { get; set; }

    [XmlArray("samengestelde_groepen")]
    [XmlArrayItem("samengestelde_groep")]
    public VerwijzingXml[]? SamengesteldeGroepen { get; set; }
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class LeerkrachtXml
{
    [XmlAttribute("key")]
    public string? Key { get; set; }

    [XmlAttribute("eckid")]
    public string? EckId { get; set; }

    [XmlElement("achternaam")]
    public string? Achternaam { get; set; }

    [XmlElement("voorvoegsel")]
    public string? Voorvoegsel { get; set; }

    [XmlElement("roepnaam")]
    public string? Roepnaam { get; set; }

    [XmlElement("emailadres")]
    public string? Emailadres { get; set; }

    [XmlElement("groepen")]
    public LeerkrachtgroepenXml? Groepen { get; set; }
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class LeerkrachtgroepenXml
{
    [XmlElement("groep")]
    public VerwijzingXml[]? Groep { get; set; }

    [XmlElement("samengestelde_groep")]
    public VerwijzingXml[]? SamengesteldeGroep { get; set; }
}

[XmlType(Namespace = UwlrXml.Namespace)]
public sealed class VerwijzingXml
{
    [XmlAttribute("key")]
    public string Key { get; set; } = "";
}

internal static class UwlrXml
{
    public const string Namespace = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens";
}
#pragma warning restore CA1819, SA1402, MA0048
