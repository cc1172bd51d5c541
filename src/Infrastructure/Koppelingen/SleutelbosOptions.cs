using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>
/// Section <c>Numo:DataProtection</c>: the keys that encrypt secrets. They are kept outside the database, so that a
/// copy of it opens nothing; all replicas share them.
/// </summary>
internal sealed class SleutelbosOptions
{
    public const string Section = "Numo:DataProtection";

    /// <summary>The folder of the keys.</summary>
    public string KeyFolder { get; set; } = Path.Combine(Path.GetDirectoryName(DatabaseOptions.DefaultFile)!, "keys");

    /// <summary>A PKCS#12 file with an RSA private key, which new keys are encrypted with; null for none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// Certificates that keys were encrypted with before; they only read, so they may have expired.
    /// </summary>
    public IList<EarlierCertificate> EarlierCertificates { get; } = [];
}

/// <summary>A certificate that keys were encrypted with before.</summary>
internal sealed class EarlierCertificate
{
    /// <summary>A PKCS#12 file with an RSA private key.</summary>
    public string? File { get; set; }

    /// <summary>The password of that file.</summary>
    public string? Password { get; set; }
}
