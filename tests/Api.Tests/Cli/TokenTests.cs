using System.Text.Json;
using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class TokenTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 8, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("numo-token-tests-").FullName;

    private string KeyFile => Path.Combine(_folder, "keys", "development.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_token_says_who_may_do_what_at_which_schools_and_how_long()
    {
        const string school = RunBuilder.SchoolId;

        var result = await TokenAsync(
            "--scope", "numo.read", "--scope", "numo.import", "--school", school, "--subject", "test", "--hours", "2");

        result.ExitCode.Should().Be(0);
        var token = new JsonWebToken(result.Out.Trim());
        token.Alg.Should().Be("HS256");
        token.Issuer.Should().Be("numo-development");
        token.Audiences.Should().Equal("numo");
        token.Subject.Should().Be("test");
        token.GetClaim("scope").Value.Should().Be("numo.read numo.import");
        token.Claims.Where(IsSchool).Select(c => c.Value).Should().Equal(school);
        token.IssuedAt.Should().Be(Now.UtcDateTime);
        token.ValidFrom.Should().Be(Now.UtcDateTime);
        token.ValidTo.Should().Be(Now.UtcDateTime.AddHours(2));
    }

    [Fact]
    public async Task A_token_for_all_schools_has_no_school_claim()
    {
        var result = await TokenAsync("--scope", "numo.read");

        new JsonWebToken(result.Out.Trim()).Claims.Where(IsSchool).Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_is_signed_with_the_key_in_the_file()
    {
        var result = await TokenAsync("--scope", "numo.read");

        var checks = new TokenValidationParameters
        {
            ValidIssuer = "numo-development",
            ValidAudience = "numo",
            IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(KeyFile).Trim())),
            ValidateLifetime = false,
        };
        (await new JsonWebTokenHandler().ValidateTokenAsync(result.Out.Trim(), checks)).IsValid.Should().BeTrue();
        checks.IssuerSigningKey = new SymmetricSecurityKey(new byte[32]);
        (await new JsonWebTokenHandler().ValidateTokenAsync(result.Out.Trim(), checks)).IsValid.Should().BeFalse();
    }

    [Fact]
    public async Task A_new_key_is_told_of_on_standard_error_and_is_used_again()
    {
        var first = await TokenAsync("--scope", "numo.read");
        var key = File.ReadAllText(KeyFile);
        var second = await TokenAsync("--scope", "numo.read");

        first.Error.Should().Contain(KeyFile);
        second.Error.Should().BeEmpty();
        File.ReadAllText(KeyFile).Should().Be(key);
        first.Out.Trim().Should().NotContain("\n", "standard output holds the token alone");
    }

    [Fact]
    public void A_key_file_is_one_line_of_base64_of_32_bytes_that_others_cannot_read()
    {
        var key = DevelopmentKey.ReadOrCreate(KeyFile);

        key.Created.Should().BeTrue();
        File.ReadAllLines(KeyFile).Should().Equal(Convert.ToBase64String(key.Bytes));
        key.Bytes.Should().HaveCount(32);
        Directory.GetFiles(Path.GetDirectoryName(KeyFile)!).Should().Equal(KeyFile);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Many_who_make_the_key_at_once_get_the_same_one()
    {
        var keys = new DevelopmentKey[16];

        Parallel.For(0, keys.Length, i => keys[i] = DevelopmentKey.ReadOrCreate(KeyFile));

        keys.Should().OnlyContain(key => key.Bytes.SequenceEqual(keys[0].Bytes));
        keys.Should().ContainSingle(key => key.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public async Task A_file_that_holds_no_key_is_refused(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        await File.WriteAllTextAsync(KeyFile, content);

        var result = await TokenAsync("--scope", "numo.read");

        result.ExitCode.Should().Be(ExitCode.Refused);
        result.Out.Should().BeEmpty();
        result.Error.Should().Contain(KeyFile);
    }

    [Fact]
    public async Task The_key_file_of_the_api_is_found_through_its_environment_variable()
    {
        var result = await new CommandLineBuilder()
            .WithVariable("Numo__Auth__DevelopmentKeyFile", KeyFile)
            .RunAsync("token", "--scope", "numo.read");

        result.ExitCode.Should().Be(0);
        File.Exists(KeyFile).Should().BeTrue();
    }

    [Fact]
    public async Task A_token_as_json_parses()
    {
        var result = await TokenAsync("--scope", "numo.read", "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("token").GetString().Should().Contain(".");
        json.RootElement.GetProperty("expireTime").GetDateTimeOffset().Should().Be(Now.AddHours(8));
    }

    private static bool IsSchool(System.Security.Claims.Claim claim) =>
        string.Equals(claim.Type, "school", StringComparison.Ordinal);

    private Task<CommandLineResult> TokenAsync(params string[] args) =>
        new CommandLineBuilder().At(new StoppedClock(Now)).RunAsync(["token", "--key", KeyFile, .. args]);
}
