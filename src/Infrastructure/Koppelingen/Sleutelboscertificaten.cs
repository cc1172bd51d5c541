using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>
/// The certificates of the key ring, read when the host starts: one that cannot be used would only show when the first
/// secret is, with every password unreadable.
/// </summary>
/// <param name="Current">What new keys are encrypted with; null when none is configured.</param>
/// <param name="Earlier">What keys were encrypted with before.</param>
internal sealed record Sleutelboscertificaten(X509Certificate2? Current, IReadOnlyList<X509Certificate2> Earlier)
{
    private const string Section = SleutelbosOptions.Section;

    /// <exception cref="OptionsValidationException">One cannot be used; the message names its setting, file and
    /// reason, and no password.</exception>
    public static Sleutelboscertificaten Load(SleutelbosOptions options, DateTimeOffset now)
    {
        var current = string.IsNullOrEmpty(options.CertificateFile)
            ? null
            : Read($"{Section}:CertificateFile", options.CertificateFile, options.CertificatePassword);
        if (current is not null)
        {
            CheckValidity(current, options.CertificateFile!, now);
        }

        return new Sleutelboscertificaten(
            current,
            [.. options.EarlierCertificates.Select((certificate, index) =>
                Read($"{Section}:EarlierCertificates:{index}:File", certificate.File, certificate.Password))]);
    }

    private static X509Certificate2 Read(string setting, string? file, string? password)
    {
        if (!File.Exists(file))
        {
            throw SleutelbosOptions.Refuse($"{setting}: there is no file '{file}'.");
        }

        X509Certificate2 certificate;
        try
        {
            certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw SleutelbosOptions.Refuse(
                $"{setting}: {file} cannot be opened as PKCS#12 with its configured password. {e.Message}");
        }

        using var key = certificate.GetRSAPrivateKey();
        return key is not null
            ? certificate
            : throw SleutelbosOptions.Refuse(
                $"{setting}: the certificate in {file} has no RSA private key, so it cannot decrypt keys.");
    }

    private static void CheckValidity(X509Certificate2 certificate, string file, DateTimeOffset now)
    {
        // The framework gives these moments in local time.
        if (now.LocalDateTime < certificate.NotBefore || now.LocalDateTime > certificate.NotAfter)
        {
            throw SleutelbosOptions.Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"{Section}:CertificateFile: the certificate in {file} is valid from "
                    + $"{certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}. Name a valid one, and "
                    + $"this one in {Section}:EarlierCertificates while keys are encrypted with it."));
        }
    }
}
