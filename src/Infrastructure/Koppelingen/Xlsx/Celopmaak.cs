using System.Globalization;
using System.Text;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>
/// Writes the number of a cell as the code that it stands for. The format of the cell gives back the zeros of a code:
/// <c>1001</c> with <c>000000</c> is <c>001001</c>. What is only for the eye, such as dots in it, is left out.
/// </summary>
internal static class Celopmaak
{
    /// <summary>From here on a number lost digits: a spreadsheet keeps fifteen.</summary>
    private const double TooLarge = 1e15;

    /// <summary>No code is longer.</summary>
    private const int LongestMask = 40;

    /// <summary>So many zeros make a format one of codes, in which letters and signs count.</summary>
    private const int ZerosOfCode = 3;

    /// <summary>A number as text.</summary>
    /// <param name="waarde">The number.</param>
    /// <param name="opmaak">The format of its cell; null for none.</param>
    public static string Of(double waarde, string? opmaak)
    {
        // Fifteen digits, as a spreadsheet shows it: 0.1 + 0.2 is 0.3.
        var shown = double.Parse(waarde.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(shown) >= TooLarge ? waarde.ToString("0.##############E+0", CultureInfo.InvariantCulture)
            : !double.IsInteger(shown) ? shown.ToString("G15", CultureInfo.InvariantCulture)
            : shown < 0 ? shown.ToString("F0", CultureInfo.InvariantCulture)
            : Fill(shown.ToString("F0", CultureInfo.InvariantCulture), opmaak);
    }

    private static string Fill(string cijfers, string? opmaak)
    {
        if (opmaak is null || Read(opmaak) is not { } mask)
        {
            return cijfers;
        }

        var zeros = mask.Count(m => m is { IsPlaceholder: true, Character: '0' });
        return zeros >= ZerosOfCode ? Fill(cijfers, mask) : cijfers.PadLeft(zeros, '0');
    }

    // From the right: each place takes a digit, the leftmost all that are left.
    private static string Fill(string cijfers, List<Sign> mask)
    {
        var filled = new StringBuilder();
        var (left, first) = (cijfers.Length, mask.FindIndex(m => m.IsPlaceholder));
        for (var i = mask.Count - 1; i >= 0; i--)
        {
            if (!mask[i].IsPlaceholder)
            {
                filled.Insert(0, mask[i].Character);
            }
            else if (i == first && left > 0)
            {
                filled.Insert(0, cijfers[..left]);
            }
            else if (left > 0)
            {
                filled.Insert(0, cijfers[--left]);
            }
            else if (mask[i].Character == '0')
            {
                filled.Insert(0, '0');
            }
        }

        return filled.ToString();
    }

    /// <summary>The places and letters of a format of whole numbers; null for any other.</summary>
    private static List<Sign>? Read(string opmaak)
    {
        var mask = new List<Sign>();
        for (var i = 0; i < opmaak.Length && opmaak[i] is not (';' or '.'); i++)
        {
            switch (opmaak[i])
            {
                case '0' or '#' or '?':
                    mask.Add(new Sign(opmaak[i], IsPlaceholder: true));
                    break;
                case '[' or '"':
                    var end = opmaak.IndexOf(opmaak[i] == '[' ? ']' : '"', i + 1);
                    if (end < 0)
                    {
                        return null;
                    }

                    // What stands in brackets is a colour, a condition or a currency.
                    mask.AddRange(opmaak[i] == '[' ? [] : opmaak[(i + 1)..end].Select(c => new Sign(c, false)));
                    i = end;
                    break;
                case '\\' when i + 1 < opmaak.Length:
                    mask.Add(new Sign(opmaak[++i], IsPlaceholder: false));
                    break;
                case '_' or '*':
                    i++;
                    break;
                case ',':
                    break;
                case '-' or ' ' or '/' or '(' or ')' or '+' or ':':
                    mask.Add(new Sign(opmaak[i], IsPlaceholder: false));
                    break;
                default:
                    return null;
            }
        }

        return mask.Count <= LongestMask && mask.Exists(m => m.IsPlaceholder) ? mask : null;
    }

    private readonly record struct Sign(char Character, bool IsPlaceholder);
}
