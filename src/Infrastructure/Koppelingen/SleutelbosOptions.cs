using System.Security.Cryptography.X509Certificates;
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

    /// <summary>A PKCS#12 file with a private key, which the keys themselves are encrypted with.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>The certificate; null when none is configured.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be read.</exception>
    public X509Certificate2? LoadCertificate() => string.IsNullOrEmpty(CertificateFile)
        ? null
        : X509CertificateLoader.LoadPkcs12FromFile(CertificateFile, CertificatePassword);
}
