using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Shared;

/// <summary>What a caller may do; each RPC needs one.</summary>
public static class Scopes
{
    /// <summary>
    /// Read schools and their people. Without it the answers of other methods have people masked, as for support.
    /// </summary>
    public const string Read = "numo.read";

    /// <summary>Preview and apply imports.</summary>
    public const string Import = "numo.import";

    /// <summary>Change leerplannen.</summary>
    public const string Leerplan = "numo.leerplan";

    /// <summary>Kurve support: schools and koppelingen.</summary>
    public const string Beheer = "numo.beheer";

    /// <summary>Every school, where the token names none; <see cref="Beheer"/> includes it.</summary>
    public const string AlleScholen = "numo.alle-scholen";

    /// <summary>
    /// Kurve support in a school's data: lets nothing more be done than the other scopes do, and masks who people are.
    /// </summary>
    public const string Support = "numo.support";
}

/// <summary>Who asks: a Kurve service or a school's user.</summary>
/// <param name="Subject">The token's subject; names a program or an account, and is written to the audit.</param>
/// <param name="Scopes">What the caller may do.</param>
/// <param name="Scholen">The schools that the caller is bound to; null for all.</param>
public sealed record Caller(string Subject, IReadOnlySet<string> Scopes, IReadOnlySet<SchoolId>? Scholen)
{
    /// <summary>Whether the caller is Kurve's support, which may not know who people are.</summary>
    public bool IsSupport => Scopes.Contains(Shared.Scopes.Support);

    /// <summary>Whether the caller may know who people are.</summary>
    public bool MayKnowPeople => Scopes.Contains(Shared.Scopes.Read) && !IsSupport;

    /// <summary>Whether the caller may know of this school.</summary>
    public bool MaySee(SchoolId school) => Scholen is null || Scholen.Contains(school);
}

/// <summary>Tells who asks.</summary>
public interface ICallerAccessor
{
    /// <summary>The caller of the request at hand.</summary>
    Caller Current { get; }
}
