using Kurve.Numo.Domain.Opleidingen.Schoolcodes;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Suggests what a code means from what was settled before: of its siblings by the school itself, or of the same code by
/// many other schools. Never certain, for a person of the school did not say it of this code.
/// </summary>
/// <param name="catalogus">The opleidingen.</param>
/// <param name="tabellen">What this school and others have settled.</param>
internal sealed class LearnedCodes(Opleidingscatalogus catalogus, Vertaaltabellen tabellen)
{
    private readonly Lazy<(CodeFamily Family, Schoolkeuze Keuze)[]> _settled = new(() =>
        [.. tabellen.Eigen.Values.Select(keuze => (CodeFamily.Of(CodeGrammar.Analyse(keuze.Schrijfwijze)), keuze))]);

    /// <summary>What was learned of a code that is not certain; null when nothing was.</summary>
    public Lezing? Suggest(string code, CodeAnalysis analysis, Lezing lezing, int? leerjaar) =>
        FromSiblings(analysis, lezing, leerjaar ?? lezing.Leerjaar)
        ?? FromSchools(code, lezing, leerjaar ?? lezing.Leerjaar);

    // Siblings that the school settled otherwise say nothing together.
    private Lezing? FromSiblings(CodeAnalysis analysis, Lezing lezing, int? leerjaar)
    {
        if (tabellen.Eigen.Count == 0)
        {
            return null;
        }

        var family = CodeFamily.Of(analysis);
        var siblings = _settled.Value.Where(s => s.Family.Shares(family, s.Keuze.Opleiding)).ToArray();
        return siblings.Select(s => s.Keuze.Opleiding).Distinct(StringComparer.Ordinal).Take(2).Count() == 1
            && Find(siblings[0].Keuze.Opleiding, leerjaar) is { } opleiding
            ? Learned(Vertaalregel.Verwant, opleiding, lezing, []) with { Verwante = siblings[0].Keuze.Schrijfwijze }
            : null;
    }

    private Lezing? FromSchools(string code, Lezing lezing, int? leerjaar)
    {
        if (!tabellen.Gedeeld.TryGetValue(Schoolcode.Normalise(code), out var tellingen))
        {
            return null;
        }

        (Opleiding Opleiding, int Scholen)[] known =
        [
            .. tellingen
                .Select(telling => (Opleiding: Find(telling.Opleiding, leerjaar), telling.Scholen))
                .Where(telling => telling.Opleiding?.Sector == tabellen.Sector)
                .Select(telling => (telling.Opleiding!, telling.Scholen)),
        ];
        return known.Length == 0
            ? null
            : Learned(Vertaalregel.AndereScholen, known[0].Opleiding, lezing, known[1..].Select(k => k.Opleiding)) with
            {
                Scholen = known[0].Scholen,
                Zekerheid = known.Length == 1 ? Zekerheid.Middel : Zekerheid.Laag,
            };
    }

    private Opleiding? Find(string code, int? leerjaar) =>
        catalogus.Find(code) is { } opleiding && (leerjaar is not { } jaar || opleiding.Leerjaren.Contains(jaar))
            ? opleiding
            : null;

    // What the grammar made of the code stays to choose from.
    private static Lezing Learned(
        Vertaalregel regel, Opleiding opleiding, Lezing lezing, IEnumerable<Opleiding> others) => lezing with
        {
            Regel = regel,
            Opleiding = opleiding,
            Zekerheid = Zekerheid.Middel,
            Leerjaren = opleiding.Leerjaren,
            Alternatieven =
            [
                .. others
                    .Concat(lezing.Opleiding is { } read ? [read] : [])
                    .Concat(lezing.Alternatieven)
                    .Where(other => other != opleiding)
                    .Distinct(),
            ],
        };
}
