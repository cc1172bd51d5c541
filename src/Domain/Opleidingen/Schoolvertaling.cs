using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// An opleidingscode in the one form by which a school's own table knows it: <c>h 4</c> and <c>H4</c> are one code.
/// </summary>
public readonly record struct Vertaalcode
{
    private Vertaalcode(string value) => Value = value;

    /// <summary>Capitals, without spaces and separators; 1 to 64 characters.</summary>
    public string Value { get; }

    /// <summary>Reads a code as it was delivered or typed.</summary>
    public static Result<Vertaalcode> Create(string? code) => Schoolcode.Normalise(code) is { Length: > 0 } value
        ? new Vertaalcode(value)
        : new ValueInvalid(
            "OPLEIDINGSCODE_ONGELDIG",
            $"'{code}' is no opleidingscode: expected 1 to {Schoolcode.MaxLength} characters beside spaces and - / . _",
            $"'{code}' is geen opleidingscode: 1 tot {Schoolcode.MaxLength} tekens.");

    /// <summary>Whether two codes, as they were delivered or typed, are one to a school's own table.</summary>
    public static bool AreSame(string code, string other) =>
        string.Equals(Schoolcode.Normalise(code), Schoolcode.Normalise(other), StringComparison.Ordinal);

    /// <summary>Trusts a stored code.</summary>
    public static Vertaalcode Hydrate(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// What a school has settled of one of its codes, from one school year on. Of several that hold in a school year the
/// one that begins last counts.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Code">The code, in the form to compare by.</param>
/// <param name="Schrijfwijze">The code as the school wrote it.</param>
/// <param name="Opleiding">What it means.</param>
/// <param name="Vanaf">The first school year.</param>
/// <param name="Tot">The last school year; null as long as nothing else is said.</param>
/// <param name="Door">Who settled it.</param>
/// <param name="Gewijzigd">When.</param>
/// <param name="Versie">Rises with each change.</param>
public sealed record Schoolvertaling(
    SchoolId SchoolId,
    Vertaalcode Code,
    string Schrijfwijze,
    Opleiding Opleiding,
    Schooljaar Vanaf,
    Schooljaar? Tot,
    string Door,
    DateTimeOffset Gewijzigd,
    long Versie);

/// <summary>How a school writes its codes.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Locatiecijfer">Whether a location digit stands before its codes.</param>
/// <param name="Versie">Rises with each change; 0 while the school has set nothing.</param>
public sealed record Vertaalinstelling(SchoolId SchoolId, bool Locatiecijfer, long Versie);
