using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Kurve.Numo.Cli.Rendering;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class RemediesTests
{
    [Fact]
    public void Every_reason_with_a_remedy_is_one_that_the_service_gives()
    {
        Remedies.Reasons.Should().BeSubsetOf(
            TextsOf(typeof(Domain.Koppelingen.Koppeling)).Concat(TextsOf(typeof(Application.Shared.Scopes))));
    }

    [Fact]
    public void Every_remedy_that_is_a_command_can_be_typed()
    {
        using var surroundings = CommandLineBuilder.Nowhere();
        var root = new Numo.Cli.NumoCommandLine(surroundings).Root;

        var commands = Remedies.Reasons.Select(reason => Remedies.For(reason, "", "99XY", RunBuilder.RunId)!)
            .Where(remedy => remedy.Contains("numo ", StringComparison.Ordinal))
            .Select(remedy => remedy[(remedy.IndexOf("numo ", StringComparison.Ordinal) + "numo ".Length)..])
            .ToList();

        commands.Should().NotBeEmpty();
        commands.Should().OnlyContain(command => root.Parse(command).Errors.Count == 0);
    }

    private static List<string> TextsOf(Type oneOfAssembly)
    {
        using var file = File.OpenRead(oneOfAssembly.Assembly.Location);
        using var assembly = new PEReader(file);
        var reader = assembly.GetMetadataReader();
        var texts = new List<string>();
        for (var h = MetadataTokens.UserStringHandle(1); !h.IsNil; h = reader.GetNextHandle(h))
        {
            texts.Add(reader.GetUserString(h));
        }

        return texts;
    }
}
