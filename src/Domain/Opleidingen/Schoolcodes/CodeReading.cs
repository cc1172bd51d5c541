namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>One way to read a code, in which every part has a meaning.</summary>
/// <param name="Opleiding">The code of the opleiding; null when the parts only name what a person chooses from.</param>
/// <param name="Leerjaar">The leerjaar that it names.</param>
/// <param name="Zekerheid">How sure it is by itself.</param>
/// <param name="Alternatieven">What else it may mean, or what to choose from.</param>
/// <param name="Traits">What the judge has to know of it.</param>
/// <param name="Parts">The parts, in order.</param>
internal sealed record CodeReading(
    string? Opleiding,
    int? Leerjaar,
    Zekerheid Zekerheid,
    IReadOnlyList<string> Alternatieven,
    ReadingTrait Traits,
    CodePart[] Parts)
{
    public bool Has(ReadingTrait trait) => (Traits & trait) != ReadingTrait.None;

    /// <summary>Names each part that says something: H = havo, 5 = leerjaar.</summary>
    public List<Codedeel> Describe(CodeText text)
    {
        var delen = new List<Codedeel>(Parts.Length);
        foreach (var part in Parts)
        {
            if (part.Kind is not (PartKind.Joiner or PartKind.Ordinal))
            {
                delen.Add(new Codedeel(text.Written(part.Start, part.End), part.Form.Naam, part.Form.Name));
            }
        }

        return delen;
    }
}

/// <summary>What sets a reading apart from the others.</summary>
[Flags]
internal enum ReadingTrait
{
    None = 0,

    /// <summary>Its first digit is a location.</summary>
    Location = 1,

    /// <summary>Its last digit is a class.</summary>
    ClassDigit = 2,

    /// <summary>A letter that is only unsure since it is two levels, of which one may not have the leerjaar.</summary>
    OneOfTwo = 4,

    /// <summary>Seldom meant.</summary>
    Rare = 8,

    /// <summary>Letters that are as well read one by one.</summary>
    BothWays = 32,

    /// <summary>A choice that a person makes, whatever else the code may mean: isk, vavo.</summary>
    Choice = 16,
}
