using Grpc.Core;
using Kurve.Numo.Api.Shared;

namespace Kurve.Numo.Api.Tests.Shared;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("x\u0000")]
    [InlineData("\u001b[31mrood")]
    [InlineData("x\u0085")]
    [InlineData("\u202Eachteruit")]
    [InlineData("x\u2066y")]
    [InlineData("\u200B")]
    [InlineData(" \u2060\t")]
    [InlineData("")]
    public void A_text_that_nobody_sees_or_that_controls_a_terminal_is_refused(string text)
    {
        var refused = () => Read(text);

        refused.Should().Throw<RpcException>().Which.StatusCode.Should().Be(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData("Stage in het buitenland")]
    [InlineData("regel een\nregel twee\ten verder")]
    [InlineData("Zoë O'Hara – ıİ ש 中")]
    [InlineData("👩‍🏫 met gezin")]
    public void What_people_write_is_taken_as_it_is(string text) => Read(text).Should().Be(text);

    [Fact]
    public void A_request_id_of_nothing_is_refused()
    {
        var reader = new RequestReader();
        var read = reader.RequestId(Guid.Empty.ToString());
        var refused = () => reader.Build(() => read);

        refused.Should().Throw<RpcException>().Which.StatusCode.Should().Be(StatusCode.InvalidArgument);
    }

    private static string Read(string text)
    {
        var reader = new RequestReader();
        var read = reader.Text(text, 200, "reden");
        return reader.Build(() => read);
    }
}
