namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>What was agreed for the change of school year.</summary>
internal sealed record Modelafspraak(DateOnly VertrekOp, int MaxVertrek, int MaxNieuw);

/// <summary>
/// What a school may expect to see after each night and each act of a person: written from what Numo promises, and from
/// nothing of how it is done. Persons are known by their number; sources are what they mean to say.
/// </summary>
/// <param name="nightsArchive">Whether the school lets the night archive who left.</param>
internal sealed class Schoolmodel(bool nightsArchive)
{
    /// <summary>The first day of the school year that begins.</summary>
    public static readonly DateOnly Begin = new(2027, 8, 1);

    private Modelafspraak? _afspraak;
    private bool _isPrepared;
    private bool _needsPerson;
    private int _vertrokken;

    public Modelstand Stand { get; private set; } = new([], [], []);

    /// <summary>Whether something waits for a person; null when that is nobody's promise.</summary>
    public bool? Waits { get; private set; } = false;

    private int Newcomers => Stand.Leerlingen.Values.Count(a => a is { IsActief: true, Oud: null });

    /// <summary>Whether the source says of a pupil what it said before.</summary>
    public bool IsUnchanged(DateOnly dag, int nummer, Bronregel regel) => Stand.Leerlingen.GetValueOrDefault(nummer)
        is { IsActief: true, IsBegonnen: true } known && known.Receive(regel, dag >= Begin, isNight: false) == known;

    /// <summary>
    /// A row that came twice tells nothing: of whom it is stays as it was, and whether that waits is nobody's promise.
    /// </summary>
    public void ExpectDubbel() => Waits = null;

    /// <summary>A person applies all that this year's source says.</summary>
    public void ApplyAll(DateOnly dag, Bronbeeld nu)
    {
        ReceiveAll(dag, nu, nu.Leerlingen.Keys, isNight: false);
        ArchiveAll(dag, nu);
        (_needsPerson, Waits) = (false, false);
        EndWhenDone(nu, dag);
    }

    /// <summary>A person applies what the source says of next year.</summary>
    public void Prepare(Bronbeeld straks)
    {
        _isPrepared = true;
        Refresh(straks);
    }

    public void Agree(Modelafspraak afspraak) => _afspraak = afspraak;

    /// <summary>A person undoes what was done since a stand.</summary>
    public void Undo(Modelstand before)
    {
        Stand = before.Copy();
        _afspraak = null;
        (_needsPerson, Waits) = (true, null);
    }

    /// <summary>A night.</summary>
    public void Night(DateOnly dag, Bronbeeld nu, Bronbeeld straks)
    {
        var missing = dag < Begin && Stand.Leerlingen.Values.Any(a => a.IsOnbeslist) ? 1 : 0;
        missing += _isPrepared && dag < Begin ? Leavers(dag, nu).Count(straks.Leerlingen.ContainsKey) : 0;
        Waits = nu.IsLeeg ? null : Import(dag, nu);
        Waits = missing > 0 ? null : Waits;
        if (_isPrepared && dag < Begin && !straks.IsLeeg)
        {
            Refresh(straks);
        }
    }

    private bool Import(DateOnly dag, Bronbeeld nu)
    {
        var applies = _afspraak is not null && dag >= Begin;
        if (_needsPerson || (!applies && IsMoreThanHalf(dag, nu)))
        {
            return true;
        }

        int[] unknown = [.. nu.Leerlingen.Keys.Where(n => Stand.Leerlingen.GetValueOrDefault(n) is not { IsActief: true })];
        var tooMany = applies && unknown.Length > 0 && Newcomers + unknown.Length > _afspraak!.MaxNieuw;
        ReceiveAll(dag, nu, tooMany ? nu.Leerlingen.Keys.Except(unknown) : nu.Leerlingen.Keys, isNight: true);
        var waits = LeaversWait(dag, nu, applies) || tooMany;
        if (!waits)
        {
            EndWhenDone(nu, dag);
        }

        return waits;
    }

    private bool LeaversWait(DateOnly dag, Bronbeeld nu, bool applies)
    {
        var leavers = Leavers(dag, nu).Count();
        if (applies && dag < _afspraak!.VertrekOp)
        {
            ArchiveWithdrawn(dag, nu);
            return false;
        }

        if (applies)
        {
            return AgreedLeaversWait(dag, nu, leavers);
        }

        if (!nightsArchive && (leavers > 0 || LerarenGone(nu).Any()))
        {
            return true;
        }

        ArchiveAll(dag, nu);
        return false;
    }

    // Who was to come, and is withdrawn when the year has begun, has no day to stay until.
    private void ArchiveWithdrawn(DateOnly dag, Bronbeeld nu)
    {
        foreach (var nummer in Leavers(dag, nu).Where(n => Stand.Leerlingen[n].Oud is null).ToList())
        {
            Stand.Leerlingen[nummer] = Stand.Leerlingen[nummer] with { IsActief = false };
            _vertrokken++;
        }
    }

