using System.Globalization;
using System.Net;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// What can go wrong with any source that is reached over HTTP. None of the texts holds an address, a header or a part
/// of an answer: addresses carry credentials at Magister, and answers carry people.
/// </summary>
internal static class Bronfouten
{
    private const int LongestText = 300;
    private const int SecondsPerMinute = 60;

    /// <summary>A server's own words, cut where nobody reads on: they are stored, logged and shown.</summary>
    public static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private const string Later = "Probeer het later opnieuw.";

    public static Bronfout NietBereikbaar(string bron) => new(
        "NIET_BEREIKBAAR",
        $"{bron}: the TCP connection was refused or timed out.",
        $"{bron} is niet bereikbaar. {Later}",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout AdresOnbekend(string bron) => new(
        "ADRES_ONBEKEND",
        $"{bron}: the host name does not resolve.",
        $"Het adres van {bron} bestaat niet. Controleer de naam van de school bij Magister.",
        Actiehouder.School,
        Tijdelijk: false);

    public static Bronfout NetwerkStoort(string bron) => new(
        "NETWERK_STOORT",
        $"{bron}: this machine's own network or name server gives no answer.",
        $"Kurve kan {bron} nu niet bereiken door een storing bij Kurve. De school hoeft niets te doen.",
        Actiehouder.Kurve,
        Tijdelijk: true);

    public static Bronfout OnveiligeVerbinding(string bron) => new(
        "ONVEILIGE_VERBINDING",
        $"{bron}: TLS failed; the certificate is not trusted or no common protocol exists.",
        $"De beveiligde verbinding met {bron} komt niet tot stand: het certificaat wordt niet vertrouwd. "
        + "Magister moet het vernieuwen.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout VerbindingVerbroken(string bron) => new(
        "VERBINDING_VERBROKEN",
        $"{bron}: the connection broke before the answer was complete.",
        $"De verbinding met {bron} werd verbroken. {Later}",
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout Afgekapt(string bron) => new(
        "ANTWOORD_AFGEKAPT",
        $"{bron}: the answer ends before its closing tag.",
        $"Het antwoord van {bron} is niet compleet aangekomen. {Later}",
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout PogingTeTraag(string bron, TimeSpan limiet) => new(
        "ANTWOORD_TE_TRAAG",
        $"{bron}: no complete answer within {limiet}.",
        $"{bron} gaf niet op tijd antwoord. {Later}",
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout GeheelTeTraag(string bron, TimeSpan limiet) => new(
        "TIJD_VERSTREKEN",
        $"{bron}: no complete answer within {limiet}, all tries together.",
        $"{bron} gaf ook na herhaald proberen niet op tijd antwoord. {Later}",
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout AntwoordTeGroot(string bron, long maxBytes) => new(
        "ANTWOORD_TE_GROOT",
        $"{bron}: the answer is larger than {maxBytes} bytes.",
        $"Het antwoord van {bron} is groter dan is toegestaan.",
        Actiehouder.Kurve,
        Tijdelijk: false);

    public static Bronfout AntwoordTeDiep(string bron) => new(
        "ANTWOORD_TE_DIEP",
        $"{bron}: the answer nests elements deeper than {BronXml.MaxDepth}.",
        $"Het antwoord van {bron} heeft niet de afgesproken vorm.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout BuitenMaat(string bron, AnswerLimit limit) => new(
        "ANTWOORD_BUITEN_MAAT",
        $"{bron}: the answer has more than {limit.Most} {limit.What}.",
        $"Het antwoord van {bron} heeft meer dan {limit.Most} {limit.Wat} en is niet gelezen. Meld dit bij Magister.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout OngeldigeXml(string bron, int line, int position) => new(
        "ONGELDIGE_XML",
        $"{bron}: the answer is no XML, or has a DTD (line {line}, position {position}).",
        $"Het antwoord van {bron} is geen geldige XML (regel {line}, positie {position}) en kan niet worden gelezen. "
        + "Meld dit bij Magister.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout CompressieOngeldig(string bron) => new(
        "COMPRESSIE_ONGELDIG",
        $"{bron}: the answer is compressed, and cannot be decompressed.",
        $"Het antwoord van {bron} is ingepakt en kan niet worden uitgepakt; het is onderweg beschadigd of niet compleet. "
        + Later,
        Actiehouder.Magister,
        Tijdelijk: true);

    public static Bronfout GeenXml(string bron, string mediaType) => new(
        "GEEN_XML",
        $"{bron}: a page of type {mediaType} came instead of an answer.",
        $"{bron} gaf een webpagina in plaats van gegevens. Controleer of het adres klopt en of er geen storing is.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout OnverwachtAntwoord(string bron) => new(
        "ONVERWACHT_ANTWOORD",
        $"{bron}: the answer is XML, but not the answer to this question.",
        $"Het antwoord van {bron} heeft niet de afgesproken vorm.",
        Actiehouder.Magister,
        Tijdelijk: false);

    public static Bronfout Doorverwijzing(string bron, HttpStatusCode status) => new(
        "DOORVERWIJZING",
        $"{bron}: HTTP {(int)status}; redirects are not followed, since a request carries credentials.",
        $"{bron} verwijst naar een ander adres; dat volgen we niet.",
        Actiehouder.Kurve,
        Tijdelijk: false);

    /// <summary>
    /// A status that no source explains. One of the 400s says that the question was wrong, which no waiting mends, but
    /// for those few that speak of time.
    /// </summary>
    public static Bronfout HttpStatus(string bron, HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not (408 or 425 or 429)
            ? new(
                "HTTP_GEWEIGERD",
                $"{bron}: HTTP {(int)status}.",
                $"{bron} neemt de vraag van Kurve niet aan (HTTP {(int)status}). Kurve moet dat uitzoeken; de school "
                + "hoeft niets te doen.",
                Actiehouder.Kurve,
                Tijdelijk: false)
            : new(
                "HTTP_STATUS",
                $"{bron}: HTTP {(int)status}.",
                $"{bron} meldt een storing (HTTP {(int)status}). {Later}",
                Actiehouder.Magister,
                Tijdelijk: (int)status is 408 or 425 or 429 or 500 or 502 or 503 or 504);

    /// <summary>The same, with the moment before which the source does not want to be asked again.</summary>
    public static Bronfout NietVoor(Bronfout fout, DateTimeOffset moment, DateTimeOffset now)
    {
        // A minute that has not passed is not over: 14:29:10 is shown as 14:30.
        var rounded = moment.AddSeconds(SecondsPerMinute - 1);
        var clock = Nederland.KlokOp(rounded);
        var format = clock.Date == Nederland.KlokOp(now).Date ? "HH:mm" : "d-M-yyyy HH:mm";
        return fout with
        {
            NietVoor = moment,
            Message = $"{fout.Message} Retry-After: {moment.UtcDateTime:O}.",
            Tekst = $"{fout.Tekst.TrimEnd('.')}, niet voor {clock.ToString(format, CultureInfo.InvariantCulture)}.",
        };
    }

    public static Bronfout AdresNietOpenbaar(string bron) => new(
        "ADRES_NIET_OPENBAAR",
        $"{bron}: the host name stands for an address that is not public.",
        $"Het adres van {bron} ligt niet op het openbare internet en wordt niet aangeroepen. Controleer het adres.",
        Actiehouder.School,
        Tijdelijk: false);

    public static Bronfout AdresGeweigerd(string bron, string reden) => new(
        "ADRES_GEWEIGERD",
        $"{bron}: the address {reden}.",
        $"Het ingestelde adres van {bron} is niet toegestaan.",
        Actiehouder.Kurve,
        Tijdelijk: false);
}
