using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Simulator.Bediening;

/// <summary>A misbehaviour as it is asked over HTTP, in the query of <c>POST /control/misbehave</c>.</summary>
/// <param name="Kind">Such as <c>uwlr.truncated-answer</c> or <c>magister.no-right</c>.</param>
/// <param name="School">The BRIN; absent is every school.</param>
/// <param name="Times">For how many requests; absent is until a reset.</param>
/// <param name="Prefix">See <see cref="MisbehaviourDetails.FaultPrefix"/>; <c>none</c> leaves it out.</param>
/// <param name="Fraction">See <see cref="MisbehaviourDetails.Fraction"/>.</param>
/// <param name="DelayMs">See <see cref="MisbehaviourDetails.Delay"/>.</param>
/// <param name="PieceSize">See <see cref="MisbehaviourDetails.PieceSize"/>.</param>
/// <param name="Column">See <see cref="MisbehaviourDetails.Column"/>.</param>
/// <param name="RetryAfter">See <see cref="MisbehaviourDetails.RetryAfter"/>.</param>
internal sealed record MisbehaviourInstruction(
    string Kind,
    string? School,
    int? Times,
    string? Prefix,
    double? Fraction,
    int? DelayMs,
    int? PieceSize,
    string? Column,
    string? RetryAfter)
{
    private const string UwlrPrefix = "uwlr.";
    private const string MagisterPrefix = "magister.";
    private const string MailPrefix = "mail.";
    private const string WebhookPrefix = "webhook.";

    /// <summary>Everything that can be asked.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. Enum.GetNames<UwlrMisbehaviour>().Select(name => UwlrPrefix + Dashed(name)),
        .. Enum.GetNames<MagisterMisbehaviour>().Select(name => MagisterPrefix + Dashed(name)),
        .. Enum.GetNames<MailMisbehaviour>().Select(name => MailPrefix + Dashed(name)),
        .. Enum.GetNames<WebhookMisbehaviour>().Select(name => WebhookPrefix + Dashed(name)),
    ];

    /// <summary>Passes the instruction on; says what is wrong with it, or null.</summary>
    public string? Apply(Simulatie simulatie, MisbehaviourControl control)
    {
        if (School is not null && simulatie.FindByBrin(School) is null)
        {
            return $"there is no school {School}";
        }

        if (Times is <= 0)
        {
            return "times must be 1 or more";
        }

        if (TryParse(UwlrPrefix, out UwlrMisbehaviour uwlr))
        {
            control.Add(uwlr, School, Times, ReadDetails());
            return null;
        }

        if (TryParse(MagisterPrefix, out MagisterMisbehaviour magister))
        {
            control.Add(magister, School, Times, ReadDetails());
            return null;
        }

        if (TryParse(MailPrefix, out MailMisbehaviour mail))
        {
            control.Add(mail, Times, ReadDetails());
            return null;
        }

        if (TryParse(WebhookPrefix, out WebhookMisbehaviour webhook))
        {
            control.Add(webhook, Times, ReadDetails());
            return null;
        }

        return $"there is no misbehaviour {Kind}; GET /control/misbehaviours lists them";
    }

    private MisbehaviourDetails ReadDetails() => new()
    {
        FaultPrefix = Prefix is "none" ? "" : Prefix,
        Fraction = Fraction ?? MisbehaviourDetails.None.Fraction,
        Delay = DelayMs is { } delay ? TimeSpan.FromMilliseconds(delay) : MisbehaviourDetails.None.Delay,
        PieceSize = PieceSize ?? MisbehaviourDetails.None.PieceSize,
        Column = Column,
        RetryAfter = RetryAfter ?? MisbehaviourDetails.None.RetryAfter,
    };

    private bool TryParse<TKind>(string prefix, out TKind kind)
        where TKind : struct, Enum
    {
        kind = default;
        if (!Kinds.Contains(Kind, StringComparer.Ordinal) || !Kind.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var name = Kind[prefix.Length..].Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse(name, ignoreCase: true, out kind);
    }

    private static string Dashed(string name) => string.Concat(name.Select((letter, i) =>
        (char.IsAsciiLetterUpper(letter) && i > 0 ? "-" : "") + char.ToLowerInvariant(letter)));
}
