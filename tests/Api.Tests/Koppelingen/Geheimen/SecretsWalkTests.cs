using System.Reflection;
using Kurve.Numo.Simulator.Misbehaviours;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>
/// No secret comes out: not in logs, traces, exceptions, answers, refusals, on the command line, nor in the database.
/// </summary>
public sealed class SecretsWalkTests(SecretsWalk walk) : IClassFixture<SecretsWalk>
{
    public static TheoryData<string> Places =>
    [
        .. typeof(Plaatsen).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!)

            // An index of pages of the -wal file: it holds nothing of what they say, a canary neither.
            .Where(plaats => !string.Equals(plaats, Plaatsen.DatabaseShm, StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_secret_of_the_run_is_found_in_any_place_in_any_form() =>
        string.Join('\n', walk.Found.Where(v => !IsCanary(v)).Select(v => $"{v.Geheim}: {v.Plaats}, {v.Vorm}").Order())
            .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_planted_in_a_place_is_found_there_in_every_form(string plaats)
    {
        var vormen = Geheimvormen.Of("any secret will do")
            .Select(v => v.Naam)
            .Where(naam => HoldsBytes(plaats) || !string.Equals(naam, Geheimvormen.Utf16, StringComparison.Ordinal));

        walk.Found.Where(v => IsCanary(v) && string.Equals(v.Plaats, plaats, StringComparison.Ordinal))
            .Select(v => v.Vorm).Should().BeEquivalentTo(vormen);
    }

    [Fact]
    public void Every_method_of_schools_koppelingen_and_sources_answered_and_refused()
    {
        var methods = Gesprek.Methods.Select(m => m.FullName).ToList();

        walk.Gesprek.Answered.Should().BeEquivalentTo(methods);
        walk.Gesprek.Refused.Should().BeEquivalentTo(methods);
    }

    [Fact]
    public void Every_kind_of_secret_was_used() => walk.Used.Should().BeEquivalentTo(
        "Kurve's UWLR key",
        "school's own UWLR key",
        "password of a kit",
        "rotated password",
        "password at create",
        "password at update",
        "password typed at create",
        "password typed at update",
        "UWLR key typed at create",
        "refused password",
        "password that is too long",
        "password of the certificate",
        "session token",
        "signing key of tokens",
        "bearer token",
        "token of numo",
        "token of others",
        "expired token",
        "forged token",
        "token without scope");

    [Fact]
    public void The_simulator_repeated_what_it_was_sent_in_every_way_it_can() =>
        walk.Misbehaved.Should().BeGreaterThan(
            2 * Enum.GetNames<MagisterMisbehaviour>().Count(n => n.StartsWith("Echo", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel")]
    [InlineData("Microsoft.AspNetCore.Authentication")]
    [InlineData("Microsoft.AspNetCore.DataProtection")]
    [InlineData("Grpc.AspNetCore.Server")]
    [InlineData("Kurve.Numo.Application")]
    public void What_these_log_was_collected(string category) =>
        walk.Opname.Logged.Keys.Should().Contain(c => c.StartsWith(category, StringComparison.Ordinal));

    [Fact]
    public void Logs_were_collected_from_their_most_detailed_level() =>
        walk.Opname.Logged.Where(c => c.Key.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            .Should().Contain(c => c.Value == LogLevel.Trace);

    [Fact]
    public void The_keys_were_encrypted_with_the_certificate() =>
        walk.KeyFiles.Should().NotBeEmpty().And.OnlyContain(text => text.Contains("EncryptedData"));

    private static bool IsCanary(Vondst vondst) =>
        string.Equals(vondst.Geheim, SecretsWalk.Kanarie, StringComparison.Ordinal);

    private static bool HoldsBytes(string plaats) => plaats is Plaatsen.Log or Plaatsen.Trace or Plaatsen.Exception
        or Plaatsen.Database or Plaatsen.DatabaseWal;
}
