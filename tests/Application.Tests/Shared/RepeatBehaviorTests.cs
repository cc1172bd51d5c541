using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Shared;

public sealed class RepeatBehaviorTests
{
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly Touched _touched = new();
    private int _handled;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_command_is_repeated_with_what_is_known_of_it(bool hasId)
    {
        _work.MayRepeat(default!, default).ReturnsForAnyArgs(true);
        var command = new CloseSchool(new SchoolId(Guid.NewGuid()), hasId ? Guid.NewGuid() : null);

        var result = await SendAsync(command, failures: 2);

        result.Value.Should().Be("gelukt");
        _handled.Should().Be(3);
        _work.Received(2).MayRepeat(Arg.Any<TimeoutException>(), hasId);
    }

    [Fact]
    public async Task What_the_failed_one_touched_is_forgotten()
    {
        _work.MayRepeat(default!, default).ReturnsForAnyArgs(true);

        await SendAsync(new CloseSchool(new SchoolId(Guid.NewGuid()), null), failures: 1, touch: true);

        _touched.Aantal.Should().Be(0);
    }

    [Fact]
    public async Task What_may_not_be_repeated_fails_at_once()
    {
        var send = () => SendAsync(new CloseSchool(new SchoolId(Guid.NewGuid()), null), failures: 1);

        await send.Should().ThrowAsync<TimeoutException>();
        _handled.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_repeated_for_ever()
    {
        _work.MayRepeat(default!, default).ReturnsForAnyArgs(true);

        var send = () => SendAsync(new CloseSchool(new SchoolId(Guid.NewGuid()), null), failures: 100);

        await send.Should().ThrowAsync<TimeoutException>();
        _handled.Should().Be(Repetition.MostTries);
    }

    [Fact]
    public async Task A_request_with_transactions_of_its_own_is_left_alone()
    {
        _work.MayRepeat(default!, default).ReturnsForAnyArgs(true);

        var send = () => SendAsync(
            new Application.Koppelingen.TestKoppeling(new SchoolId(Guid.NewGuid()), null), failures: 1);

        await send.Should().ThrowAsync<TimeoutException>();
        _handled.Should().Be(1);
    }

    [Fact]
    public async Task A_query_is_read_again()
    {
        _work.MayRepeat(default!, default).ReturnsForAnyArgs(true);

        await SendAsync(
            new GetLeerling(new SchoolId(Guid.NewGuid()), new AccountId(Guid.NewGuid())), failures: 1);

        _handled.Should().Be(2);
        _work.Received(1).MayRepeat(Arg.Any<TimeoutException>(), true);
    }

    private Task<Result<string>> SendAsync<TRequest>(TRequest request, int failures, bool touch = false)
        where TRequest : notnull =>
        new RepeatBehavior<TRequest, Result<string>>(
            new Repetition(_work, _touched, NullLogger<Repetition>.Instance)).Handle(
            request,
            _ =>
            {
                _handled++;
                _touched.Aantal += touch && _handled <= failures ? 5 : 0;
                return _handled <= failures ? throw new TimeoutException() : Task.FromResult<Result<string>>("gelukt");
            },
            CancellationToken.None);
}
