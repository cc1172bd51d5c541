using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen;

/// <summary>
/// No password, token or key comes out of an adapter, whatever a source repeats of what it was sent: not in errors, not
/// in logs, not in traces and not in exceptions.
/// </summary>
public sealed partial class GeheimhoudingTests : IDisposable
{
    // Secrets of their own: other tests run beside these, and the traces of all come together.
    private static readonly SimulatorOptions Options =
        Bronopstelling.Options with { Seed = 4242, Wachtwoordeinde = " +&é%;'\"<€" };

    private readonly ConcurrentBag<string> _traced = [];
    private readonly ActivityListener _listener;

    public GeheimhoudingTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is not "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _traced.Add(Describe(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData(MagisterMisbehaviour.EchoInRefusal, "Url")]
    [InlineData(MagisterMisbehaviour.EchoInRefusal, "Soap")]
    [InlineData(MagisterMisbehaviour.EchoInLoginException, "Url")]
    [InlineData(MagisterMisbehaviour.EchoInLoginException, "Soap")]
    [InlineData(MagisterMisbehaviour.EchoInExceptionText, "Url")]
    [InlineData(MagisterMisbehaviour.EchoInExceptionText, "Soap")]
    [InlineData(MagisterMisbehaviour.EchoInExceptionClass, "Url")]
    [InlineData(MagisterMisbehaviour.EchoInExceptionClass, "Soap")]
    [InlineData(MagisterMisbehaviour.WrongPassword, "Url")]
    [InlineData(MagisterMisbehaviour.WrongPassword, "Soap")]
    [InlineData(MagisterMisbehaviour.ListMissing, "Url")]
    [InlineData(MagisterMisbehaviour.ListMissing, "Soap")]
    [InlineData(MagisterMisbehaviour.ConnectionReset, "Url")]
    [InlineData(MagisterMisbehaviour.ConnectionReset, "Soap")]
    [InlineData(MagisterMisbehaviour.Redirect, "Url")]
    [InlineData(MagisterMisbehaviour.Http503, "Url")]
    [InlineData(MagisterMisbehaviour.TruncatedAnswer, "Url")]
    public async Task A_refusal_of_Magister_holds_no_password_and_no_token(MagisterMisbehaviour kind, string transport)
    {
        await using var bron = await Bronopstelling.StartAsync(Options, ("Numo:Magister:Transport", transport));
        bron.Misbehaviour.Add(kind);

        var fout = (await bron.FetchOpleidingenAsync()).Error.Should().BeOfType<Bronfout>().Subject;

        bron.Misbehaviour.Applied.Should().BePositive();
        ShouldHoldNothingSecret(bron, [fout.Message, fout.Tekst, fout.ToString()]);
    }

    [Theory]
    [InlineData("Url")]
    [InlineData("Soap")]
    public async Task A_list_that_comes_leaves_no_trace_of_password_and_token(string transport)
    {
        await using var bron = await Bronopstelling.StartAsync(Options, ("Numo:Magister:Transport", transport));

        var lijst = (await bron.FetchOpleidingenAsync()).Value;

        ShouldHoldNothingSecret(bron, [lijst.ToString(), .. lijst.Regels.Select(r => r.ToString())]);
    }

    [Theory]
    [InlineData("Url")]
    [InlineData("Soap")]
    public async Task A_cancelled_fetch_throws_without_password_and_token(string transport)
    {
        await using var bron = await Bronopstelling.StartAsync(Options, ("Numo:Magister:Transport", transport));
        bron.Misbehaviour.Add(MagisterMisbehaviour.Slow);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var thrown = await FluentActions.Awaiting(() => bron.FetchOpleidingenAsync(cancel.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        ShouldHoldNothingSecret(bron, [thrown.Which.ToString()]);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.FaultEchoesKey)]
    [InlineData(UwlrMisbehaviour.FaultAutorisatieOngeldig)]
    [InlineData(UwlrMisbehaviour.ConnectionReset)]
    [InlineData(UwlrMisbehaviour.Redirect)]
    public async Task A_refusal_of_UWLR_holds_no_key(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync(Options);
        bron.Misbehaviour.Add(kind);

        var fout = await FetchPersonenFoutAsync(bron);

        ShouldHoldNothingSecret(bron, [fout.Message, fout.Tekst, fout.ToString()]);
    }

    [Fact]
    public async Task A_fault_that_repeats_a_schools_own_key_is_told_without_it()
    {
        await using var bron = await Bronopstelling.StartAsync(Options);
        bron.Misbehaviour.Add(UwlrMisbehaviour.FaultEchoesKey);

        var fout = await FetchPersonenFoutAsync(bron, new Geheim("eigen-sleutel-van-de-school"));

        fout.Code.Should().Be("UWLR_INTERNE_FOUT");
        fout.ToString().Should().Contain("***").And.NotContain("eigen-sleutel");
    }

    [Fact]
    public async Task A_long_fault_is_not_cut_in_the_middle_of_a_key()
    {
        await using var bron = await Bronopstelling.StartAsync(Options);
        var told = new List<string>();
        for (var after = 0; after < 512; after += 16)
        {
            bron.Misbehaviour.Reset();
            bron.Misbehaviour.Add(
                UwlrMisbehaviour.FaultEchoesKey, details: new MisbehaviourDetails { EchoAfter = after });
            told.Add((await FetchPersonenFoutAsync(bron)).ToString());
        }

        ShouldHoldNothingSecret(bron, told);
    }

    private static async Task<Bronfout> FetchPersonenFoutAsync(Bronopstelling bron, Geheim? sleutel = null) =>
        (await bron.FetchPersonenAsync(sleutel)).Error.Should().BeOfType<Bronfout>().Subject;

    private void ShouldHoldNothingSecret(Bronopstelling bron, IEnumerable<string> told)
    {
        // Letters and digits are written the same in every form, and half a secret is too much.
        var wachtwoord = bron.School.Wachtwoord[..10];
        var sleutel = bron.Simulator.Uwlr.Autorisatiesleutel[..15];
        told.Concat(bron.Logged).Concat(_traced).Should().NotBeEmpty().And.OnlyContain(
            text => !text.Contains(wachtwoord, StringComparison.OrdinalIgnoreCase)
                && !text.Contains(sleutel, StringComparison.OrdinalIgnoreCase)
                && !Token().IsMatch(text));
    }

    private static string Describe(Activity activity) => string.Join(
        ' ',
        activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags))
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Append(activity.DisplayName)
            .Append(activity.StatusDescription));

    [GeneratedRegex("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Token();
}
