namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>
/// What the UWLR service can be told to do wrong. A fault or a replaced answer comes whatever was asked; everything
/// else only shows when the request itself is good.
/// </summary>
public enum UwlrMisbehaviour
{
    /// <summary>The answer stops in the middle; HTTP itself is complete.</summary>
    TruncatedAnswer,

    /// <summary>Content-Length promises the whole answer, and the connection closes in the middle.</summary>
    TruncatedConnection,

    /// <summary>A chunked answer of which the connection closes in the middle.</summary>
    TruncatedChunks,

    /// <summary>The answer drips: a few bytes, a pause, a few bytes.</summary>
    Slow,

    /// <summary>Fault <c>Server.InterneFout</c>.</summary>
    FaultInterneFout,

    /// <summary>Fault <c>Server.TijdelijkNietBeschikbaar</c>.</summary>
    FaultTijdelijkNietBeschikbaar,

    /// <summary>Fault <c>Client.OngeldigBericht</c>.</summary>
    FaultOngeldigBericht,

    /// <summary>Fault <c>Client.OngeldigeKlantIdentificatie</c>.</summary>
    FaultOngeldigeKlantIdentificatie,

    /// <summary>Fault <c>Client.AutorisatieOngeldig</c>.</summary>
    FaultAutorisatieOngeldig,

    /// <summary>Fault <c>Client.XsdVersieOngeldig</c>.</summary>
    FaultXsdVersieOngeldig,

    /// <summary>WCF's own <c>a:InternalServiceFault</c>, which UWLR does not know.</summary>
    FaultInternalService,

    /// <summary>Fault <c>Server.InterneFout</c> whose text repeats the autorisatiesleutel.</summary>
    FaultEchoesKey,

    /// <summary>The answer <c>geengegevens</c>.</summary>
    Geengegevens,

    /// <summary>The answer <c>geenwijzigingen</c>.</summary>
    Geenwijzigingen,

    /// <summary>The first pupils come twice: the same key, another ECK iD.</summary>
    DuplicateKeys,

    /// <summary>The first pupils come twice: the same ECK iD, another key.</summary>
    DuplicateEckIds,

    /// <summary>The first pupils and teachers refer to groups that do not exist.</summary>
    DanglingGroups,

    /// <summary>The first pupils and teachers have neither key nor ECK iD.</summary>
    PersonsWithoutKeys,

    /// <summary>The first pupils have no ECK iD.</summary>
    WithoutEckIds,

    /// <summary>The first pupils are in no class.</summary>
    WithoutStamgroepen,

    /// <summary>The first teachers have no e-mail address.</summary>
    WithoutEmails,

    /// <summary>The first pupils come twice: the same name, other keys.</summary>
    Namesakes,

    /// <summary>The first pupils and teachers have a zero before their key, and no ECK iD.</summary>
    ReissuedKeys,

    /// <summary>Elements in the order of Magister's hub demo, and the groups after the pupils.</summary>
    HubOrder,

    /// <summary>Empty <c>voorvoegsel</c> elements.</summary>
    EmptyVoorvoegsels,

    /// <summary>Fields that the smalle set forbids, with the values of <see cref="Uwlr.Verklikkers"/>.</summary>
    ForbiddenFields,

    /// <summary>Unknown elements with deep content, in which familiar names occur.</summary>
    UnknownElements,

    /// <summary>Bytes in windows-1252, told by the XML declaration.</summary>
    Windows1252,

    /// <summary>Bytes in windows-1252, told by nothing.</summary>
    Windows1252Undeclared,

    /// <summary>A DOCTYPE whose entities grow beyond all measure.</summary>
    EntityBomb,

    /// <summary>An HTML page about an error, with status 200.</summary>
    HtmlPage,

    /// <summary>Status 503.</summary>
    Http503,

    /// <summary>Status 429 with Retry-After.</summary>
    Http429,

    /// <summary>Status 404.</summary>
    Http404,

    /// <summary>Status 302 to another address.</summary>
    Redirect,

    /// <summary>The data carries another BRIN.</summary>
    OtherBrin,

    /// <summary>The data carries another vestiging.</summary>
    OtherVestiging,

    /// <summary>The data carries another school year.</summary>
    OtherSchooljaar,

    /// <summary>
    /// Everybody has other keys than before. With <see cref="MagisterMisbehaviour.OtherPupils"/> both sources fit.
    /// </summary>
    OtherPeople,

    /// <summary>One in three pupils and teachers, in an answer that is whole.</summary>
    PartOfThePeople,

    /// <summary>Pupils without end.</summary>
    EndlessBody,

    /// <summary>A hundred thousand elements inside each other.</summary>
    DeepNesting,

    /// <summary>A good answer under a content type that is not XML.</summary>
    WrongContentType,

    /// <summary>The connection is reset before an answer.</summary>
    ConnectionReset,
}
