using System.Globalization;
using System.Xml;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>
/// Writes answers as the query form of the web service does: <c>Response</c> with <c>Result</c> and a table.
/// </summary>
internal static class MagisterXml
{
    /// <summary>Writes the whole document.</summary>
    public static async Task WriteAsync(
        Stream target,
        MagisterAntwoord antwoord,
        IEnumerable<MagisterRij> rijen,
        MagisterVorm vorm,
        CancellationToken ct)
    {
        using var uitvoer = new XmlUitvoer(target, vorm.Encoding, vorm.Declaration);
        uitvoer.Xml.WriteStartElement("Response");
        if (antwoord is MagisterAntwoord.Lijst)
        {
            uitvoer.Xml.WriteElementString("Result", "True");
            uitvoer.Xml.WriteStartElement("Table");
            await WriteRowsAsync(uitvoer, rijen, vorm, ct);
            uitvoer.Xml.WriteEndElement();
        }
        else
        {
            WriteSmall(uitvoer.Xml, antwoord);
        }

        uitvoer.Xml.WriteEndDocument();
        await uitvoer.FinishAsync(ct);
    }

    /// <summary>Writes the rows, inside the table.</summary>
    public static async Task WriteRowsAsync(
        XmlUitvoer uitvoer, IEnumerable<MagisterRij> rijen, MagisterVorm vorm, CancellationToken ct)
    {
        if (vorm.Meervoud is null)
        {
            return;
        }

        uitvoer.Xml.WriteStartElement(vorm.Meervoud);
        foreach (var rij in rijen)
        {
            uitvoer.Xml.WriteStartElement(vorm.Enkelvoud);
            foreach (var kolom in vorm.Kolommen)
            {
                if (kolom.Waarde(rij) is { } waarde)
                {
                    uitvoer.Xml.WriteElementString(kolom.Naam, waarde);
                }
            }

            uitvoer.Xml.WriteEndElement();
            await uitvoer.SendPieceAsync(ct);
        }

        uitvoer.Xml.WriteEndElement();
    }

    /// <summary>Writes what stands inside <c>Response</c> for every answer but a list.</summary>
    public static void WriteSmall(XmlWriter xml, MagisterAntwoord antwoord)
    {
        switch (antwoord)
        {
            case MagisterAntwoord.Ingelogd ingelogd:
                xml.WriteElementString("Result", "True");
                xml.WriteElementString("ResultMessage", "");
                xml.WriteElementString("SessionToken", ingelogd.SessionToken);
                break;
            case MagisterAntwoord.Geweigerd geweigerd:
                xml.WriteElementString("Result", "False");
                xml.WriteElementString("ResultMessage", geweigerd.ResultMessage);
                break;
            case MagisterAntwoord.Foutrij fout:
                WriteErrorRow(xml, fout);
                break;
            case MagisterAntwoord.Uitzondering uitzondering:
                xml.WriteElementString("Exception", uitzondering.Klasse);
                xml.WriteElementString("ExceptionMsg", uitzondering.Bericht);
                break;
            case MagisterAntwoord.Waarde waarde:
                // The shape is assumed: no source shows an answer of GetLastError.
                xml.WriteElementString("Result", waarde.Result);
                break;
            default:
                xml.WriteElementString("Result", "True");
                break;
        }
    }

    private static void WriteErrorRow(XmlWriter xml, MagisterAntwoord.Foutrij fout)
    {
        xml.WriteElementString("Result", "False");
        xml.WriteStartElement("Table");
        xml.WriteStartElement("Fouten");
        xml.WriteStartElement("Fout");
        xml.WriteElementString("Fout_nummer", fout.Nummer.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("Fout_omschrijving", fout.Omschrijving);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
