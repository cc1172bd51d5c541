using System.Net;
using System.Text;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>How the web service deviates for one call.</summary>
internal sealed record MagisterReactie
{
    /// <summary>Not at all.</summary>
    public static readonly MagisterReactie Goed = new();

    private const string Accent = "Officiële leerweg, 1e fase – één jaar";

    /// <summary>How the list is written.</summary>
    public MagisterVorm Vorm { get; private init; } = MagisterVorm.Goed;

    /// <summary>How the bytes go out.</summary>
    public Aflevering Aflevering { get; private init; }

    /// <summary>The finer points.</summary>
    public MisbehaviourDetails Details { get; private init; } = MisbehaviourDetails.None;

    /// <summary>A change in the text of the answer.</summary>
    public Func<string, string>? Verminking { get; private init; }

    /// <summary>Another answer than the function gives.</summary>
    public Func<MagisterDienst, MagisterVraag, Sessie?, MagisterAntwoord>? Antwoord { get; private init; }

    /// <summary>Something else altogether.</summary>
    public Func<HttpContext, Task>? Vervanging { get; private init; }

    /// <summary>Whether a misbehaviour has to do with a call.</summary>
    public static bool Applies(MagisterMisbehaviour kind, MagisterVraag vraag) => kind switch
    {
        MagisterMisbehaviour.WrongPassword => vraag.Is("Algemeen", "Login")
            || vraag.Argument("SessionToken").Contains(';', StringComparison.Ordinal),
        MagisterMisbehaviour.ExpiredSession => vraag.Is("Data", "GetData")
            && !vraag.Argument("SessionToken").Contains(';', StringComparison.Ordinal),
        MagisterMisbehaviour.EchoInRefusal or MagisterMisbehaviour.EchoInLoginException
            or MagisterMisbehaviour.LoginWithoutToken =>
            vraag.Is("Algemeen", "Login"),
        >= MagisterMisbehaviour.Http503 => true,
        _ => vraag.Is("Data", "GetData"),
    };

    /// <summary>The reaction that belongs to an instruction.</summary>
    public static MagisterReactie Of(MagisterMisbehaviour kind, MisbehaviourDetails details)
    {
        var reactie = VormOf(kind, details) is { } vorm
            ? new MagisterReactie { Vorm = vorm }
            : AnswerOf(kind) is { } antwoord ? new MagisterReactie { Antwoord = antwoord }
            : Replace(kind, details) is { } vervanging ? new MagisterReactie { Vervanging = vervanging }
            : Other(kind);
        return reactie with { Details = details };
    }

    private static MagisterVorm? VormOf(MagisterMisbehaviour kind, MisbehaviourDetails details) => kind switch
    {
        MagisterMisbehaviour.EmptyTable => new MagisterVorm { Gevuld = false, Meervoud = null },
        MagisterMisbehaviour.EmptyList => new MagisterVorm { Gevuld = false },
        MagisterMisbehaviour.OtherWrapperNames =>
            new MagisterVorm { Meervoud = "Voorinschrijvingen", Enkelvoud = "Voorinschrijving" },
        MagisterMisbehaviour.ContradictingDuplicates => new MagisterVorm { TegenstrijdigeDubbelen = true },
        MagisterMisbehaviour.EmptyCodes => new MagisterVorm { ZonderCodes = true },
        MagisterMisbehaviour.LastYearsEnrolments => new MagisterVorm { VorigJaarErbij = true },
        MagisterMisbehaviour.ShortStamnrs => new MagisterVorm { KorteStamnrs = true },
        MagisterMisbehaviour.OtherPupils => new MagisterVorm { AndereLeerlingen = true },
        MagisterMisbehaviour.DecoratedStamnrs => new MagisterVorm { VersierdeStamnrs = true },
        MagisterMisbehaviour.ByteOrderMark => new MagisterVorm { Encoding = new UTF8Encoding(true) },
        MagisterMisbehaviour.Windows1252 => new MagisterVorm
        {
            Encoding = Windows1252,
            ContentType = "text/xml; charset=windows-1252",
            Kolommen = WithAccents(),
        },
        MagisterMisbehaviour.Windows1252Undeclared => new MagisterVorm
        {
            Encoding = Windows1252,
            ContentType = "text/xml",
            Declaration = false,
            Kolommen = WithAccents(),
        },
        _ => ColumnsOf(kind, details) is { } kolommen ? new MagisterVorm { Kolommen = kolommen } : null,
    };

