namespace Kurve.Numo.Cli.Commands;

/// <summary>A person's yes to what was shown: given on the command line, or asked for.</summary>
internal sealed class Decision
{
    private readonly Session _session;
    private readonly string _undone;

    /// <summary>To be made before anything is asked of the API.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isTaken">Whether the yes was given on the command line.</param>
    /// <param name="verb">What is decided, such as "apply".</param>
    /// <param name="undone">What is told after a no, such as "Not applied".</param>
    /// <exception cref="WrongUsageException">It was not given, and nobody can be asked.</exception>
    public Decision(Session session, bool isTaken, string verb, string undone)
    {
        if (!isTaken && !session.Terminal.CanAsk)
        {
            throw new WrongUsageException(
                $"This is no terminal, so nobody can be asked: give --yes to {verb} without asking.");
        }

        (_session, _undone, IsTaken) = (session, undone, isTaken);
    }

    /// <summary>Whether the command line has --yes, so that there is no question.</summary>
    public bool IsTaken { get; }

    /// <summary>That a plan is applied.</summary>
    public static Decision ToApply(Session session, bool isTaken) => new(session, isTaken, "apply", "Not applied");

    /// <summary>Asks, unless the yes was given already.</summary>
    /// <exception cref="RefusedException">It was no yes.</exception>
    public async Task AskAsync(string question, CancellationToken ct)
    {
        if (!IsTaken && !await _session.Terminal.ConfirmAsync(question, ct))
        {
            throw new RefusedException($"{_undone}: you did not say yes.");
        }
    }
}
