using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Shared;

public sealed class TransactionBehaviorTests
{
    private static readonly CloseSchool Command = new(new SchoolId(Guid.NewGuid()), Guid.NewGuid());

    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly IUnitOfWorkScope _scope = Substitute.For<IUnitOfWorkScope>();
    private readonly IRequestStore _requests = Substitute.For<IRequestStore>();
    private readonly IAuditLog _audit = Substitute.For<IAuditLog>();
    private readonly ICallerAccessor _caller = Substitute.For<ICallerAccessor>();
    private int _handled;

    public TransactionBehaviorTests()
    {
        _work.BeginAsync(default).ReturnsForAnyArgs(_scope);
        _caller.Current.Returns(new Caller("test", new HashSet<string>(), null));
        _requests.FindAsync("", default, default).ReturnsForAnyArgs((StoredAnswer?)null);
    }

    [Fact]
    public async Task A_command_commits_with_its_audit_row_and_its_answer()
    {
        await SendAsync(Command, "gelukt");

        await _audit.Received().AddAsync(
            Arg.Is<Auditregel>(r => r.Actie == "CloseSchool" && r.SchoolId == Command.SchoolId), default);
        await _requests.ReceivedWithAnyArgs().AddAsync("", default, default!, default);
        await _scope.ReceivedWithAnyArgs().CommitAsync(default);
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_behind()
    {
        await SendAsync(Command, new SchoolOnbekend(Command.SchoolId));

        await _scope.DidNotReceiveWithAnyArgs().CommitAsync(default);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer_and_does_nothing()
    {
        StoredAnswer? stored = null;
        await _requests.AddAsync(Arg.Any<string>(), Arg.Any<Guid>(), Arg.Do<StoredAnswer>(a => stored = a), default);
        await SendAsync(Command, "eerste");
        _requests.FindAsync("", default, default).ReturnsForAnyArgs(stored);

        var second = await SendAsync(Command, "tweede");

        second.Value.Should().Be("eerste");
        _handled.Should().Be(1);
    }

    [Fact]
    public async Task A_command_that_is_refused_since_the_same_one_was_faster_gets_the_answer_of_that_one()
    {
        StoredAnswer? stored = null;
        await _requests.AddAsync(Arg.Any<string>(), Arg.Any<Guid>(), Arg.Do<StoredAnswer>(a => stored = a), default);
        await SendAsync(Command, "eerste");
        _requests.FindAsync("", default, default).ReturnsForAnyArgs((StoredAnswer?)null, stored);

        var second = await SendAsync(Command, new SchoolOnbekend(Command.SchoolId));

        second.Value.Should().Be("eerste");
        _handled.Should().Be(2, "it had begun before the other was done");
    }

    [Fact]
    public async Task A_request_id_of_another_request_is_refused()
    {
        _requests.FindAsync("", default, default).ReturnsForAnyArgs(new StoredAnswer("another hash", []));

        (await SendAsync(Command, "gelukt")).Error.Should().BeOfType<RequestIdHergebruikt>();
    }

    private Task<Result<string>> SendAsync(CloseSchool command, Result<string> outcome) =>
        new TransactionBehavior<CloseSchool, Result<string>>(
            _work, _requests, _audit, new Touched(), _caller, [], []).Handle(
            command,
            _ =>
            {
                _handled++;
                return Task.FromResult(outcome);
            },
            CancellationToken.None);
}
