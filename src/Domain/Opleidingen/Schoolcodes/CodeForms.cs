namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>Every form of the grammar, by its first character.</summary>
internal static class CodeForms
{
    private const int Characters = 128;

    private static readonly CodeForm[][] ByFirst = Index();

    internal static IEnumerable<CodeForm> All => [.. LevelForms.All, .. ProfileForms.All, .. OtherForms.All];

    internal static CodeForm[] StartingWith(char character) => character < Characters ? ByFirst[character] : [];

    private static CodeForm[][] Index()
    {
        var forms = All.ToLookup(form => form.Pattern[0]);
        return [.. Enumerable.Range(0, Characters).Select(c => forms[(char)c].ToArray())];
    }
}
