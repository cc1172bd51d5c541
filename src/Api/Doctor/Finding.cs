namespace Kurve.Numo.Api.Doctor;

/// <summary>How a check went.</summary>
internal enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, and something is to be looked at.</summary>
    Warning,

    /// <summary>The service does not work with this.</summary>
    Fault,
}

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Kind">How it went.</param>
/// <param name="Text">What was found, with the value that it is about.</param>
/// <param name="Remedy">What to do; null when there is nothing to do.</param>
internal sealed record Finding(string Check, FindingKind Kind, string Text, string? Remedy = null)
{
    public static Finding Good(string check, string text) => new(check, FindingKind.Good, text);

    public static Finding Warning(string check, string text, string remedy) => new(check, FindingKind.Warning, text, remedy);

    public static Finding Fault(string check, string text, string remedy) => new(check, FindingKind.Fault, text, remedy);
}
