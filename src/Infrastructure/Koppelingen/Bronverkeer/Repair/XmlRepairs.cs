namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

/// <summary>
/// What was mended in an answer, and where. The text that XmlReader sees is longer or shorter than what was received,
/// so a position of an error is that of the answer only after <see cref="ToSource"/>.
/// </summary>
internal sealed class XmlRepairs
{
    // XmlReader reads some thousands of characters ahead of an error; what lies further back is of no use.
    private const int MostKept = 16 * 1024;
    private const int KeptAtLeast = MostKept / 2;

    private readonly List<(int Line, int Position, int Shift)> _shifts = [];
    private int _linesBefore;

    /// <summary>Characters that XML forbids.</summary>
    public int Controls { get; private set; }

    /// <summary>References that XML does not know, and an <c>&amp;</c> that begins none.</summary>
    public int References { get; private set; }

    /// <summary>Counts a forbidden character.</summary>
    public void AddControl()
    {
        Controls++;
        AnswerLimit.Repairs.Check(Controls + References);
    }

    /// <summary>Counts a reference that was mended.</summary>
    public void AddReference()
    {
        References++;
        AnswerLimit.Repairs.Check(Controls + References);
    }

    /// <summary>Notes that lines before the first element were passed over.</summary>
    public void SkipLines(int lines) => _linesBefore += lines;

    /// <summary>Notes how many more characters the answer has on this line, up to this position, than what is read.</summary>
    public void Shift(int line, int position, int characters)
    {
        if (_shifts.Count == MostKept)
        {
            _shifts.RemoveRange(0, MostKept - KeptAtLeast);
        }

        var before = _shifts.Count > 0 && _shifts[^1].Line == line ? _shifts[^1].Shift : 0;
        _shifts.Add((line, position, before + characters));
    }

    /// <summary>The place in the answer of a place in what is read; both count from 1.</summary>
    public (int Line, int Position) ToSource(int line, int position)
    {
        var last = _shifts.FindLastIndex(s => s.Line == line && s.Position <= position);
        return (line + _linesBefore, position + (last < 0 ? 0 : _shifts[last].Shift));
    }
}
