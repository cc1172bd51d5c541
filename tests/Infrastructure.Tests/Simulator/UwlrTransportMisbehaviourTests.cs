using System.Net;
using System.Text;
using System.Xml;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class UwlrTransportMisbehaviourTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;

    public async Task InitializeAsync() => _simulator = await SimulatorFixture.StartAsync();

    public async Task DisposeAsync() => await _simulator.DisposeAsync();

    [Fact]
    public async Task A_misbehaviour_lasts_as_many_requests_as_was_told()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Http503, times: 2);

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(503, 503, 200);
        _simulator.Misbehaviour.Applied.Should().Be(2);
    }

    [Fact]
    public async Task A_misbehaviour_for_one_school_leaves_the_others_alone()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Http503, brin: "99AB");

        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());

        ((int)response.StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task A_truncated_answer_is_a_complete_http_message_with_half_a_document()
    {
        var whole = await GetBytesAsync();
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.TruncatedAnswer);

        var half = await GetBytesAsync();

        half.Should().Equal(whole[..(whole.Length / 2)]);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.TruncatedConnection)]
    [InlineData(UwlrMisbehaviour.TruncatedChunks)]
    public async Task A_broken_connection_fails_before_the_end(UwlrMisbehaviour kind)
    {
        _simulator.Misbehaviour.Add(kind);

        var reading = GetBytesAsync;

        await reading.Should().ThrowAsync<Exception>().Where(e => e is HttpRequestException || e is IOException);
    }

    [Fact]
    public async Task A_slow_answer_arrives_whole_in_the_end()
    {
        var whole = await GetBytesAsync();
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.Slow, details: new MisbehaviourDetails
        {
            Delay = TimeSpan.FromMilliseconds(5),
            PieceSize = (whole.Length / 10) + 1,
        });
        var clock = System.Diagnostics.Stopwatch.StartNew();

        (await GetBytesAsync()).Should().Equal(whole);

        clock.ElapsedMilliseconds.Should().BeGreaterThan(40, "ten pieces have ten pauses of 5 ms");
    }

    [Fact]
    public async Task An_entity_bomb_is_refused_by_a_reader_without_dtd()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.EntityBomb);
        var bytes = await GetBytesAsync();

        var reading = () => ReadThrough(bytes, DtdProcessing.Prohibit, 0);
        var expanding = () => ReadThrough(bytes, DtdProcessing.Parse, 1_000_000);

        reading.Should().Throw<XmlException>().WithMessage("*DTD*");
        expanding.Should().Throw<XmlException>().WithMessage("*MaxCharactersFromEntities*");
    }

    [Fact]
    public async Task Deep_nesting_is_well_formed_and_deep()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.DeepNesting);

        ReadThrough(await GetBytesAsync(), DtdProcessing.Prohibit, 0).Should().BeGreaterThan(100_000);
    }

    [Fact]
    public async Task An_endless_answer_goes_on_until_the_reader_leaves()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.EndlessBody);
        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());
        await using var body = await response.Content.ReadAsStreamAsync();

        var piece = new byte[5_000_000];
        await body.ReadExactlyAsync(piece);

        Encoding.UTF8.GetString(piece, piece.Length - 200, 200).Should().Contain("<achternaam>Eindeloos");
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.Http404, HttpStatusCode.NotFound)]
    [InlineData(UwlrMisbehaviour.Http429, HttpStatusCode.TooManyRequests)]
    [InlineData(UwlrMisbehaviour.Http503, HttpStatusCode.ServiceUnavailable)]
    [InlineData(UwlrMisbehaviour.Redirect, HttpStatusCode.Redirect)]
    public async Task Another_status_can_be_asked(UwlrMisbehaviour kind, HttpStatusCode status)
    {
        _simulator.Misbehaviour.Add(kind);

        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());

        response.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.HtmlPage, "text/html")]
    [InlineData(UwlrMisbehaviour.WrongContentType, "application/octet-stream")]
    public async Task Something_else_than_xml_comes_with_status_200(UwlrMisbehaviour kind, string contentType)
    {
        _simulator.Misbehaviour.Add(kind);

        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(contentType);
    }

    [Fact]
    public async Task The_connection_can_be_reset_before_an_answer()
    {
        _simulator.Misbehaviour.Add(UwlrMisbehaviour.ConnectionReset);

        var asking = () => _simulator.SendUwlrAsync(_simulator.Uwlr());

        await asking.Should().ThrowAsync<HttpRequestException>();
    }

    private async Task<byte[]> GetBytesAsync()
    {
        using var response = await _simulator.SendUwlrAsync(_simulator.Uwlr());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static int ReadThrough(byte[] bytes, DtdProcessing dtd, long maxEntities)
    {
        var settings = new XmlReaderSettings { DtdProcessing = dtd, MaxCharactersFromEntities = maxEntities };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        var depth = 0;
        while (reader.Read())
        {
            depth = Math.Max(depth, reader.Depth);
        }

        return depth;
    }
}
