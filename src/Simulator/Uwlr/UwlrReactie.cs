using System.Globalization;
using System.Text;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>How UWLR deviates for one request.</summary>
internal sealed record UwlrReactie
{
    /// <summary>Not at all.</summary>
    public static readonly UwlrReactie Goed = new();

    private const string Begin =
        $"<s:Envelope xmlns:s=\"{UwlrNamen.Soap}\"><s:Body>"
        + $"<leerlinggegevens_antwoord xmlns=\"{UwlrNamen.Leerlinggegevens}\">"
        + "<leerlinggegevens><leerlingen>";

    private const string Eind = "</leerlingen></leerlinggegevens></leerlinggegevens_antwoord></s:Body></s:Envelope>";

    /// <summary>How data is written.</summary>
    public UwlrVorm Vorm { get; private init; } = UwlrVorm.Goed;

    /// <summary>How the bytes go out.</summary>
    public Aflevering Aflevering { get; private init; }

    /// <summary>The finer points.</summary>
    public MisbehaviourDetails Details { get; private init; } = MisbehaviourDetails.None;

    /// <summary>A change in the text of the answer.</summary>
    public Func<string, string>? Verminking { get; private init; }

    /// <summary>A fault whatever was asked.</summary>
    public UwlrFout? Fout { get; private init; }

    /// <summary>An empty answer instead of data.</summary>
    public string? Leeg { get; private init; }

    /// <summary>Something else altogether, whatever was asked.</summary>
    public Func<HttpContext, Task>? Vervanging { get; private init; }

    /// <summary>The reaction that belongs to an instruction.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="details">The finer points.</param>
    /// <param name="sleutel">The autorisatiesleutel that was sent.</param>
    public static UwlrReactie Of(UwlrMisbehaviour kind, MisbehaviourDetails details, string sleutel)
    {
        var reactie = FaultOf(kind, details, sleutel) is { } fout
            ? new UwlrReactie { Fout = fout with { Prefix = PrefixOf(details, fout) } }
            : VormOf(kind) is { } vorm ? new UwlrReactie { Vorm = vorm }
            : MangleOf(kind) is { } verminking ? new UwlrReactie { Verminking = verminking }
            : Replace(kind, details) is { } vervanging ? new UwlrReactie { Vervanging = vervanging }
            : Other(kind);
        return reactie with { Details = details };
    }

    private static string? PrefixOf(MisbehaviourDetails details, UwlrFout fout) => details.FaultPrefix switch
    {
        null => fout.Prefix,
        "" => null,
        var prefix => prefix,
    };

    private static UwlrFout? FaultOf(UwlrMisbehaviour kind, MisbehaviourDetails details, string sleutel) => kind switch
    {
        UwlrMisbehaviour.FaultInterneFout => UwlrFout.InterneFout,
        UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar => UwlrFout.TijdelijkNietBeschikbaar,
        UwlrMisbehaviour.FaultOngeldigBericht => UwlrFout.OngeldigBericht("op verzoek."),
        UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie => UwlrFout.OngeldigeKlantIdentificatie,
        UwlrMisbehaviour.FaultAutorisatieOngeldig => UwlrFout.AutorisatieOngeldig,
        UwlrMisbehaviour.FaultXsdVersieOngeldig => UwlrFout.XsdVersieOngeldig,
        UwlrMisbehaviour.FaultInternalService => UwlrFout.InternalServiceFault,
        UwlrMisbehaviour.FaultEchoesKey => UwlrFout.Echo(sleutel, details.EchoAfter),
        _ => null,
    };

    private static UwlrVorm? VormOf(UwlrMisbehaviour kind) => kind switch
    {
        UwlrMisbehaviour.DuplicateKeys => new UwlrVorm { DubbeleKeys = true },
        UwlrMisbehaviour.DuplicateEckIds => new UwlrVorm { DubbeleEckIds = true },
        UwlrMisbehaviour.DanglingGroups => new UwlrVorm { HangendeGroepen = true },
        UwlrMisbehaviour.PersonsWithoutKeys => new UwlrVorm { ZonderSleutels = true },
        UwlrMisbehaviour.WithoutEckIds => new UwlrVorm { ZonderEckIds = true },
        UwlrMisbehaviour.WithoutStamgroepen => new UwlrVorm { ZonderStamgroepen = true },
        UwlrMisbehaviour.WithoutEmails => new UwlrVorm { ZonderEmails = true },
        UwlrMisbehaviour.Namesakes => new UwlrVorm { Naamgenoten = true },
        UwlrMisbehaviour.ReissuedKeys => new UwlrVorm { HeruitgegevenSleutels = true },
        UwlrMisbehaviour.HubOrder => new UwlrVorm { HubVolgorde = true },
        UwlrMisbehaviour.EmptyVoorvoegsels => new UwlrVorm { LegeVoorvoegsels = true },
        UwlrMisbehaviour.ForbiddenFields => new UwlrVorm { VerbodenVelden = true },
        UwlrMisbehaviour.UnknownElements => new UwlrVorm { OnbekendeElementen = true },
        UwlrMisbehaviour.UndeclaredGroups => new UwlrVorm { OngenoemdeKlassen = true },
        UwlrMisbehaviour.EmptyGroups => new UwlrVorm { LegeGroepen = true },
        UwlrMisbehaviour.WithoutReferences => new UwlrVorm { ZonderVerwijzingen = true },
        UwlrMisbehaviour.OddEmails => new UwlrVorm { VreemdeEmails = true },
        UwlrMisbehaviour.UnknownEckIds => new UwlrVorm { OnbekendeEckIds = true },
        UwlrMisbehaviour.OtherPeople => new UwlrVorm { AndereMensen = true },
        UwlrMisbehaviour.PartOfThePeople => new UwlrVorm { Deel = true },
        UwlrMisbehaviour.OtherBrin => new UwlrVorm { Brin = "99ZZ" },
        UwlrMisbehaviour.OtherVestiging => new UwlrVorm { Vestiging = "77" },
        UwlrMisbehaviour.OtherSchooljaar => new UwlrVorm { Schooljaar = "1999-2000" },
        UwlrMisbehaviour.WrongContentType => new UwlrVorm { ContentType = "application/octet-stream" },
        UwlrMisbehaviour.Windows1252 =>
            new UwlrVorm { Encoding = Windows1252, ContentType = "text/xml; charset=windows-1252" },
        UwlrMisbehaviour.Windows1252Undeclared =>
            new UwlrVorm { Encoding = Windows1252, ContentType = "text/xml", Declaration = false },
        _ => null,
    };

