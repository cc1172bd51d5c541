using System.Globalization;
using System.Xml;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>Writes the pupils and the teachers of an answer.</summary>
internal sealed class UwlrPersonen(
    SimulatorOptions options, SimulatedSchool school, bool versie23, Schoolbeeld beeld, UwlrVorm vorm)
{
    private const string Ns = UwlrNamen.Leerlinggegevens;
    private readonly Sleutels _sleutels = beeld.Sleutels;

    /// <summary>How a leerjaar is written as <c>jaargroep</c>.</summary>
    public static string Jaargroep(int leerjaar, Jaargroepvorm jaargroepvorm) =>
        (jaargroepvorm == Jaargroepvorm.ElfTotZestien ? 10 + leerjaar : leerjaar)
        .ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes <c>leerlingen</c>.</summary>
    public async Task WriteLeerlingenAsync(XmlUitvoer uitvoer, IEnumerable<Leerling> leerlingen, CancellationToken ct)
    {
        uitvoer.Xml.WriteStartElement("leerlingen", Ns);
        var plaats = 0;
        foreach (var leerling in leerlingen)
        {
            WriteLeerling(uitvoer.Xml, leerling, plaats, KeyOf(leerling, plaats), EckIdOf(leerling, plaats));
            if (plaats < UwlrVorm.Getroffenen)
            {
                WriteDouble(uitvoer.Xml, leerling, plaats);
            }

            plaats++;
            await uitvoer.SendPieceAsync(ct);
        }

        uitvoer.Xml.WriteEndElement();
    }

    /// <summary>Writes <c>leerkrachten</c>; nothing at all when there are none, as the schema wants.</summary>
    public async Task WriteLeerkrachtenAsync(XmlUitvoer uitvoer, IEnumerable<Docent> docenten, CancellationToken ct)
    {
        var plaats = 0;
        foreach (var docent in docenten)
        {
            if (plaats == 0)
            {
                uitvoer.Xml.WriteStartElement("leerkrachten", Ns);
            }

            WriteLeerkracht(uitvoer.Xml, docent, plaats++);
            await uitvoer.SendPieceAsync(ct);
        }

        if (plaats > 0)
        {
            uitvoer.Xml.WriteEndElement();
        }
    }

    private string? KeyOf(Leerling leerling, int plaats)
    {
        if (vorm.ZonderSleutels && plaats < UwlrVorm.Getroffenen)
        {
            return null;
        }

        var zonderKey = versie23
            && _sleutels.IsInShare(leerling.Nummer, options.WithoutKey)
            && !leerling.EckIdVerloren
            && _sleutels.LeerlingEckId(leerling.Nummer) is not null;
        return zonderKey ? null : Reissue(_sleutels.LeerlingKey(leerling.Nummer, leerling.Uitgifte), plaats);
    }

    private string? EckIdOf(Leerling leerling, int plaats) =>
        vorm.OnbekendeEckIds && plaats < UwlrVorm.Getroffenen ? "onbekend"
        : !leerling.EckIdVerloren
        && (vorm is { ZonderSleutels: false, ZonderEckIds: false, HeruitgegevenSleutels: false }
            || plaats >= UwlrVorm.Getroffenen)
            ? _sleutels.LeerlingEckId(leerling.Nummer)
            : null;

    private string Reissue(string key, int plaats) =>
        vorm.HeruitgegevenSleutels && plaats < UwlrVorm.Getroffenen ? "0" + key : key;

    // The double has the keys of somebody far out of the register where it does not share them.
    private void WriteDouble(XmlWriter xml, Leerling leerling, int plaats)
    {
        var ander = 490_000 + leerling.Nummer;
        if (vorm.DubbeleKeys)
        {
            WriteLeerling(
                xml,
                leerling,
                plaats,
                _sleutels.LeerlingKey(leerling.Nummer, leerling.Uitgifte),
                _sleutels.LeerlingEckId(ander));
        }

        if (vorm.Naamgenoten)
        {
            WriteLeerling(xml, leerling, plaats, _sleutels.LeerlingKey(ander), _sleutels.LeerlingEckId(ander));
        }

        if (vorm.DubbeleEckIds)
        {
            WriteLeerling(
                xml, leerling, plaats, _sleutels.LeerlingKey(ander), _sleutels.LeerlingEckId(leerling.Nummer));
        }
    }

    private void WriteLeerling(XmlWriter xml, Leerling leerling, int plaats, string? key, string? eckId)
    {
        xml.WriteStartElement("leerling", Ns);
        WriteSleutels(xml, key, eckId);
        WriteNaam(xml, leerling.Naam);
        if (vorm.VerbodenVelden)
        {
            xml.WriteElementString("geboortedatum", Ns, Verklikkers.Geboortedatum);
            xml.WriteElementString("geslacht", Ns, Verklikkers.Geslacht);
        }
        else if (!versie23)
        {
            var datum = Lesrooster.GeboortedatumOf(leerling, options.Seed, school.Index, beeld.Beginjaar);
            xml.WriteElementString("geboortedatum", Ns, datum);
        }

        xml.WriteElementString("jaargroep", Ns, Jaargroep(leerling.Klas.Leerjaar, options.Jaargroep));
        if (!vorm.ZonderVerwijzingen || plaats % UwlrVorm.VijfLeerlingen >= UwlrVorm.WaarvanZonder)
        {
            WriteGroepen(xml, leerling, plaats < UwlrVorm.Getroffenen);
        }

        if (vorm.VerbodenVelden)
        {
            xml.WriteElementString("emailadres", Ns, Verklikkers.Emailadres);
            xml.WriteElementString("bsn_ondwnr-4", Ns, Verklikkers.BsnOndwnr4);
        }

        if (vorm.OnbekendeElementen)
        {
            Verklikkers.WriteUnknown(xml, Ns);
        }

        xml.WriteEndElement();
    }

    private void WriteGroepen(XmlWriter xml, Leerling leerling, bool getroffen)
    {
        var hangend = vorm.HangendeGroepen && getroffen;
        if (!vorm.ZonderStamgroepen || !getroffen)
        {
            WriteReference(xml, "groep", hangend ? Verklikkers.GroepKey : leerling.Klas.Key);
        }

        xml.WriteStartElement("samengestelde_groepen", Ns);
        foreach (var groep in Lesrooster.LesgroepenOf(leerling, options.Seed, school.Index))
        {
            WriteReference(xml, "samengestelde_groep", groep.Key);
        }

        if (hangend)
        {
            WriteReference(xml, "samengestelde_groep", Verklikkers.GroepKey);
        }

        xml.WriteEndElement();
    }

    private void WriteLeerkracht(XmlWriter xml, Docent docent, int plaats)
    {
        var getroffen = plaats < UwlrVorm.Getroffenen;
        var zonder = vorm.ZonderSleutels && getroffen;
        var zonderEckId = zonder || (vorm.HeruitgegevenSleutels && getroffen);
        xml.WriteStartElement("leerkracht", Ns);
        WriteSleutels(
            xml,
            zonder ? null : Reissue(Sleutels.DocentKey(docent.Nummer), plaats),
            zonderEckId ? null : _sleutels.DocentEckId(docent.Nummer));
        if (vorm.HubVolgorde)
        {
            xml.WriteElementString("roepnaam", Ns, docent.Naam.Roepnaam);
            xml.WriteElementString("emailadres", Ns, _sleutels.DocentEmail(docent));
            xml.WriteElementString("voorvoegsel", Ns, docent.Naam.Voorvoegsel ?? "");
            WriteGroepen(xml, docent, vorm.HangendeGroepen && getroffen);
            xml.WriteElementString("achternaam", Ns, docent.Naam.Achternaam);
        }
        else
        {
            WriteNaam(xml, docent.Naam);
            if (!vorm.ZonderEmails || !getroffen)
            {
                xml.WriteElementString("emailadres", Ns, EmailOf(docent, plaats));
            }

            WriteGroepen(xml, docent, vorm.HangendeGroepen && getroffen);
        }

        xml.WriteEndElement();
    }

    private string EmailOf(Docent docent, int plaats)
    {
        var email = _sleutels.DocentEmail(docent);
        return (vorm.VreemdeEmails, plaats) switch
        {
            (true, 0) => "n.v.t.",
            (true, 1) => $"{email}; prive@voorbeeld.invalid",
            (true, 2) => $"mailto:{docent.Naam.Roepnaam} <{email}>",
            _ => email,
        };
    }

    private static void WriteGroepen(XmlWriter xml, Docent docent, bool hangend)
    {
        if (docent.Lesplaats.Klassen.Count + docent.Lesplaats.Lesgroepen.Count == 0 && !hangend)
        {
            return;
        }

        xml.WriteStartElement("groepen", Ns);
        docent.Lesplaats.Klassen.ForEach(klas => WriteReference(xml, "groep", klas.Key));
        docent.Lesplaats.Lesgroepen.ForEach(groep => WriteReference(xml, "samengestelde_groep", groep.Key));
        if (hangend)
        {
            WriteReference(xml, "groep", Verklikkers.GroepKey);
        }

        xml.WriteEndElement();
    }

    private static void WriteSleutels(XmlWriter xml, string? key, string? eckId)
    {
        if (key is not null)
        {
            xml.WriteAttributeString("key", key);
        }

        if (eckId is not null)
        {
            xml.WriteAttributeString("eckid", eckId);
        }
    }

    private void WriteNaam(XmlWriter xml, Naam naam)
    {
        xml.WriteElementString("achternaam", Ns, naam.Achternaam);
        if (naam.Voorvoegsel is not null || vorm.LegeVoorvoegsels)
        {
            xml.WriteStartElement("voorvoegsel", Ns);
            xml.WriteString(naam.Voorvoegsel);
            xml.WriteFullEndElement();
        }

        xml.WriteElementString("roepnaam", Ns, naam.Roepnaam);
    }

    private static void WriteReference(XmlWriter xml, string element, string key)
    {
        xml.WriteStartElement(element, Ns);
        xml.WriteAttributeString("key", key);
        xml.WriteEndElement();
    }
}
