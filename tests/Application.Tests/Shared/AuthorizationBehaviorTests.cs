using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Shared;

public sealed class AuthorizationBehaviorTests
{
    private static readonly SchoolId School = new(Guid.NewGuid());

    [Fact]
    public async Task A_caller_with_the_scope_goes_on() =>
        (await SendAsync(new Caller("test", new HashSet<string> { Scopes.Read }, null))).IsOk.Should().BeTrue();

    [Fact]
    public async Task A_caller_without_the_scope_is_forbidden() =>
        (await SendAsync(new Caller("test", new HashSet<string> { Scopes.Import }, null))).Error.Should().BeOfType<ScopeOntbreekt>();

    [Fact]
    public async Task A_caller_of_another_school_is_told_that_it_does_not_exist()
    {
        var caller = new Caller(
            "test", new HashSet<string> { Scopes.Read }, new HashSet<SchoolId> { new(Guid.NewGuid()) });

        (await SendAsync(caller)).Error.Should().BeOfType<SchoolOnbekend>();
    }

    private static Task<Result<string>> SendAsync(Caller caller)
    {
        var accessor = Substitute.For<ICallerAccessor>();
        accessor.Current.Returns(caller);
        return new AuthorizationBehavior<GetSchool, Result<string>>(accessor)
            .Handle(new GetSchool(School), _ => Task.FromResult<Result<string>>("gelukt"), CancellationToken.None);
    }
}
