namespace Kurve.Numo.Application.Shared;

/// <summary>How many people the command at hand changes; its handler says so, and the audit tells it.</summary>
public sealed class Touched
{
    /// <summary>The number of people.</summary>
    public int Aantal { get; set; }
}