    private static Func<string, string>? MangleOf(UwlrMisbehaviour kind) => kind switch
    {
        UwlrMisbehaviour.ForbiddenCharacters => Verminkingen.ForbidCharacters("achternaam", "auteur"),
        UwlrMisbehaviour.BlanksBeforeDeclaration => Verminkingen.PutBlanksFirst,
        UwlrMisbehaviour.BrokenXml => Verminkingen.Break,
        _ => null,
    };

    private static Func<HttpContext, Task>? Replace(UwlrMisbehaviour kind, MisbehaviourDetails details) => kind switch
    {
        UwlrMisbehaviour.HtmlPage => Vervangingen.HtmlPageAsync,
        UwlrMisbehaviour.Http503 => Vervangingen.Status(503),
        UwlrMisbehaviour.RetryLater => Vervangingen.Status(503, details.RetryAfter),
        UwlrMisbehaviour.Http429 => Vervangingen.Status(429, details.RetryAfter),
        UwlrMisbehaviour.Http400 => Vervangingen.Status(400),
        UwlrMisbehaviour.Http401 => Vervangingen.Status(401),
        UwlrMisbehaviour.Http403 => Vervangingen.Status(403),
        UwlrMisbehaviour.Http404 => Vervangingen.Status(404),
        UwlrMisbehaviour.Http410 => Vervangingen.Status(410),
        UwlrMisbehaviour.Redirect => Vervangingen.RedirectAsync,
        UwlrMisbehaviour.ConnectionReset => Vervangingen.ResetAsync,
        UwlrMisbehaviour.FaultServer => Vervangingen.ServerFaultAsync,
        UwlrMisbehaviour.Soap12FaultReceiver => Vervangingen.Soap12Fault("Receiver", null, "Er ging iets mis."),
        UwlrMisbehaviour.Soap12FaultAutorisatie => Vervangingen.Soap12Fault(
            "Sender", "Client.AutorisatieOngeldig", "De autorisatie is ongeldig."),
        UwlrMisbehaviour.GzipBomb => Vervangingen.GzipBomb(Begin),
        _ => null,
    };

    private static UwlrReactie Other(UwlrMisbehaviour kind) => kind switch
    {
        UwlrMisbehaviour.Geengegevens => new UwlrReactie { Leeg = "geengegevens" },
        UwlrMisbehaviour.Geenwijzigingen => new UwlrReactie { Leeg = "geenwijzigingen" },
        UwlrMisbehaviour.TruncatedAnswer => new UwlrReactie { Aflevering = Aflevering.Afgekapt },
        UwlrMisbehaviour.TruncatedConnection => new UwlrReactie { Aflevering = Aflevering.VerbrokenMetLengte },
        UwlrMisbehaviour.TruncatedChunks => new UwlrReactie { Aflevering = Aflevering.VerbrokenChunks },
        UwlrMisbehaviour.Slow => new UwlrReactie { Aflevering = Aflevering.Traag },
        UwlrMisbehaviour.Gzip => new UwlrReactie { Aflevering = Aflevering.Gzip },
        UwlrMisbehaviour.Deflate => new UwlrReactie { Aflevering = Aflevering.Deflate },
        UwlrMisbehaviour.Brotli => new UwlrReactie { Aflevering = Aflevering.Brotli },
        UwlrMisbehaviour.GzipUnannounced => new UwlrReactie { Aflevering = Aflevering.GzipOnaangekondigd },
        UwlrMisbehaviour.GzipTruncated => new UwlrReactie { Aflevering = Aflevering.GzipAfgekapt },
        UwlrMisbehaviour.DeepNesting => new UwlrReactie { Vervanging = Vervangingen.DeepNesting(Begin, Eind) },
        UwlrMisbehaviour.EndlessBody => new UwlrReactie { Vervanging = Vervangingen.Endless(Begin, EndlessLeerling) },
        UwlrMisbehaviour.EntityBomb => new UwlrReactie
        {
            Vervanging = Vervangingen.EntityBomb(
                Begin + "<leerling key=\"1\"><achternaam>", "</achternaam></leerling>" + Eind),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This misbehaviour has no reaction."),
    };

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string EndlessLeerling(int nummer) => string.Create(
        CultureInfo.InvariantCulture,
        $"<leerling key=\"E{nummer}\"><achternaam>Eindeloos</achternaam><jaargroep>11</jaargroep></leerling>");
}
