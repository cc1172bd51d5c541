using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>A request that is repeated with its id gets the first answer, so each answer survives being stored.</summary>
public sealed class AnswerTests
{
    public static TheoryData<Type> Commands() =>
    [
        .. typeof(RegisterSchool).Assembly.GetTypes().Where(t =>
            t is { IsAbstract: false, IsInterface: false } && typeof(ICommand).IsAssignableFrom(t) && IsRemembered(t)),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_answer_of_each_command_comes_back_as_it_was(Type command)
    {
        var type = AnswerOf(command);
        var answer = SampleValues.Of(type)!;
        var stored = AnswerJson.Write(answer, type);

        var back = AnswerJson.Read(stored, type);

        AnswerJson.Write(back, type).Should().Equal(stored);
        back.Should().BeEquivalentTo(answer, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Fact]
    public void A_value_that_only_a_factory_makes_is_noticed()
    {
        var stored = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Schooljaar.Hydrate(2026));

        System.Text.Json.JsonSerializer.Deserialize<Schooljaar>(stored).Should().NotBe(Schooljaar.Hydrate(2026));
    }

    // An answer with a secret in it is not stored: such a command takes no id.
    private static bool IsRemembered(Type command) => command.GetConstructors()
        .Any(c => c.GetParameters().Any(p => string.Equals(p.Name, nameof(ICommand.RequestId), StringComparison.Ordinal)));

    private static Type AnswerOf(Type command) => command.GetInterfaces()
        .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))
        .GetGenericArguments()[0];
}
