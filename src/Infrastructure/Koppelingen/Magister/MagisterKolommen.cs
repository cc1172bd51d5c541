using System.Collections.Frozen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>The columns of the list KurveLeerlingData.</summary>
internal enum MagisterKolom
{
    IdGebr,
    ExterneId,
    Opleidingscode,
    Stamnr,
}

/// <summary>
/// Recognises columns. Magister replaces a name that equals one of its own fields by that field's caption, with
/// prefixes of its own (<c>Loginaccount.Loginaccount.sis_gebr__idGebr</c>), so only the last part counts, without case,
/// underscores and hyphens.
/// </summary>
internal sealed class MagisterKolommen
{
    private static readonly FrozenDictionary<string, MagisterKolom> Known = new Dictionary<string, MagisterKolom>(
        StringComparer.Ordinal)
    {
        ["idgebr"] = MagisterKolom.IdGebr,
        ["gebruikerid"] = MagisterKolom.IdGebr,
        ["kurvegebruikerid"] = MagisterKolom.IdGebr,
        ["externeid"] = MagisterKolom.ExterneId,
        ["externalid"] = MagisterKolom.ExterneId,
        ["kurveexterneid"] = MagisterKolom.ExterneId,
        ["opleidingscode"] = MagisterKolom.Opleidingscode,
        ["studie"] = MagisterKolom.Opleidingscode,
        ["kurveopleiding"] = MagisterKolom.Opleidingscode,
        ["stamnr"] = MagisterKolom.Stamnr,
        ["stamnrstr"] = MagisterKolom.Stamnr,
        ["stamnummer"] = MagisterKolom.Stamnr,
        ["kurvestamnr"] = MagisterKolom.Stamnr,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, MagisterKolom?> _byName = new(StringComparer.OrdinalIgnoreCase);

    public MagisterKolommen(IReadOnlyDictionary<string, string> aliassen)
    {
        foreach (var (name, meaning) in aliassen)
        {
            _byName[name] = FindCanonical(meaning);
        }
    }

    /// <summary>The columns, to be named in messages.</summary>
    public static string Names { get; } = "idGebr, ExterneId, opleidingscode, stamnr";

    /// <summary>The column of this name; null when it is none of ours.</summary>
    public MagisterKolom? Find(string name)
    {
        if (!_byName.TryGetValue(name, out var kolom))
        {
            _byName[name] = kolom = FindCanonical(name);
        }

        return kolom;
    }

    /// <summary>The column of this name without any alias.</summary>
    public static MagisterKolom? FindCanonical(string name) =>
        Known.TryGetValue(Normalize(name), out var kolom) ? kolom : null;

    private static string Normalize(string name)
    {
        var afterDot = name.LastIndexOf('.') + 1;
        var underscores = name.LastIndexOf("__", StringComparison.Ordinal);
        var last = name[Math.Max(afterDot, underscores < 0 ? 0 : underscores + 2)..];
        return last
            .Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .ToLowerInvariant();
    }
}