    private static IReadOnlyList<MagisterKolom>? ColumnsOf(MagisterMisbehaviour kind, MisbehaviourDetails details) =>
        kind switch
        {
            MagisterMisbehaviour.CaptionColumns => MagisterKolom.Named(
                "Loginaccount.Loginaccount.sis_gebr__idGebr", "Externe_id", "opleidingscode", "Stamnr"),
            MagisterMisbehaviour.PrefixedColumns => MagisterKolom.Named(
                "Loginaccount.idGebr", "Leerling.Externe_id", "Studie.Opleidingscode", "Leerling.Stamnr"),
            MagisterMisbehaviour.UpperCaseColumns => MagisterKolom.Named(
                "IDGEBR", "EXTERNEID", "OPLEIDINGSCODE", "STAMNR"),
            MagisterMisbehaviour.AliasColumns => MagisterKolom.Named(
                "KurveGebruikerId", "KurveExterneId", "KurveOpleiding", "KurveStamnr"),
            MagisterMisbehaviour.MissingColumn => [.. MagisterVorm.Goed.Kolommen.Where(k => !k.Naam.Equals(
                details.Column ?? "opleidingscode", StringComparison.OrdinalIgnoreCase))],
            MagisterMisbehaviour.AbsentWhenEmpty => [.. MagisterVorm.Goed.Kolommen.Select(k => k with
            {
                Waarde = rij => k.Waarde(rij) is { Length: > 0 } waarde ? waarde : null,
            })],
            MagisterMisbehaviour.ExtraColumns =>
            [
                new("Klas.Klas.sis_bgrp__idBgrp", _ => "4711"),
                .. MagisterVorm.Goed.Kolommen,
                new("Studie.Omschrijving", _ => Accent),
                new("Datum_uitschrijving", _ => "1899-12-30"),
            ],
            _ => null,
        };

    private static Func<MagisterDienst, MagisterVraag, Sessie?, MagisterAntwoord>? AnswerOf(
        MagisterMisbehaviour kind) => kind switch
        {
            MagisterMisbehaviour.WrongPassword => (_, _, _) => MagisterDienst.OngeldigAccount,
            MagisterMisbehaviour.LoginWithoutToken => (_, _, _) => new MagisterAntwoord.Ingelogd(""),
            MagisterMisbehaviour.NoRight => (_, _, _) =>
                new MagisterAntwoord.Foutrij(10, "Gebruikersaccount heeft geen recht op deze layout"),
            MagisterMisbehaviour.ListMissing => (_, vraag, sessie) => MagisterDienst.Fail(
                sessie, 20, "EMGeneralFailure", $"Layout '{vraag.Argument("Layout")}' is niet gevonden"),
            MagisterMisbehaviour.ExceptionWithoutText => (_, _, sessie) => FailWithoutText(sessie),
            MagisterMisbehaviour.ExpiredSession => (dienst, vraag, _) => Expire(dienst, vraag),
            MagisterMisbehaviour.EchoInRefusal => (_, vraag, sessie) =>
                new MagisterAntwoord.Geweigerd(Echo(vraag, sessie)),
            MagisterMisbehaviour.EchoInLoginException => (_, vraag, sessie) =>
                new MagisterAntwoord.Uitzondering(Echo(vraag, sessie), Echo(vraag, sessie)),
            MagisterMisbehaviour.EchoInExceptionText => (_, vraag, sessie) =>
                new MagisterAntwoord.Uitzondering("EMGeneralFailure", Echo(vraag, sessie)),
            MagisterMisbehaviour.EchoInExceptionClass => (_, vraag, sessie) =>
                new MagisterAntwoord.Uitzondering(Echo(vraag, sessie), "De lijst kan niet worden uitgevoerd"),
            _ => null,
        };

