namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// A school through the days. Day N is day 0 with the changes of day 1 to N applied; asking for the same or a later day
/// continues from the day that was asked last.
/// </summary>
internal sealed class Schoolverloop(SimulatorOptions options, int school, Schoolopbouw opbouw, Sleutels sleutels)
{
    private readonly Lock _gate = new();
    private Schooldag? _dag;
    private Momentopname? _laatste;

    /// <summary>Classes and groups.</summary>
    public Schoolopbouw Opbouw => opbouw;

    /// <summary>Everybody's keys.</summary>
    public Sleutels Sleutels => sleutels;

    /// <summary>Everybody on a day, 0 or later.</summary>
    public Momentopname At(int dag)
    {
        var laatste = Volatile.Read(ref _laatste);
        if (laatste?.Dag == dag)
        {
            return laatste;
        }

        lock (_gate)
        {
            if (_dag is null || _dag.Dag > dag)
            {
                _dag = new Schooldag(options, school, opbouw, sleutels);
            }

            while (_dag.Dag < dag)
            {
                _dag.Advance();
            }

            laatste = _dag.Capture();
            Volatile.Write(ref _laatste, laatste);
            return laatste;
        }
    }
}
