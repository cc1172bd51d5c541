using System.Text;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// The text of an element. Nearly always it is one piece; comments and CDATA sections may cut it into many, which are
/// joined once.
/// </summary>
internal struct ElementText
{
    private string? _first;
    private StringBuilder? _joined;

    /// <summary>Adds the next piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="mayBeList">Whether a text that begins as XML may be a whole list.</param>
    /// <exception cref="AnswerLimitException">The text is longer than is read.</exception>
    public void Add(string piece, bool mayBeList = false)
    {
        var isList = mayBeList && (_first ?? piece).AsSpan().TrimStart().StartsWith("<");
        var limit = isList ? AnswerLimit.Run : AnswerLimit.Text;
        limit.Check(piece.Length + (_joined?.Length ?? _first?.Length ?? 0));
        if (_first is null)
        {
            _first = piece;
        }
        else
        {
            (_joined ??= new StringBuilder(_first)).Append(piece);
        }
    }

    public override readonly string ToString() => _joined?.ToString() ?? _first ?? "";
}
