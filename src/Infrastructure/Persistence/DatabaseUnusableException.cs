namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>The database that is configured cannot be used; the message says why, and what an operator can do.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <summary>With the reason.</summary>
    public DatabaseUnusableException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason, and what went wrong below.</summary>
    public DatabaseUnusableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
