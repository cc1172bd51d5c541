namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// The parts that may stand at each place of a code, without those from which the end cannot be reached, and without
/// letters that a longer form explains. At most the number of forms for each of 64 places, whatever the code.
/// </summary>
internal sealed class Segmentation
{
    private readonly List<CodePart>?[] _parts;

    private Segmentation(List<CodePart>?[] parts) => _parts = parts;

    /// <summary>Whether the code can be split into parts from beginning to end.</summary>
    public bool IsComplete => _parts[0] is not null;

    public List<CodePart> At(int index) => _parts[index] ?? [];

    public static Segmentation Of(CodeText text)
    {
        var parts = new List<CodePart>?[text.Length];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            List<CodePart>? here = null;
            foreach (var form in CodeForms.StartingWith(text[i]))
            {
                if (form.Match(text, i) is var end and > 0 && (end == text.Length || parts[end] is not null))
                {
                    (here ??= []).Add(new CodePart(form, i, end));
                }
            }

            parts[i] = AddSingles(text, i, DropLetters(text, i, here), parts);
        }

        return new Segmentation(parts);
    }

    /// <summary>
    /// KB is kader, and neither k nor b; but at the end, behind a leerjaar, one letter may still be the class (2VA).
    /// </summary>
    private static List<CodePart>? DropLetters(CodeText text, int i, List<CodePart>? parts)
    {
        if (parts is null or { Count: 1 })
        {
            return parts;
        }

        var longest = 0;
        foreach (var part in parts)
        {
            longest = part.Form.IsLone || part.Form.Has(FormTrait.BothWays) ? longest : Math.Max(longest, part.End);
        }

        var mayEndInClass = i > 0 && longest == text.Length && text[^1] is >= 'A' and <= OtherForms.LastClass;
        parts.RemoveAll(part => part.End < longest && !(mayEndInClass && part.End == text.Length - 1));
        return parts;
    }

    private static List<CodePart>? AddSingles(CodeText text, int i, List<CodePart>? parts, List<CodePart>?[] all)
    {
        var (c, isLast) = (text[i], i == text.Length - 1);
        if (!isLast && all[i + 1] is null)
        {
            return parts;
        }

        if (c is >= '1' and <= '6')
        {
            (parts ??= []).Add(new CodePart(OtherForms.Leerjaar, i, i + 1));
        }

        if (i == 0 && !isLast && char.IsAsciiDigit(c))
        {
            (parts ??= []).Add(new CodePart(OtherForms.Location, i, i + 1));
        }

        if (i > 0 && isLast && (char.IsAsciiLetterUpper(c) || c is >= '1' and <= '9'))
        {
            (parts ??= []).Add(new CodePart(OtherForms.Class, i, i + 1));
        }

        return parts;
    }
}
