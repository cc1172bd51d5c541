using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Kurve.Numo.Architecture.Tests;

namespace Kurve.Numo.Api.Tests.Shared;

public sealed partial class HeldPortTests
{
    [Fact]
    public void Ports_that_are_held_at_once_are_distinct_and_nobody_else_gets_them()
    {
        HeldPort[] held = [.. Enumerable.Range(0, 200).Select(_ => new HeldPort())];
        var others = Enumerable.Range(0, 200).Select(_ => AnyPort()).ToList();

        held.Select(port => port.Address).Should().OnlyHaveUniqueItems();
        others.Should().NotIntersectWith(held.Select(port => port.Address.Port));
        Array.ForEach(held, port => port.Dispose());
    }

    [Fact]
    public async Task Who_is_told_of_a_held_port_listens_there()
    {
        using var held = new HeldPort();
        using var client = new TcpClient();
        var refused = async () => await client.ConnectAsync(IPAddress.Loopback, held.Address.Port);
        await refused.Should().ThrowAsync<SocketException>("nobody listens yet");
        using var listener = new TcpListener(IPAddress.Loopback, held.Address.Port);
        listener.Start();

        using var second = new TcpClient();
        await second.ConnectAsync(IPAddress.Loopback, held.Address.Port);

        second.Connected.Should().BeTrue();
    }

    [Fact]
    public void No_test_opens_a_connection_over_which_calls_have_no_deadline() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith($"{nameof(TestChannels)}.cs", StringComparison.Ordinal)
                && Opens().IsMatch(File.ReadAllText(file)))
            .Should().BeEmpty($"they are opened by {nameof(TestChannels)}");

    private static int AnyPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"GrpcChannel\.ForAddress\(|\.CreateCallInvoker\(\)", RegexOptions.NonBacktracking)]
    private static partial Regex Opens();
}