    /// <summary>
    /// All that the caller sent to prove who it is: as it was, as it stands in an address, and as in a page.
    /// </summary>
    private static string Echo(MagisterVraag vraag, Sessie? sessie)
    {
        string[] gestuurd =
        [
            sessie?.School.Gebruiker ?? vraag.Argument("UserName"),
            sessie?.Wachtwoord ?? vraag.Argument("Password"),
            vraag.Argument("SessionToken"),
        ];
        return $"Fout bij {string.Join(' ', gestuurd)} ({string.Join('&', gestuurd.Select(Uri.EscapeDataString))}) "
            + $"({string.Join('&', gestuurd.Select(WebUtility.UrlEncode))}) "
            + string.Join(' ', gestuurd.Select(WebUtility.HtmlEncode));
    }

    private static MagisterAntwoord.Uitzondering FailWithoutText(Sessie? sessie)
    {
        MagisterDienst.Fail(sessie, 22, "EMGeneralFailure", "De lijst kan niet worden uitgevoerd");
        return new MagisterAntwoord.Uitzondering("EMGeneralFailure", "");
    }

    private static MagisterAntwoord Expire(MagisterDienst dienst, MagisterVraag vraag)
    {
        dienst.Expire(vraag);
        return MagisterDienst.OngeldigeSessie;
    }

    private static Func<HttpContext, Task>? Replace(MagisterMisbehaviour kind, MisbehaviourDetails details) => kind switch
    {
        MagisterMisbehaviour.HtmlPage => Vervangingen.HtmlPageAsync,
        MagisterMisbehaviour.Http503 => Vervangingen.Status(503),
        MagisterMisbehaviour.RetryLater => Vervangingen.Status(503, details.RetryAfter),
        MagisterMisbehaviour.Http401 => Vervangingen.Status(401),
        MagisterMisbehaviour.Http403 => Vervangingen.Status(403),
        MagisterMisbehaviour.Http404 => Vervangingen.Status(404),
        MagisterMisbehaviour.Http410 => Vervangingen.Status(410),
        MagisterMisbehaviour.Redirect => Vervangingen.RedirectAsync,
        MagisterMisbehaviour.ConnectionReset => Vervangingen.ResetAsync,
        MagisterMisbehaviour.FaultServer => Vervangingen.ServerFaultAsync,
        MagisterMisbehaviour.Soap12FaultReceiver => Vervangingen.Soap12Fault("Receiver", null, "Er ging iets mis."),
        _ => null,
    };

    private static MagisterReactie Other(MagisterMisbehaviour kind) => kind switch
    {
        MagisterMisbehaviour.TruncatedAnswer => new MagisterReactie { Aflevering = Aflevering.Afgekapt },
        MagisterMisbehaviour.TruncatedConnection => new MagisterReactie { Aflevering = Aflevering.VerbrokenMetLengte },
        MagisterMisbehaviour.Slow => new MagisterReactie { Aflevering = Aflevering.Traag },
        MagisterMisbehaviour.Gzip => new MagisterReactie { Aflevering = Aflevering.Gzip },
        MagisterMisbehaviour.GzipUnannounced => new MagisterReactie { Aflevering = Aflevering.GzipOnaangekondigd },
        MagisterMisbehaviour.ForbiddenCharacters => new MagisterReactie
        {
            Verminking = Verminkingen.ForbidCharacters("ExterneId", "Leerlingen"),
        },
        MagisterMisbehaviour.EntityBomb => new MagisterReactie
        {
            Vervanging = Vervangingen.EntityBomb(
                "<Response><Result>True</Result><Table><Leerlingen><Leerling><stamnr>",
                "</stamnr></Leerling></Leerlingen></Table></Response>"),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This misbehaviour has no reaction."),
    };

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static IReadOnlyList<MagisterKolom> WithAccents() =>
        [.. MagisterVorm.Goed.Kolommen, new("Studie.Omschrijving", _ => Accent)];
}
