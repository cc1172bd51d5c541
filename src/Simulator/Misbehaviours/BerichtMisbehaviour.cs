namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>What the mail catcher can be told to do wrong.</summary>
public enum MailMisbehaviour
{
    /// <summary>It never answers who is named as the receiver.</summary>
    Hangs,

    /// <summary>It answers after a while, see <see cref="MisbehaviourDetails.Delay"/>.</summary>
    Slow,

    /// <summary>The message is put off: 451.</summary>
    TemporaryFailure,

    /// <summary>The message is refused: 554.</summary>
    PermanentFailure,

    /// <summary>The receiver is refused: 550.</summary>
    RecipientRefused,

    /// <summary>It closes the connection: 421.</summary>
    ClosesConnection,

    /// <summary>It keeps the message, and answers too late for who sent it.</summary>
    KeepsAndHangs,
}

/// <summary>What the receiver of webhooks can be told to do wrong.</summary>
public enum WebhookMisbehaviour
{
    /// <summary>It never answers.</summary>
    Hangs,

    /// <summary>It answers after a while, see <see cref="MisbehaviourDetails.Delay"/>.</summary>
    Slow,

    /// <summary>Status 500.</summary>
    Http500,

    /// <summary>Status 503.</summary>
    Http503,

    /// <summary>Status 429.</summary>
    Http429,

    /// <summary>Status 400.</summary>
    Http400,

    /// <summary>Status 410.</summary>
    Http410,

    /// <summary>Status 302 to another address.</summary>
    Redirect,

    /// <summary>The connection is reset before an answer.</summary>
    ConnectionReset,

    /// <summary>Status 200 with a body without end.</summary>
    EndlessBody,

    /// <summary>It keeps the call, and answers too late for who sent it.</summary>
    KeepsAndHangs,
}
