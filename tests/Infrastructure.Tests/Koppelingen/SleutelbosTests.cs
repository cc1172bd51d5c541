using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

/// <summary>The keys that encrypt secrets, as they lie in their folder.</summary>
public sealed class SleutelbosTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-keys-test-").FullName;
    private readonly SchoolId _school = SchoolId.New(TimeProvider.System);
    private readonly Geheim _wachtwoord = new("wachtwoord van de school");

    private string KeyFolder => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Keys_lie_encrypted_with_the_certificate_and_are_there_after_a_restart()
    {
        var certificate = new CertificateBuilder(_folder).Write("current.p12");
        var encrypted = Start(Current(certificate)).Protect(_school, _wachtwoord);

        var restarted = Start(Current(certificate));

        restarted.Unprotect(_school, encrypted).Value.Reveal().Should().Be(_wachtwoord.Reveal());
        KeyFiles().Should().ContainSingle().Which.Should().Contain("EncryptedData").And.NotContain("masterKey>");
    }

    [Fact]
    public void Without_a_certificate_the_keys_lie_readable_in_their_folder()
    {
        Start().Protect(_school, _wachtwoord);

        KeyFiles().Should().ContainSingle().Which.Should().Contain("masterKey>");
    }

    [Fact]
    public void Keys_of_before_there_was_a_certificate_stay_readable()
    {
        var encrypted = Start().Protect(_school, _wachtwoord);

        var restarted = Start(Current(new CertificateBuilder(_folder).Write("current.p12")));

        restarted.Unprotect(_school, encrypted).Value.Reveal().Should().Be(_wachtwoord.Reveal());
    }

    [Fact]
    public void The_folder_of_the_keys_is_for_its_owner_alone()
    {
        Start();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFolder).Should().Be(Owner);
        }
    }

    [Fact]
    public void A_renewed_certificate_reads_what_the_earlier_one_encrypted()
    {
        var earlier = new CertificateBuilder(_folder).Write("earlier.p12");
        var encrypted = Start(Current(earlier)).Protect(_school, _wachtwoord);
        var later = new CertificateBuilder(_folder).Write("later.p12");

        var renewed = Start([.. Current(later), .. Earlier(earlier)]);

        renewed.Unprotect(_school, encrypted).Value.Reveal().Should().Be(_wachtwoord.Reveal());
    }

    [Fact]
    public void An_earlier_certificate_may_have_expired()
    {
        var expired = new CertificateBuilder(_folder).Valid(-20, -10).Write("expired.p12");
        var later = new CertificateBuilder(_folder).Write("later.p12");

        var start = () => Start([.. Current(later), .. Earlier(expired)]);

        start.Should().NotThrow();
    }

    [Fact]
    public void A_renewed_certificate_alone_reads_nothing_of_before_and_encrypts_anew()
    {
        var encrypted = Start(Current(new CertificateBuilder(_folder).Write("earlier.p12"))).Protect(
            _school, _wachtwoord);

        var renewed = Start(Current(new CertificateBuilder(_folder).Write("later.p12")));

        renewed.Unprotect(_school, encrypted).Error.Should().Be(new GeheimOnleesbaar(_school));
        var again = renewed.Protect(_school, _wachtwoord);
        renewed.Unprotect(_school, again).Value.Reveal().Should().Be(_wachtwoord.Reveal());
    }

    [Fact]
    public void A_certificate_that_is_not_there_is_named_at_start()
    {
        Refused(Current(Path.Combine(_folder, "nowhere.p12")))
            .Should().Contain("Numo:DataProtection:CertificateFile").And.Contain("nowhere.p12");
        Refused([("EarlierCertificates:1:File", "nowhere.p12"), .. Earlier("elsewhere.p12")])
            .Should().Contain("Numo:DataProtection:EarlierCertificates:0:File").And.Contain("elsewhere.p12");
        Refused([("EarlierCertificates:0:Password", CertificateBuilder.Password)])
            .Should().Contain("Numo:DataProtection:EarlierCertificates:0:File");
    }

    [Fact]
    public void A_wrong_password_of_a_certificate_is_told_at_start()
    {
        var certificate = new CertificateBuilder(_folder).Write("current.p12");

        Refused([("CertificateFile", certificate), ("CertificatePassword", "een ander wachtwoord")])
            .Should().Contain("Numo:DataProtection:CertificateFile").And.Contain("password");
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_told_at_start()
    {
        var file = Path.Combine(_folder, "text.p12");
        File.WriteAllText(file, "no certificate");

        Refused(Current(file)).Should().Contain("Numo:DataProtection:CertificateFile");
    }

    [Fact]
    public void A_certificate_without_a_private_key_is_told_at_start()
    {
        var certificate = new CertificateBuilder(_folder).WithoutPrivateKey().Write("half.p12");

        Refused(Current(certificate)).Should().Contain("CertificateFile").And.Contain("private key");
        Refused(Earlier(certificate)).Should().Contain("EarlierCertificates:0:File").And.Contain("private key");
    }

    [Theory]
    [InlineData(-20, -10)]
    [InlineData(10, 20)]
    public void A_certificate_outside_of_its_time_is_told_at_start(int from, int until)
    {
        var certificate = new CertificateBuilder(_folder).Valid(from, until).Write("other-time.p12");

        Refused(Current(certificate)).Should().Contain("CertificateFile").And.Contain("valid from")
            .And.Contain("EarlierCertificates");
    }

    [Theory]
    [InlineData("KeyVaultKey", "https://kluis.example/keys/numo")]
    [InlineData("KeyVault:Key", "numo")]
    [InlineData("CertificatFile", "misspelt.p12")]
    public void What_would_leave_the_keys_readable_unnoticed_is_told_at_start(string name, string value)
    {
        Refused((name, value)).Should().Contain($"Numo:DataProtection:{name.Split(':')[0]}")
            .And.Contain("CertificateFile");
        Directory.Exists(KeyFolder).Should().BeFalse("nothing is started");
    }

    [Fact]
    public void A_password_without_its_certificate_is_told_at_start() =>
        Refused(("CertificatePassword", CertificateBuilder.Password)).Should().Contain("without")
            .And.Contain("Numo:DataProtection:CertificateFile");

    private string Refused(params (string Key, string Value)[] settings)
    {
        var message = FluentActions.Invoking(() => Start(settings)).Should().Throw<OptionsValidationException>()
            .Which.Message;
        message.Should().NotContain(CertificateBuilder.Password).And.NotContain("een ander wachtwoord");
        return message;
    }

    private static (string, string)[] Current(string file) =>
        [("CertificateFile", file), ("CertificatePassword", CertificateBuilder.Password)];

    private static (string, string)[] Earlier(string file) =>
        [("EarlierCertificates:0:File", file), ("EarlierCertificates:0:Password", CertificateBuilder.Password)];

    /// <summary>What encrypts, as a process has it that just started.</summary>
    private IGeheimen Start(params (string Key, string Value)[] settings)
    {
        var values = settings.Append(("KeyFolder", KeyFolder)).ToDictionary(
            s => $"{SleutelbosOptions.Section}:{s.Item1}", s => (string?)s.Item2, StringComparer.Ordinal);
        return new ServiceCollection()
            .AddLogging()
            .AddGeheimen(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider()
            .GetRequiredService<IGeheimen>();
    }

    private string[] KeyFiles() => [.. Directory.EnumerateFiles(KeyFolder, "key-*.xml").Select(File.ReadAllText)];
}
