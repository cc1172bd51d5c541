using Kurve.Numo.Application.Importeren.Runs;

namespace Kurve.Numo.Infrastructure.Importeren.Runs;

/// <summary>How long what imports leave behind is kept.</summary>
public sealed class BewaarOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Numo:Importeren";

    /// <summary>How long a preview can be applied, from its comparison: more than zero, 30 days at most.</summary>
    public TimeSpan VoorbeeldVervalt { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// For how many days the rows of a run are kept, and with them what is needed to undo it: 1 to 3650, from its end.
    /// </summary>
    public int PlanBewaartermijn { get; set; } = 30;

    /// <summary>
    /// For how many days a school's decisions on conflicts are kept after its last run: 1 to 3650. A school year and a
    /// bit, so that a school that imports each August keeps them.
    /// </summary>
    public int BeslissingBewaartermijn { get; set; } = 400;

    /// <summary>How often each process looks for what is over: a second to a day.</summary>
    public TimeSpan Opruiminterval { get; set; } = TimeSpan.FromMinutes(1);

    internal bool IsVoorbeeldVervaltGoed =>
        VoorbeeldVervalt > TimeSpan.Zero && VoorbeeldVervalt <= TimeSpan.FromDays(30);

    internal bool IsPlanBewaartermijnGoed => PlanBewaartermijn is >= 1 and <= 3650;

    internal bool IsBeslissingBewaartermijnGoed => BeslissingBewaartermijn is >= 1 and <= 3650;

    internal bool IsOpruimintervalGoed =>
        Opruiminterval >= TimeSpan.FromSeconds(1) && Opruiminterval <= TimeSpan.FromDays(1);

    internal Bewaartermijnen ToTermijnen() =>
        new(VoorbeeldVervalt, TimeSpan.FromDays(PlanBewaartermijn), Opruiminterval)
        {
            Beslissing = TimeSpan.FromDays(BeslissingBewaartermijn),
        };
}
