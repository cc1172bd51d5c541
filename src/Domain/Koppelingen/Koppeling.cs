using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>The kinds of school administration (leerlingadministratiesysteem).</summary>
public enum Las
{
    /// <summary>Magister: UWLR smalle set and Magister's own web service.</summary>
    Magister,
}

/// <summary>
/// The connection of one school to its school administration. Secrets are held encrypted; only the store that encrypts
/// them can read them.
/// </summary>
public sealed record Koppeling
{
    /// <summary>The web service user that Kurve's manual asks a school to make.</summary>
    public const string DefaultGebruiker = "Kurve";

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>The kind of school administration.</summary>
    public required Las Las { get; init; }

    /// <summary>The school's name at Magister.</summary>
    public required Schooldomein Schooldomein { get; init; }

    /// <summary>The user of Magister's web service.</summary>
    public required string WebserviceGebruiker { get; init; }

    /// <summary>Its password, encrypted.</summary>
    public required byte[] WebserviceWachtwoord { get; init; }

    /// <summary>Another UWLR address than the configured one.</summary>
    public Uri? UwlrEndpoint { get; init; }

    /// <summary>Another UWLR key than the configured one, encrypted.</summary>
    public byte[]? UwlrAutorisatiesleutel { get; init; }

    /// <summary>Whether imports may use it.</summary>
    public required bool Actief { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Gemaakt { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; } = 1;
}
