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

    /// <summary>
    /// What XML forbids, in the values of the first pupils and the school: control characters raw and as references,
    /// entities of HTML, and a loose ampersand. Read with care, the people are those of a good answer.
    /// </summary>
    ForbiddenCharacters,

    /// <summary>White space and a byte order mark before the XML declaration, which is that of version 1.1.</summary>
    BlanksBeforeDeclaration,

    /// <summary>An element that is never closed properly, on the second line.</summary>
    BrokenXml,

    /// <summary>The answer is compressed with gzip, whatever was asked.</summary>
    Gzip,

    /// <summary>The answer is compressed with deflate, whatever was asked.</summary>
    Deflate,

    /// <summary>The answer is compressed with Brotli, whatever was asked.</summary>
    Brotli,

    /// <summary>The answer is compressed with gzip, and no header says so.</summary>
    GzipUnannounced,

    /// <summary>A compressed answer that stops in the middle.</summary>
    GzipTruncated,

    /// <summary>A small compressed answer that is a large one.</summary>
    GzipBomb,

    /// <summary>A fault of SOAP 1.2: <c>Sender</c>, with <c>Client.AutorisatieOngeldig</c> as its subcode.</summary>
    Soap12FaultAutorisatie,

    /// <summary>A fault of SOAP 1.2: <c>Receiver</c>, and nothing else.</summary>
    Soap12FaultReceiver,

    /// <summary>A fault of SOAP 1.1 with the bare code <c>Server</c>.</summary>
    FaultServer,

    /// <summary>Status 503 with Retry-After, see <see cref="MisbehaviourDetails.RetryAfter"/>.</summary>
    RetryLater,

    /// <summary>Status 400.</summary>
    Http400,

    /// <summary>Status 401.</summary>
    Http401,

    /// <summary>Status 403.</summary>
    Http403,

    /// <summary>Status 410.</summary>
    Http410,

    /// <summary>Every second home class is not among the groups, though pupils refer to it.</summary>
    UndeclaredGroups,

    /// <summary>An empty <c>groepen</c> element, though everybody refers to groups.</summary>
    EmptyGroups,

    /// <summary>Two in five pupils refer to no group at all.</summary>
    WithoutReferences,

    /// <summary>The first teachers have no single e-mail address: a word, two addresses, an address with its name.</summary>
    OddEmails,

    /// <summary>The first pupils have the ECK iD <c>onbekend</c>.</summary>
    UnknownEckIds,
}
