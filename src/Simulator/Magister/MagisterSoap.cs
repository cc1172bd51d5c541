using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>
/// The SOAP 1.1 rpc/encoded form. Requests and the answer of <c>Login</c> are as a public client uses them; how a
/// table is written is not known, so it is an option (<see cref="SoapTabel"/>).
/// </summary>
internal static class MagisterSoap
{
    private const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Encoding = "http://schemas.xmlsoap.org/soap/encoding/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xsd = "http://www.w3.org/2001/XMLSchema";
    private const string ServicePrefix = "urn:MediusServer_Soap-";

    /// <summary>Reads a call; null when it is not one of this service.</summary>
    /// <param name="stream">The message.</param>
    /// <param name="service">The service in the address, such as <c>Data</c>.</param>
    /// <param name="soapAction">The SOAPAction header.</param>
    public static MagisterVraag? Read(Stream stream, string service, string soapAction)
    {
        XElement? method;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(stream, settings);
            XNamespace soap = Soap;
            var envelope = XDocument.Load(reader).Root;
            method = envelope?.Name == soap + "Envelope"
                ? envelope.Element(soap + "Body")?.Elements().FirstOrDefault()
                : null;
        }
        catch (XmlException)
        {
            return null;
        }

        if (method is null
            || !string.Equals(method.Name.NamespaceName, ServicePrefix + service, StringComparison.Ordinal)
            || !string.Equals(
                soapAction.Trim('"'), $"{ServicePrefix}{service}#{method.Name.LocalName}", StringComparison.Ordinal))
        {
            return null;
        }

        var argumenten = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in method.Elements().Where(e => e.Name.Namespace == XNamespace.None))
        {
            argumenten[argument.Name.LocalName] = argument.Value;
        }

        return new MagisterVraag(service, method.Name.LocalName, argumenten);
    }

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(
        Stream target,
        MagisterVraag vraag,
        MagisterAntwoord antwoord,
        IEnumerable<MagisterRij> rijen,
        (MagisterVorm Vorm, SoapTabel Tabel) vorm,
        CancellationToken ct)
    {
        using var uitvoer = new XmlUitvoer(target, vorm.Vorm.Encoding, vorm.Vorm.Declaration);
        var xml = uitvoer.Xml;
        Open(xml);
        if (antwoord is MagisterAntwoord.Uitzondering uitzondering)
        {
            WriteFault(xml, uitzondering.Klasse + ": " + uitzondering.Bericht);
        }
        else
        {
            xml.WriteStartElement("NS1", vraag.Function + "Response", ServicePrefix + vraag.Library);
            if (antwoord is MagisterAntwoord.Lijst)
            {
                WriteTyped(xml, "Result", "xsd:boolean", "True");
                await WriteTableAsync(uitvoer, rijen, vorm, ct);
            }
            else
            {
                WriteSmall(xml, antwoord);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        await uitvoer.FinishAsync(ct);
    }

    /// <summary>A message that says that the request was not understood.</summary>
    public static async Task WriteFaultAsync(Stream target, string tekst, CancellationToken ct)
    {
        using var uitvoer = new XmlUitvoer(target, MagisterVorm.Goed.Encoding, declaration: true);
        Open(uitvoer.Xml);
        WriteFault(uitvoer.Xml, tekst);
        uitvoer.Xml.WriteEndDocument();
        await uitvoer.FinishAsync(ct);
    }

    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("SOAP-ENV", "Envelope", Soap);
        xml.WriteAttributeString("xmlns", "xsd", null, Xsd);
        xml.WriteAttributeString("xmlns", "xsi", null, Xsi);
        xml.WriteStartElement("SOAP-ENV", "Body", Soap);
        xml.WriteAttributeString("SOAP-ENV", "encodingStyle", Soap, Encoding);
    }

    private static void WriteFault(XmlWriter xml, string tekst)
    {
        xml.WriteStartElement("SOAP-ENV", "Fault", Soap);
        xml.WriteElementString("faultcode", "SOAP-ENV:Server");
        xml.WriteElementString("faultstring", tekst);
        xml.WriteEndElement();
    }

    private static void WriteSmall(XmlWriter xml, MagisterAntwoord antwoord)
    {
        switch (antwoord)
        {
            case MagisterAntwoord.Ingelogd ingelogd:
                WriteTyped(xml, "SessionToken", "xsd:string", ingelogd.SessionToken);
                WriteTyped(xml, "ResultMessage", "xsd:string", "");
                WriteTyped(xml, "Result", "xsd:boolean", "True");
                break;
            case MagisterAntwoord.Geweigerd geweigerd:
                WriteTyped(xml, "SessionToken", "xsd:string", "");
                WriteTyped(xml, "ResultMessage", "xsd:string", geweigerd.ResultMessage);
                WriteTyped(xml, "Result", "xsd:boolean", "False");
                break;
            default:
                MagisterXml.WriteSmall(xml, antwoord);
                break;
        }
    }

    private static async Task WriteTableAsync(
        XmlUitvoer uitvoer,
        IEnumerable<MagisterRij> rijen,
        (MagisterVorm Vorm, SoapTabel Tabel) vorm,
        CancellationToken ct)
    {
        if (vorm.Tabel == SoapTabel.Elementen)
        {
            uitvoer.Xml.WriteStartElement("Table");
            await MagisterXml.WriteRowsAsync(uitvoer, rijen, vorm.Vorm, ct);
            uitvoer.Xml.WriteEndElement();
            return;
        }

        using var text = new MemoryStream();
        using (var inner = new XmlUitvoer(text, new UTF8Encoding(false), declaration: false))
        {
            inner.Xml.WriteStartElement("Table");
            await MagisterXml.WriteRowsAsync(inner, rijen, vorm.Vorm, ct);
            inner.Xml.WriteEndElement();
            await inner.FinishAsync(ct);
        }

        WriteTyped(uitvoer.Xml, "Table", "xsd:string", System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }

    private static void WriteTyped(XmlWriter xml, string naam, string type, string waarde)
    {
        xml.WriteStartElement(naam);
        xml.WriteAttributeString("xsi", "type", Xsi, type);
        xml.WriteString(waarde);
        xml.WriteEndElement();
    }
}
