using System.Security.Claims;
using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.V1;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NSubstitute;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>What a token has to be, and for how long and for which schools it is good.</summary>
[Collection(nameof(KoppelingenApi))]
public sealed class TokenRuleTests(EndToEnd api) : IDisposable
{
    private const string Issuer = "https://issuer.example";

    private readonly RSA _rsa = RSA.Create(2048);

    public void Dispose() => _rsa.Dispose();

    [Theory]
    [InlineData("at+jwt", SecurityAlgorithms.RsaSha256, "numo", true)]
    [InlineData("at+jwt", SecurityAlgorithms.RsaSsaPssSha256, "numo", true)]
    [InlineData("at+jwt", SecurityAlgorithms.HmacSha256, "numo", false)]
    [InlineData("JWT", SecurityAlgorithms.RsaSha256, "numo", false)]
    [InlineData("at+jwt", SecurityAlgorithms.RsaSha256, "another", false)]
    public async Task A_token_of_the_issuer_has_the_right_type_algorithm_and_audience(
        string type, string algorithm, string audience, bool isTaken)
    {
        SecurityKey key = algorithm == SecurityAlgorithms.HmacSha256
            ? new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo())
            : new RsaSecurityKey(_rsa);
        var parameters = Parameters();
        parameters.ValidIssuer = Issuer;
        parameters.IssuerSigningKey = key;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            TokenType = type,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

        var outcome = await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters);

        outcome.IsValid.Should().Be(isTaken, outcome.Exception?.Message);
    }

    [Fact]
    public async Task A_token_that_names_no_school_sees_all_only_when_a_scope_says_so()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var get = new GetSchoolRequest { SchoolId = school.Id };

        await FluentActions.Awaiting(async () => await As("numo.read").GetSchoolAsync(get))
            .Should().ThrowAsync<RpcException>().Where(refusal => refusal.StatusCode == StatusCode.NotFound);
        (await As("numo.read").ListScholenAsync(new ListScholenRequest())).Scholen.Should().BeEmpty();
        (await As("numo.read numo.alle-scholen").GetSchoolAsync(get)).School.Id.Should().Be(school.Id);
        (await As("numo.read numo.beheer").GetSchoolAsync(get)).School.Id.Should().Be(school.Id);

        SchoolService.SchoolServiceClient As(string scopes) => new(api.Api.AsUnbound(scopes));
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_does()
    {
        var context = new EndlessCall(TimeProvider.System.GetUtcNow().AddSeconds(-29));
        var interceptor = new TokenEndInterceptor();

        var stream = () => interceptor.ServerStreamingServerHandler<GetSchoolRequest, GetSchoolResponse>(
            new GetSchoolRequest(),
            Substitute.For<IServerStreamWriter<GetSchoolResponse>>(),
            context,
            (_, _, call) => Task.Delay(Timeout.Infinite, call.CancellationToken))
            .WaitAsync(TimeSpan.FromSeconds(20));

        var refusal = (await stream.Should().ThrowAsync<RpcException>()).Which;
        refusal.StatusCode.Should().Be(StatusCode.Unauthenticated);
        refusal.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.Should().Be("TOKEN_VERLOPEN");
    }

    [Theory]
    [InlineData("Production", "Numo:AllowLoopback", "true", "Numo:AllowLoopback is true; this is Production")]
    [InlineData("Production", "x", "x", "Numo:DataProtection:CertificateFile is not set")]
    [InlineData("Production", "Numo:DataProtection:AllowUnencrypted", "true", null)]
    [InlineData("Production", "Numo:DataProtection:CertificateFile", "numo.pfx", null)]
    [InlineData("Development", "Numo:AllowLoopback", "true", null)]
    public void What_is_for_development_is_refused_in_production(
        string environment, string key, string value, string? expected)
    {
        var host = Substitute.For<IHostEnvironment>();
        host.EnvironmentName.Returns(environment);
        var check = () => ProductionRules.Check(
            new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build(), host);

        if (expected is null)
        {
            check.Should().NotThrow();
        }
        else
        {
            check.Should().Throw<SettingException>().Which.Message.Should().Contain(expected);
        }
    }

    private static TokenValidationParameters Parameters()
    {
        var host = Substitute.For<IHostEnvironment>();
        host.EnvironmentName.Returns(Environments.Production);
        var services = new ServiceCollection().AddLogging();
        services.AddNumoAuthentication(
            new ConfigurationBuilder().AddInMemoryCollection([new("Numo:Auth:Authority", Issuer)]).Build(), host);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
            .Get(JwtBearerDefaults.AuthenticationScheme).TokenValidationParameters.Clone();
    }

    /// <summary>A call that its caller never ends, with a token.</summary>
    private sealed class EndlessCall : ServerCallContext
    {
        public EndlessCall(DateTimeOffset expires) => UserStateCore["__HttpContext"] = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("exp", $"{expires.ToUnixTimeSeconds()}")])),
        };

        protected override string MethodCore => "";

        protected override string HostCore => "";

        protected override string PeerCore => "";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Grpc.Core.Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new("", []);

        protected override IDictionary<object, object> UserStateCore { get; } = new Dictionary<object, object>();

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
