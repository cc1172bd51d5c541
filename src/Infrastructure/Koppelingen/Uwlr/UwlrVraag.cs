using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using Kurve.Numo.Application.Koppelingen.Contract;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// The question <c>HaalLeerlinggegevens</c> (UWLR 2.2 WSDL; SOAP 1.1, document/literal). It leaves
/// <c>laatstontvangengegevens</c> out: whether Magister honours it is not known, and we compare ourselves.
/// </summary>
internal static class UwlrVraag
{
    private const string SoapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string AutorisatieNamespace = "http://www.edustandaard.nl/leerresultaten/2/autorisatie";

    public static HttpRequestMessage Create(UwlrOptions options, PersonenVerzoek verzoek, string sleutel)
    {
        var content = new ByteArrayContent(Envelope(options, verzoek, sleutel));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        var endpoint = verzoek.Endpoint ?? options.Endpoint;
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };

        // Without the quotes of SOAP 1.1, as the known consumer of this service sends it.
        request.Headers.TryAddWithoutValidation("SOAPAction", "HaalLeerlinggegevens");
        return request;
    }

    private static byte[] Envelope(UwlrOptions options, PersonenVerzoek verzoek, string sleutel)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            writer.WriteStartElement("s", "Envelope", SoapNamespace);
            writer.WriteStartElement("Header", SoapNamespace);
            writer.WriteStartElement("a", "autorisatie", AutorisatieNamespace);
            writer.WriteElementString("autorisatiesleutel", AutorisatieNamespace, sleutel);
            writer.WriteElementString("klantcode", AutorisatieNamespace, options.Klantcode);
            writer.WriteElementString("klantnaam", AutorisatieNamespace, options.Klantnaam);
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteStartElement("Body", SoapNamespace);
            writer.WriteStartElement("l", "leerlinggegevens_verzoek", UwlrNamen.Namespace);
            writer.WriteElementString("schooljaar", UwlrNamen.Namespace, verzoek.Schooljaar.ToString());
            writer.WriteElementString("brincode", UwlrNamen.Namespace, verzoek.Brin.Value);
            writer.WriteElementString("dependancecode", UwlrNamen.Namespace, verzoek.Vestiging.Value);
            writer.WriteElementString("xsdversie", UwlrNamen.Namespace, options.XsdVersie);
            writer.WriteElementString("gegevenssetid", UwlrNamen.Namespace, options.GegevenssetId);
            writer.WriteEndDocument();
        }

        return bytes.ToArray();
    }
}
