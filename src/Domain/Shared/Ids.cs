namespace Kurve.Numo.Domain.Shared;

/// <summary>Identifies a school within Numo (UUIDv7).</summary>
public readonly record struct SchoolId(Guid Value)
{
    /// <summary>A new id that sorts after all earlier ones.</summary>
    public static SchoolId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies the account of a leerling or docent within Numo (UUIDv7).</summary>
public readonly record struct AccountId(Guid Value)
{
    /// <summary>A new id that sorts after all earlier ones.</summary>
    public static AccountId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a groep within Numo (UUIDv7).</summary>
public readonly record struct GroepId(Guid Value)
{
    /// <summary>A new id that sorts after all earlier ones.</summary>
    public static GroepId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an import run (UUIDv7).</summary>
public readonly record struct ImportRunId(Guid Value)
{
    /// <summary>A new id that sorts after all earlier ones.</summary>
    public static ImportRunId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies what a person decided of a conflict (UUIDv7).</summary>
public readonly record struct BeslissingId(Guid Value)
{
    /// <summary>A new id that sorts after all earlier ones.</summary>
    public static BeslissingId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
