namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// Finds all readings of a code that use every part. The work is bounded: so many parts, steps and readings, and a code
/// that needs more is not read at all.
/// </summary>
internal sealed class CodeParser
{
    private const int MostParts = 12;
    private const int MostSteps = 1_000;
    private const int MostReadings = 32;

    private readonly CodeText _text;
    private readonly Segmentation _segmentation;
    private readonly CodePart[] _parts = new CodePart[MostParts];
    private readonly List<CodeReading> _readings = [];
    private int _steps;

    private CodeParser(CodeText text, Segmentation segmentation) => (_text, _segmentation) = (text, segmentation);

    /// <summary>All readings of a code; none when a part is not explained.</summary>
    public static IReadOnlyList<CodeReading> Read(CodeText text)
    {
        var segmentation = Segmentation.Of(text);
        if (!segmentation.IsComplete)
        {
            return [];
        }

        var parser = new CodeParser(text, segmentation);
        parser.Walk(0, 0);
        return parser._steps > MostSteps || parser._readings.Count > MostReadings ? [] : parser._readings;
    }

    private void Walk(int at, int depth)
    {
        if (at == _text.Length)
        {
            if (ReadingRules.Read(_text, _parts.AsSpan(0, depth)) is { } reading)
            {
                _readings.Add(reading);
            }

            return;
        }

        if (depth == MostParts)
        {
            return;
        }

        foreach (var part in _segmentation.At(at))
        {
            if (_steps++ > MostSteps || _readings.Count > MostReadings)
            {
                return;
            }

            _parts[depth] = part;
            if (PartOrder.Allows(_text, _parts.AsSpan(0, depth + 1)))
            {
                Walk(part.End, depth + 1);
            }
        }
    }
}
