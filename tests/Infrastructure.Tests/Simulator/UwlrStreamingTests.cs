using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Uwlr;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

public sealed class UwlrStreamingTests
{
    [Fact]
    public async Task An_answer_of_20000_pupils_goes_out_in_small_pieces()
    {
        var simulatie = new Simulatie(new SimulatorOptions { Pupils = 20_000 });
        var beeld = simulatie.FindBeeld(simulatie.Scholen[0], simulatie.Options.Schooljaar)!;
        var antwoord = new UwlrAntwoord(
            simulatie.Options, simulatie.Scholen[0], vestiging: 0, versie23: true, beeld, UwlrVorm.Goed);
        using var target = new MeasuringStream();

        await antwoord.WriteAsync(target, CancellationToken.None);

        target.Total.Should().BeGreaterThan(10_000_000);
        ((long)target.Largest).Should().BeLessThan(target.Total / 8, "the groups are one piece, the pupils many");
        target.LargestAfterFirst.Should().BeLessThan(64 * 1024);
    }

    [Fact]
    public async Task A_streamed_answer_does_not_promise_a_length()
    {
        await using var simulator = await SimulatorFixture.StartAsync();

        using var response = await simulator.SendUwlrAsync(simulator.Uwlr());

        response.Content.Headers.ContentLength.Should().BeNull();
        response.Headers.TransferEncodingChunked.Should().BeTrue();
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_leaves_the_simulator_well()
    {
        await using var simulator = await SimulatorFixture.StartAsync(pupils: 5_000);
        using (var response = await simulator.SendUwlrAsync(simulator.Uwlr()))
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1_000]);
        }

        UwlrReading.LeerlingenOf(await simulator.GetUwlrAsync()).Should().HaveCount(5_000);
    }

    /// <summary>Keeps nothing but the sizes of what is written to it.</summary>
    private sealed class MeasuringStream : Stream
    {
        private int _writes;

        public long Total { get; private set; }

        public int Largest { get; private set; }

        public int LargestAfterFirst { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Total;

        public override long Position
        {
            get => Total;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Measure(count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Measure(buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Measure(int count)
        {
            Total += count;
            Largest = Math.Max(Largest, count);
            LargestAfterFirst = _writes++ == 0 ? 0 : Math.Max(LargestAfterFirst, count);
        }
    }
}
