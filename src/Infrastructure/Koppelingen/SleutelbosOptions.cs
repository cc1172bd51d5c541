using Kurve.Numo.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>
/// Section <c>Numo:DataProtection</c>: the keys that encrypt secrets. They are kept outside the database, so that a
/// copy of it opens nothing; all replicas share them.
/// </summary>
internal sealed class SleutelbosOptions
{
    public const string Section = "Numo:DataProtection";

    private static readonly string[] Known =
    [
        nameof(KeyFolder), nameof(CertificateFile), nameof(CertificatePassword), nameof(EarlierCertificates),
        nameof(AllowUnencrypted),
    ];

    /// <summary>The folder of the keys.</summary>
    public string KeyFolder { get; set; } = Path.Combine(Path.GetDirectoryName(DatabaseOptions.DefaultFile)!, "keys");

    /// <summary>A PKCS#12 file with an RSA private key, which new keys are encrypted with; null for none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Whether Production starts without a certificate: the folder itself is encrypted then.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>
    /// Certificates that keys were encrypted with before; they only read, so they may have expired.
    /// </summary>
    public IList<EarlierCertificate> EarlierCertificates { get; } = [];

    /// <summary>
    /// Reads the section. A name that is not known is refused: who misspells a setting, or names a key vault, would
    /// believe keys to be encrypted that lie readable in their folder.
    /// </summary>
    /// <exception cref="OptionsValidationException">A name is not known, or only half of a pair is given.</exception>
    public static SleutelbosOptions Read(IConfigurationSection section)
    {
        var unknown = section.GetChildren()
            .FirstOrDefault(setting => !Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw Refuse(
                $"{unknown.Path}: there is no such setting; there are {string.Join(", ", Known)}. A key vault is not "
                    + "supported: encrypt the keys with a certificate.");
        }

        var options = new SleutelbosOptions();
        section.Bind(options);
        return string.IsNullOrEmpty(options.CertificateFile) && !string.IsNullOrEmpty(options.CertificatePassword)
            ? throw Refuse($"{Section}:CertificatePassword is given without {Section}:CertificateFile.")
            : options;
    }

    /// <summary>What stops the host.</summary>
    internal static OptionsValidationException Refuse(string message) =>
        new(Section, typeof(SleutelbosOptions), [message]);
}

/// <summary>A certificate that keys were encrypted with before.</summary>
internal sealed class EarlierCertificate
{
    /// <summary>A PKCS#12 file with an RSA private key.</summary>
    public string? File { get; set; }

    /// <summary>The password of that file.</summary>
    public string? Password { get; set; }
}
