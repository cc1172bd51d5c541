using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

/// <summary>A PKCS#12 file with a certificate made for a test.</summary>
internal sealed class CertificateBuilder(string folder)
{
    public const string Password = "certificaat-wachtwoord-41";

    private DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-2);
    private DateTimeOffset _until = DateTimeOffset.UtcNow.AddDays(2);
    private bool _privateKey = true;

    public CertificateBuilder Valid(int fromDay, int untilDay)
    {
        (_from, _until) = (DateTimeOffset.UtcNow.AddDays(fromDay), DateTimeOffset.UtcNow.AddDays(untilDay));
        return this;
    }

    public CertificateBuilder WithoutPrivateKey()
    {
        _privateKey = false;
        return this;
    }

    /// <summary>Writes it; returns the path.</summary>
    public string Write(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=numo-test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var complete = request.CreateSelfSigned(_from, _until);
        using var half = X509CertificateLoader.LoadCertificate(complete.Export(X509ContentType.Cert));
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, (_privateKey ? complete : half).Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}
