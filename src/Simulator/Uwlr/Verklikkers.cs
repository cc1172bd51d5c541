using System.Globalization;
using System.Xml;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>Values that a reader must never take over: finding one of them afterwards shows that it was read.</summary>
public static class Verklikkers
{
    /// <summary>Date of birth, when the smalle set does not have it.</summary>
    public const string Geboortedatum = "1901-01-01";

    /// <summary>Gender.</summary>
    public const string Geslacht = "9";

    /// <summary>A pupil's e-mail address.</summary>
    public const string Emailadres = "niet-lezen@verklikker.voorbeeld.invalid";

    /// <summary>The last four digits of the citizen service number.</summary>
    public const string BsnOndwnr4 = "9876";

    /// <summary>A group that does not exist.</summary>
    public const string GroepKey = "BESTAAT-NIET";

    /// <summary>Text inside an element that no schema knows.</summary>
    public const string Onbekend = "NIET-LEZEN";

    private const int Depth = 20;

    /// <summary>Writes an unknown element, with familiar names deep inside.</summary>
    internal static void WriteUnknown(XmlWriter xml, string ns)
    {
        xml.WriteStartElement("x", "uitbreiding", "urn:voorbeeld:onbekend");
        for (var level = 0; level < Depth; level++)
        {
            xml.WriteStartElement("laag" + level.ToString(CultureInfo.InvariantCulture), ns);
        }

        xml.WriteElementString("achternaam", ns, Onbekend);
        xml.WriteStartElement("groep", ns);
        xml.WriteAttributeString("key", GroepKey);
        xml.WriteEndElement();
        for (var level = 0; level <= Depth; level++)
        {
            xml.WriteEndElement();
        }
    }
}
