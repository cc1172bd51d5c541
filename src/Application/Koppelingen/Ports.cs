using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Keeps koppelingen.</summary>
public interface IKoppelingRepository
{
    /// <summary>Finds a school's koppeling.</summary>
    Task<Koppeling?> FindAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>Adds a koppeling; <see cref="KoppelingBestaat"/> when the school has one.</summary>
    Task<Result<Done>> AddAsync(Koppeling koppeling, CancellationToken ct);

    /// <summary>
    /// Stores a change together with what happened to its gates; <see cref="KoppelingGewijzigd"/> when somebody else
    /// was first.
    /// </summary>
    Task<Result<Done>> UpdateAsync(Koppeling koppeling, CancellationToken ct);

    /// <summary>Stores a school's latest diagnosis.</summary>
    Task SaveProefAsync(SchoolId schoolId, Proef proef, CancellationToken ct);
}

/// <summary>Encrypts secrets, each so that it can be read for its own school only.</summary>
public interface IGeheimen
{
    /// <summary>Encrypts.</summary>
    byte[] Protect(SchoolId schoolId, Geheim geheim);

    /// <summary>
    /// Decrypts; <see cref="GeheimOnleesbaar"/> when the keys are lost or the text is another school's.
    /// </summary>
    Result<Geheim> Unprotect(SchoolId schoolId, byte[] encrypted);
}

/// <summary>Decides which UWLR addresses this service calls.</summary>
public interface IEndpointPolicy
{
    /// <summary>Whether the address may be called.</summary>
    bool Allows(Uri endpoint);

    /// <summary>Whether it is the host that Kurve's own key is for.</summary>
    bool IsConfigured(Uri endpoint);
}

/// <summary>What Kurve's own configuration says for all schools.</summary>
public interface IKurveInstellingen
{
    /// <summary>The template of the Decibel query.</summary>
    Decibelquery Query { get; }

    /// <summary>From where Kurve calls.</summary>
    Kurveadressen Adressen { get; }

    /// <summary>Whom a school asks: a Dutch sentence in its instructions.</summary>
    string Contact { get; }

    /// <summary>The port of Magister's web service.</summary>
    int Webservicepoort { get; }

    /// <summary>
    /// The key check value of Kurve's own UWLR key: 24 bits that tell keys apart and do not give one away.
    /// </summary>
    string Sleutelkenmerk { get; }
}

/// <summary>Looks whether the host of a school's web service can be reached, step by step.</summary>
public interface IBereikbaarheid
{
    /// <summary>Resolves the host name; says what was seen.</summary>
    Task<Result<string>> ResolveAsync(Schooldomein domein, CancellationToken ct);

    /// <summary>Connects to the port; says what was seen.</summary>
    Task<Result<string>> ConnectAsync(Schooldomein domein, CancellationToken ct);

    /// <summary>Sets up TLS; says what was seen.</summary>
    Task<Result<string>> SecureAsync(Schooldomein domein, CancellationToken ct);
}

/// <summary>What other schools show of Kurve's own UWLR key.</summary>
public enum Sleutelbewijs
{
    /// <summary>No other school was ever delivered to Kurve: nothing is known of any key.</summary>
    Geen,

    /// <summary>Others were delivered, but with another key than the present one.</summary>
    AndereSleutel,

    /// <summary>Another school was delivered with the present key: it works.</summary>
    DezeSleutel,
}

/// <summary>Knows how the whole of the schools is doing.</summary>
public interface IKoppelingOverzicht
{
    /// <summary>What the latest diagnoses of all other schools show of the key with this check value.</summary>
    Task<Sleutelbewijs> FindSleutelbewijsAsync(SchoolId behalve, string sleutelkenmerk, CancellationToken ct);
}
