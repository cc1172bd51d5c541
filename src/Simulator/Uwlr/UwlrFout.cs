using System.Text;
using System.Xml;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>A refusal in UWLR: a SOAP 1.1 fault.</summary>
/// <param name="Code">The local part of the fault code, such as <c>Client.AutorisatieOngeldig</c>.</param>
/// <param name="Tekst">What it says, in Dutch.</param>
/// <param name="Prefix">What stands before the colon; null leaves the prefix out.</param>
internal sealed record UwlrFout(string Code, string Tekst, string? Prefix = "s")
{
    private const string Soap = UwlrNamen.Soap;

    /// <summary>The data could not be composed.</summary>
    public static readonly UwlrFout InterneFout = new("Server.InterneFout", "Er is een interne fout opgetreden.");

    /// <summary>Not now; the one to try again.</summary>
    public static readonly UwlrFout TijdelijkNietBeschikbaar =
        new("Server.TijdelijkNietBeschikbaar", "De dienst is tijdelijk niet beschikbaar.");

    /// <summary>The header is missing or incomplete, or the key gives no access.</summary>
    public static readonly UwlrFout AutorisatieOngeldig =
        new("Client.AutorisatieOngeldig", "De autorisatie is ongeldig.");

    /// <summary>Wrong customer name or code.</summary>
    public static readonly UwlrFout OngeldigeKlantIdentificatie =
        new("Client.OngeldigeKlantIdentificatie", "De klantnaam of de klantcode is ongeldig.");

    /// <summary>A version that is not supported.</summary>
    public static readonly UwlrFout XsdVersieOngeldig =
        new("Client.XsdVersieOngeldig", "De opgegeven xsdversie wordt niet ondersteund.");

    /// <summary>WCF's answer to an action it does not know.</summary>
    public static readonly UwlrFout ActionNotSupported =
        new("ActionNotSupported", "The message cannot be processed at the receiver: unknown action.", "a");

    /// <summary>WCF's answer to an error inside the service.</summary>
    public static readonly UwlrFout InternalServiceFault =
        new("InternalServiceFault", "The server was unable to process the request due to an internal error.", "a");

    /// <summary>An error that repeats the key that it was sent, after so many characters.</summary>
    public static UwlrFout Echo(string sleutel, int after) =>
        InterneFout with { Tekst = new string('.', after) + sleutel };

    /// <summary>Not well-formed, or not as the schema wants it.</summary>
    public static UwlrFout OngeldigBericht(string reden) =>
        new("Client.OngeldigBericht", "Het bericht is ongeldig: " + reden);

    /// <summary>The whole SOAP message.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("s", "Envelope", Soap);
            xml.WriteStartElement("s", "Body", Soap);
            xml.WriteStartElement("s", "Fault", Soap);
            xml.WriteStartElement("faultcode");
            if (Prefix is not (null or "s"))
            {
                xml.WriteAttributeString("xmlns", Prefix, null, Prefix is "a" ? UwlrNamen.WcfDispatcher : Soap);
            }

            xml.WriteString(Prefix is null ? Code : Prefix + ":" + Code);
            xml.WriteEndElement();
            xml.WriteStartElement("faultstring");
            xml.WriteAttributeString("xml", "lang", null, "nl-NL");
            xml.WriteString(Tekst);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }
}

/// <summary>The namespaces of UWLR 2.2 and 2.3.</summary>
internal static class UwlrNamen
{
    /// <summary>SOAP 1.1.</summary>
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The pupils' data.</summary>
    public const string Leerlinggegevens = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens";

    /// <summary>The header.</summary>
    public const string Autorisatie = "http://www.edustandaard.nl/leerresultaten/2/autorisatie";

    /// <summary>WCF's own faults.</summary>
    public const string WcfDispatcher =
        "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
}