    // Bounds are of pupils: teachers leave whatever waits.
    private bool AgreedLeaversWait(DateOnly dag, Bronbeeld nu, int leavers)
    {
        ArchiveLeraren(nu);
        if (leavers > 0 && _vertrokken + leavers > _afspraak!.MaxVertrek)
        {
            return true;
        }

        _vertrokken += leavers;
        ArchiveAll(dag, nu);
        return false;
    }

    private void ReceiveAll(DateOnly dag, Bronbeeld nu, IEnumerable<int> nummers, bool isNight)
    {
        var isNieuwJaar = dag >= Begin;
        foreach (var nummer in nummers)
        {
            var regel = nu.Leerlingen[nummer];
            var known = Stand.Leerlingen.GetValueOrDefault(nummer) ?? new Modelaccount { Regel = regel };
            Stand.Leerlingen[nummer] = known.Receive(regel, isNieuwJaar, isNight);
        }

        foreach (var (nummer, klassen) in nu.Leraren)
        {
            Stand.Leraren[nummer] = new Modelleraar(true, klassen);
        }

        NameClasses(nu, isNieuwJaar);
    }

    private void ArchiveAll(DateOnly dag, Bronbeeld nu)
    {
        foreach (var nummer in Leavers(dag, nu).ToList())
        {
            Stand.Leerlingen[nummer] = Stand.Leerlingen[nummer] with { IsActief = false };
        }

        ArchiveLeraren(nu);
    }

    private void ArchiveLeraren(Bronbeeld nu)
    {
        foreach (var nummer in LerarenGone(nu).ToList())
        {
            Stand.Leraren[nummer] = Stand.Leraren[nummer] with { IsActief = false };
        }
    }

    private void Refresh(Bronbeeld straks)
    {
        foreach (var (nummer, account) in Stand.Leerlingen.Where(a => !straks.Leerlingen.ContainsKey(a.Key)).ToList())
        {
            Stand.Leerlingen[nummer] = account with
            {
                Nieuw = null,
                IsActief = account.IsActief && account.IsBegonnen,
                IsOnbeslist = false,
            };
        }

        // Who is new and has no class yet comes with the class, or on the first day.
        var come = straks.Leerlingen.Where(l =>
            l.Value.Klas is not null || Stand.Leerlingen.GetValueOrDefault(l.Key) is { IsActief: true });
        foreach (var (nummer, regel) in come.ToList())
        {
            var known = Stand.Leerlingen.GetValueOrDefault(nummer) ?? new Modelaccount { Regel = regel, IsActief = false };
            Stand.Leerlingen[nummer] = known.Prepare(regel);
        }

        NameClasses(straks, isNieuwJaar: true);
    }

    private void NameClasses(Bronbeeld beeld, bool isNieuwJaar)
    {
        foreach (var klas in beeld.Klassen)
        {
            Stand.Namen[(isNieuwJaar, klas)] = klas.Naam;
        }
    }

    // Who comes on 1 August does not leave before.
    private IEnumerable<int> Leavers(DateOnly dag, Bronbeeld nu) => Stand.Leerlingen
        .Where(a => a.Value.IsActief && (a.Value.IsBegonnen || dag >= Begin) && !nu.Leerlingen.ContainsKey(a.Key))
        .Select(a => a.Key);

    private IEnumerable<int> LerarenGone(Bronbeeld nu) => Stand.Leraren
        .Where(l => l.Value.IsActief && !nu.Leraren.ContainsKey(l.Key))
        .Select(l => l.Key);

    // A year in which it is not plain what is more than half would test nothing.
    private bool IsMoreThanHalf(DateOnly dag, Bronbeeld nu)
    {
        var isNieuwJaar = dag >= Begin;
        var known = Stand.Leerlingen.Where(a => a.Value.IsActief).ToList();
        var changed = known.Count(a => nu.Leerlingen.GetValueOrDefault(a.Key) is not { } regel
            ? a.Value.IsBegonnen
            : a.Value.Receive(regel, isNieuwJaar, isNight: false) != a.Value);
        var share = changed / (double)known.Count;
        return share is > 0.35 and < 0.65
            ? throw new InvalidOperationException($"{changed} of {known.Count} change on {dag:O}: about half.")
            : share > 0.5;
    }

    private void EndWhenDone(Bronbeeld nu, DateOnly dag)
    {
        var done = _afspraak is not null && dag >= _afspraak.VertrekOp && nu.Leerlingen.Values.All(l => l.Klas is not null);
        _afspraak = done ? null : _afspraak;
    }
}
