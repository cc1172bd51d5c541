namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>What `numo` shows first of a preview, and with what it compares and what it undoes, against a real API.</summary>
[Collection(nameof(DagenApi))]
public sealed class PreviewOrderTests(EndToEnd api) : IDisposable
{
    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task A_preview_begins_with_who_leaves_before_who_comes_and_says_how_to_see_more()
    {
        api.Simulator.Day = 0;
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Day = 9;

        var preview = await RunAsync("import", "preview", "--school", simulated.Brin);

        var text = preview.Out;
        Place(text, "would leave (archiveren)").Should().BeLessThan(Place(text, "Would leave: "))
            .And.BeLessThan(Place(text, "Would come, come back or change: "));
        Place(text, "Would leave: ").Should().BeLessThan(Place(text, "Would come, come back or change: "));
        Place(text, "Would come, come back or change: ").Should().BeLessThan(Place(text, "plan hash"));
        text.Should().Contain("--soort nieuw,heractiveren,bijwerken --all");
    }

    [Fact]
    public async Task A_run_is_compared_with_the_last_one_that_was_applied()
    {
        api.Simulator.Day = 0;
        var (school, simulated) = await api.TakeSchoolAsync();
        var applied = await school.ApplyAsync(await school.PreviewAsync());
        var looked = await school.PreviewAsync();
        await school.PreviewAsync();

        var compared = await RunAsync("import", "compare", "--school", simulated.Brin, "latest");
        var chosen = await RunAsync("import", "compare", "--school", simulated.Brin, "latest", "--met", looked.Id);

        compared.Out.Should().Contain($"Since run {applied.Id}");
        chosen.Out.Should().Contain($"Since run {looked.Id}");
    }

    [Fact]
    public async Task A_run_without_changes_that_was_applied_later_does_not_keep_the_real_one_from_being_undone()
    {
        api.Simulator.Day = 0;
        var (school, simulated) = await api.TakeSchoolAsync();
        var real = await school.ApplyAsync(await school.PreviewAsync());
        var empty = await school.ApplyAsync(await school.PreviewAsync());
        empty.ToegepastePersonen.Should().Be(0);

        var undone = await RunAsync("import", "undo", "--school", simulated.Brin, real.Id, "--yes");

        undone.ExitCode.Should().Be(0, undone.Error);
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Latest_of_undo_is_the_latest_that_changed_somebody()
    {
        api.Simulator.Day = 0;
        var (school, simulated) = await api.TakeSchoolAsync();
        var real = await school.ApplyAsync(await school.PreviewAsync());
        await school.ApplyAsync(await school.PreviewAsync());

        var undone = await RunAsync("import", "undo", "--school", simulated.Brin, "latest", "--yes");

        undone.ExitCode.Should().Be(0, undone.Error);
        undone.Out.Should().Contain($"Undone run {real.Id}");
    }

    private static int Place(string text, string part)
    {
        text.Should().Contain(part);
        return text.IndexOf(part, StringComparison.Ordinal);
    }

    private Task<CommandLineResult> RunAsync(params string[] args) =>
        new CommandLineBuilder().Calling(api.Api).OfWidth(80).RunAsync(args);
}
