using System.Globalization;
using System.Xml;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>
/// Writes the answer with a vestiging's data: school, groepen, leerlingen, leerkrachten (UWLR 2.2, smalle set).
/// </summary>
internal sealed class UwlrAntwoord(
    SimulatorOptions options,
    SimulatedSchool school,
    int vestiging,
    bool versie23,
    Schoolbeeld beeld,
    UwlrVorm vorm)
{
    private const string Ns = UwlrNamen.Leerlinggegevens;
    private readonly UwlrPersonen _personen = new(options, school, versie23, beeld, vorm);

    /// <summary>
    /// Writes the whole message, or <c>geengegevens</c> when there are no pupils.
    /// </summary>
    public async Task WriteAsync(Stream target, CancellationToken ct)
    {
        var momentopname = vorm.Deviate(beeld.Mensen);
        using var uitvoer = new XmlUitvoer(target, vorm.Encoding, vorm.Declaration);
        var leerlingen = momentopname.Leerlingen.Where(l => l.Klas.Vestiging == vestiging);
        Open(uitvoer.Xml);
        if (leerlingen.Any())
        {
            uitvoer.Xml.WriteStartElement("leerlinggegevens", Ns);
            WriteSchool(uitvoer.Xml, momentopname.Dag);
            await WritePeopleAsync(uitvoer, leerlingen, momentopname, ct);
            uitvoer.Xml.WriteEndElement();
        }
        else
        {
            uitvoer.Xml.WriteElementString("geengegevens", Ns, null);
        }

        uitvoer.Xml.WriteEndDocument();
        await uitvoer.FinishAsync(ct);
    }

    /// <summary>
    /// Writes an answer that has only an empty element: <c>geengegevens</c> or <c>geenwijzigingen</c>.
    /// </summary>
    public static async Task WriteEmptyAsync(Stream target, string element, CancellationToken ct)
    {
        using var uitvoer = new XmlUitvoer(target, UwlrVorm.Goed.Encoding, declaration: true);
        Open(uitvoer.Xml);
        uitvoer.Xml.WriteElementString(element, Ns, null);
        uitvoer.Xml.WriteEndDocument();
        await uitvoer.FinishAsync(ct);
    }

    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("s", "Envelope", UwlrNamen.Soap);
        xml.WriteStartElement("s", "Body", UwlrNamen.Soap);
        xml.WriteStartElement("leerlinggegevens_antwoord", Ns);
    }

    private async Task WritePeopleAsync(
        XmlUitvoer uitvoer, IEnumerable<Leerling> leerlingen, Momentopname momentopname, CancellationToken ct)
    {
        if (!vorm.HubVolgorde)
        {
            WriteGroepen(uitvoer.Xml);
        }

        await _personen.WriteLeerlingenAsync(uitvoer, leerlingen, ct);
        if (vorm.HubVolgorde)
        {
            WriteGroepen(uitvoer.Xml);
        }

        var docenten = momentopname.Docenten.Where(d => d.Lesplaats.Vestiging == vestiging);
        await _personen.WriteLeerkrachtenAsync(uitvoer, docenten, ct);
    }

    private void WriteSchool(XmlWriter xml, int dag)
    {
        (string Naam, string Waarde)[] identiteit =
        [
            ("schooljaar", vorm.Schooljaar ?? beeld.Schooljaar),
            ("brincode", vorm.Brin ?? school.Brin),
            ("dependancecode", vorm.Vestiging ?? school.Vestigingen[vestiging]),
        ];
        xml.WriteStartElement("school", Ns);
        foreach (var (naam, waarde) in vorm.HubVolgorde ? identiteit.AsEnumerable().Reverse() : identiteit)
        {
            xml.WriteElementString(naam, Ns, waarde);
        }

        // The moment follows from the day, so that equal options give equal bytes.
        var moment = options.Eerstedag.AddDays(dag).ToDateTime(new TimeOnly(6, 30));
        xml.WriteElementString("aanmaakdatum", Ns, moment.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteElementString("auteur", Ns, "Kurve.Numo.Simulator");
        xml.WriteElementString("xsdversie", Ns, versie23 ? "2.3" : "2.2");
        xml.WriteEndElement();
    }

    private void WriteGroepen(XmlWriter xml)
    {
        xml.WriteStartElement("groepen", Ns);
        var klassen = beeld.Opbouw.Klassen.Where(k => k.Vestiging == vestiging && !vorm.LegeGroepen);
        foreach (var klas in klassen.Where((_, i) => !vorm.OngenoemdeKlassen || i % 2 == 0))
        {
            xml.WriteStartElement("groep", Ns);
            xml.WriteAttributeString("key", klas.Key);
            xml.WriteElementString("naam", Ns, klas.Naam);
            xml.WriteElementString("jaargroep", Ns, UwlrPersonen.Jaargroep(klas.Leerjaar, options.Jaargroep));
            if (vorm.HubVolgorde)
            {
                xml.WriteElementString("omschrijving", Ns, "Stamgroep " + klas.Naam);
                xml.WriteElementString("mutatiedatum", Ns, $"{beeld.Beginjaar}-08-01T00:00:00");
            }

            xml.WriteEndElement();
        }

        foreach (var groep in beeld.Opbouw.Lesgroepen.Where(g => g.Vestiging == vestiging && !vorm.LegeGroepen))
        {
            xml.WriteStartElement("samengestelde_groep", Ns);
            xml.WriteAttributeString("key", groep.Key);
            xml.WriteElementString("naam", Ns, groep.Naam);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
