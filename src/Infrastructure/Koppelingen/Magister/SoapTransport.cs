using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>
/// SOAP 1.1 rpc/encoded, which keeps credentials out of addresses. Experimental: public clients use it for other
/// services only, and how a table is encoded in it is not documented.
/// </summary>
internal sealed class SoapTransport(Bronkanaal kanaal, MagisterOptions options) : IMagisterTransport
{
    private const string SoapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string EncodingNamespace = "http://schemas.xmlsoap.org/soap/encoding/";
    private const string XsdNamespace = "http://www.w3.org/2001/XMLSchema";
    private const string XsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    public async Task<Result<MagisterAntwoord>> CallAsync(MagisterOproep oproep, CancellationToken ct)
    {
        using var content = new ByteArrayContent(Envelope(oproep));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(oproep)) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", $"{ServiceNamespace(oproep)}#{oproep.Function}");
        return await kanaal.SendAsync(
            request,
            (stream, token) => Read(stream, oproep.Regels, token),
            (stream, token) => MagisterLezer.ReadFault(stream, options.MaxAntwoordBytes, token),
            ct);
    }

    private static Uri Address(MagisterOproep oproep) =>
        new($"{oproep.Base}/soap/{oproep.Library.ToLowerInvariant()}?service={oproep.Library}");

    private static string ServiceNamespace(MagisterOproep oproep) => $"urn:MediusServer_Soap-{oproep.Library}";

    private Result<MagisterAntwoord> Read(Stream stream, IProgress<int>? progress, CancellationToken ct) =>
        MagisterLezer.Read(
            stream, new MagisterKolommen(options.KolomAliassen), options.MaxAntwoordBytes, progress, ct);

    private static byte[] Envelope(MagisterOproep oproep)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            writer.WriteStartElement("soap", "Envelope", SoapNamespace);
            writer.WriteAttributeString("xmlns", "xsd", null, XsdNamespace);
            writer.WriteAttributeString("xmlns", "xsi", null, XsiNamespace);
            writer.WriteStartElement("Body", SoapNamespace);
            writer.WriteAttributeString("encodingStyle", SoapNamespace, EncodingNamespace);
            writer.WriteStartElement("m", oproep.Function, ServiceNamespace(oproep));
            foreach (var (name, value) in oproep.Arguments)
            {
                writer.WriteStartElement(name);
                writer.WriteAttributeString("type", XsiNamespace, "xsd:string");
                writer.WriteString(value);
                writer.WriteEndElement();
            }

            writer.WriteEndDocument();
        }

        return bytes.ToArray();
    }
}
