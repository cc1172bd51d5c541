namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>
/// What Magister's web service can be told to do wrong. Unless said otherwise it shows, and is counted, when the list
/// is asked for (<c>GetData</c>).
/// </summary>
public enum MagisterMisbehaviour
{
    /// <summary>
    /// User or password is refused, at <c>Login</c> and where <c>user;password</c> stands for a token.
    /// </summary>
    WrongPassword,

    /// <summary>The account has no right on the list: error 10 in the table.</summary>
    NoRight,

    /// <summary>The list does not exist: exception EMGeneralFailure.</summary>
    ListMissing,

    /// <summary>An exception without text; <c>GetLastErrorMessage</c> has the text.</summary>
    ExceptionWithoutText,

    /// <summary>No rows, as <c>&lt;Table/&gt;</c>.</summary>
    EmptyTable,

    /// <summary>No rows, as <c>&lt;Table&gt;&lt;Leerlingen/&gt;&lt;/Table&gt;</c>.</summary>
    EmptyList,

    /// <summary>
    /// Captions instead of aliases: <c>Loginaccount.Loginaccount.sis_gebr__idGebr</c>, <c>Externe_id</c>,
    /// <c>Stamnr</c>.
    /// </summary>
    CaptionColumns,

    /// <summary>Captions with the name of a table in front: <c>Loginaccount.idGebr</c>.</summary>
    PrefixedColumns,

    /// <summary>The columns' names in capitals.</summary>
    UpperCaseColumns,

    /// <summary>
    /// Collision-free aliases: <c>KurveGebruikerId</c>, <c>KurveExterneId</c>, <c>KurveOpleiding</c>,
    /// <c>KurveStamnr</c>.
    /// </summary>
    AliasColumns,

    /// <summary>
    /// A column is not there: <see cref="MisbehaviourDetails.Column"/>, or else <c>opleidingscode</c>.
    /// </summary>
    MissingColumn,

    /// <summary>A column without value leaves its element out.</summary>
    AbsentWhenEmpty,

    /// <summary>More columns than were asked for, before and after the known ones.</summary>
    ExtraColumns,

    /// <summary>Other element names around the rows: <c>Voorinschrijvingen</c> and <c>Voorinschrijving</c>.</summary>
    OtherWrapperNames,

    /// <summary>Bytes in windows-1252, told by the XML declaration; a column with accents is added.</summary>
    Windows1252,

    /// <summary>Bytes in windows-1252, told by nothing; a column with accents is added.</summary>
    Windows1252Undeclared,

    /// <summary>A byte order mark before the document.</summary>
    ByteOrderMark,

    /// <summary>The first pupils come twice, with another opleidingscode.</summary>
    ContradictingDuplicates,

    /// <summary><c>stamnr</c> with spaces around it and zeros in front.</summary>
    DecoratedStamnrs,

    /// <summary>The list holds other pupils than UWLR: no key of one is a key of the other.</summary>
    OtherPupils,

    /// <summary>The list stops in the middle; HTTP itself is complete.</summary>
    TruncatedAnswer,

    /// <summary>Content-Length promises the whole list, and the connection closes in the middle.</summary>
    TruncatedConnection,

    /// <summary>The list drips: a few bytes, a pause, a few bytes.</summary>
    Slow,

    /// <summary>A DOCTYPE whose entities grow beyond all measure.</summary>
    EntityBomb,

    /// <summary>The session has expired: its token is unknown from now on.</summary>
    ExpiredSession,

    /// <summary>
    /// Login is refused, and the reason repeats what it was sent, as it was and percent-encoded.
    /// </summary>
    EchoInRefusal,

    /// <summary>Login ends in an exception of which class and text repeat what it was sent.</summary>
    EchoInLoginException,

    /// <summary>An exception whose text repeats user, password and token; over SOAP a fault with status 500.</summary>
    EchoInExceptionText,

    /// <summary>An exception whose class repeats user, password and token.</summary>
    EchoInExceptionClass,

    /// <summary>No row has an opleidingscode.</summary>
    EmptyCodes,

    /// <summary>
    /// Pupils from the second leerjaar on have the enrolment of last year as well, of which the code comes first in the
    /// alphabet.
    /// </summary>
    LastYearsEnrolments,

    /// <summary><c>stamnr</c> without its leading zeros.</summary>
    ShortStamnrs,

    /// <summary>Control characters, entities of HTML and a loose ampersand in the first rows.</summary>
    ForbiddenCharacters,

    /// <summary>The list is compressed with gzip, whatever was asked.</summary>
    Gzip,

    /// <summary>The list is compressed with gzip, and no header says so.</summary>
    GzipUnannounced,

    /// <summary>A login is accepted, and no session token is given.</summary>
    LoginWithoutToken,

    /// <summary>Status 503, for every function.</summary>
    Http503,

    /// <summary>Status 404, for every function.</summary>
    Http404,

    /// <summary>Status 302 to another address, for every function.</summary>
    Redirect,

    /// <summary>An HTML page about an error with status 200, for every function.</summary>
    HtmlPage,

    /// <summary>The connection is reset before an answer, for every function.</summary>
    ConnectionReset,

    /// <summary>A fault of SOAP 1.1 with the bare code <c>Server</c> and status 500, for every function.</summary>
    FaultServer,

    /// <summary>A fault of SOAP 1.2, <c>Receiver</c>, with status 500, for every function.</summary>
    Soap12FaultReceiver,

    /// <summary>
    /// Status 503 with Retry-After, for every function; see <see cref="MisbehaviourDetails.RetryAfter"/>.
    /// </summary>
    RetryLater,

    /// <summary>Status 401, for every function.</summary>
    Http401,

    /// <summary>Status 403, for every function.</summary>
    Http403,

    /// <summary>Status 410, for every function.</summary>
    Http410,
}
