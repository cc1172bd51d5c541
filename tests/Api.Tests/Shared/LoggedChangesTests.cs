using System.Text.RegularExpressions;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>What an operator reads in the log: one line for each thing that was done, with what it was about.</summary>
[Collection(nameof(KoppelingenApi))]
public sealed class LoggedChangesTests(EndToEnd api)
{
    [Fact]
    public async Task What_was_done_is_one_line_with_time_school_caller_count_and_duration()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.Koppelingen.RotateWachtwoordAsync(new RotateWachtwoordRequest { SchoolId = school.Id });
        await school.TestKoppelingAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        await school.Import.UndoImportAsync(new UndoImportRequest { SchoolId = school.Id, ImportRunId = run.Id });
        await api.Api.WaitForOutputAsync($"UndoImport of {simulated.Brin}", TimeSpan.FromSeconds(10));

        string[] lines = [.. api.Api.Output.Split('\n').Where(line => line.Contains(school.Id, StringComparison.Ordinal))];
        foreach (var done in new[] { "RotateWachtwoord", "ApplyImport", "UndoImport" })
        {
            lines.Should().ContainSingle(
                line => Regex.IsMatch(line, $@"^\d{{4}}-\d\d-\d\dT[\d:.]+Z info: .*{done} of {simulated.Brin} \({school.Id}\) by test: \d+ people, \d+ ms", RegexOptions.NonBacktracking),
                "the log has\n{0}",
                string.Join('\n', lines));
        }

        lines.Should().Contain(line => line.Contains($"TestKoppeling of {simulated.Brin}", StringComparison.Ordinal));
        lines.Should().ContainSingle(line => Regex.IsMatch(
            line, $@"Import run {run.Id} of school {simulated.Brin} \(.*\) by test is Vergeleken: leerlingen \d+ new, .* \d+ ms", RegexOptions.NonBacktracking));
        lines.Should().OnlyContain(line => !line.Contains("achternaam", StringComparison.OrdinalIgnoreCase));
    }
}
