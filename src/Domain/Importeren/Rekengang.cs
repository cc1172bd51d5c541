namespace Kurve.Numo.Domain.Importeren;

/// <summary>A long calculation: it tells how far it is, and stops when it is asked to.</summary>
/// <param name="progress">Is told how many were done, now and then; null for nobody.</param>
/// <param name="ct">Stops the calculation.</param>
public sealed class Rekengang(IProgress<int>? progress, CancellationToken ct)
{
    private const int Step = 256;
    private int _gedaan;

    /// <summary>One that nobody follows or stops.</summary>
    public static Rekengang Ongestoord => new(null, CancellationToken.None);

    /// <summary>One more is done.</summary>
    /// <exception cref="OperationCanceledException">The calculation must stop.</exception>
    public void Next()
    {
        Check();
        if (++_gedaan % Step == 0)
        {
            progress?.Report(_gedaan);
        }
    }

    /// <summary>Goes on, unless the calculation must stop.</summary>
    /// <exception cref="OperationCanceledException">The calculation must stop.</exception>
    public void Check() => ct.ThrowIfCancellationRequested();
}
