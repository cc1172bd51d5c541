using System.Xml;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// What a fault of SOAP says. SOAP 1.1 has <c>faultcode</c> and <c>faultstring</c>; 1.2 has <c>Code/Value</c>,
/// <c>Subcode</c> within it for what the service itself means, and <c>Reason/Text</c>, perhaps in several languages.
/// </summary>
/// <param name="Codes">Its codes as received, the most general first.</param>
/// <param name="Text">Why, in the server's words.</param>
internal sealed record SoapFault(IReadOnlyList<string> Codes, string Text)
{
    private const int MostCodes = 8;

    /// <summary>The most particular code; empty when there is none.</summary>
    public string Code => Codes.Count > 0 ? Codes[^1] : "";

    /// <summary>Reads the fault that the reader stands on. Servers mix namespaces, so elements are taken by name.</summary>
    public static SoapFault Read(XmlReader reader, string bron)
    {
        var codes = new List<string>();
        var text = "";
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            switch (reader.LocalName)
            {
                case "faultcode":
                    Add(codes, reader.ReadText(bron));
                    break;
                case "Code":
                    ReadCode(reader, bron, codes);
                    break;
                case "faultstring":
                    text = reader.ReadText(bron);
                    break;
                case "Reason":
                    text = ReadReason(reader, bron);
                    break;
                default:
                    reader.SkipElement(bron);
                    break;
            }
        }

        return new SoapFault(codes, text);
    }

    private static void ReadCode(XmlReader reader, string bron, List<string> codes)
    {
        if (reader.Depth > BronXml.MaxDepth)
        {
            throw new Bronuitzondering(Bronfouten.AntwoordTeDiep(bron));
        }

        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            switch (reader.LocalName)
            {
                case "Value":
                    Add(codes, reader.ReadText(bron));
                    break;
                case "Subcode":
                    ReadCode(reader, bron, codes);
                    break;
                default:
                    reader.SkipElement(bron);
                    break;
            }
        }
    }

    private static string ReadReason(XmlReader reader, string bron)
    {
        var text = "";
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var one = reader.ReadText(bron);
            text = text.Length == 0 ? one : text;
        }

        return text;
    }

    private static void Add(List<string> codes, string code)
    {
        if (code.Length > 0 && codes.Count < MostCodes)
        {
            codes.Add(code);
        }
    }
}
