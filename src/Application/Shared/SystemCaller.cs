using System.Collections.Frozen;

namespace Kurve.Numo.Application.Shared;

/// <summary>Who acts where nobody called: the service itself. For a scope that belongs to no call.</summary>
public sealed class SystemCaller
{
    /// <summary>The name under which the nights act.</summary>
    public const string Nights = "numo-sync";

    private static readonly FrozenSet<string> All =
        [.. new[] { Scopes.Read, Scopes.Import, Scopes.Leerplan, Scopes.Beheer }];

    /// <summary>The service itself; null in the scope of a call.</summary>
    public Caller? Current { get; private set; }

    /// <summary>From now on what happens in this scope is done by the service itself, under a name for the audit.</summary>
    public void ActAs(string subject) => Current = new Caller(subject, All, Scholen: null);
}
