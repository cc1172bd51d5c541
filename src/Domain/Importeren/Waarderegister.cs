using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Whose a value of one key is among delivered pupils. A value finds its pupil as it is written, or else without leading
/// zeros and in whatever case; what two pupils have finds nobody.
/// </summary>
internal sealed class Waarderegister
{
    private const int Meerdere = -1;

    private readonly IReadOnlyList<Aangeleverd<LeerlingGegevens>> _leerlingen;
    private readonly Func<LeerlingGegevens, string?> _valueOf;
    private readonly Dictionary<string, int> _exact;
    private readonly HashSet<string> _afgekeurd = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, int>> _canoniek;

    /// <summary>Reads the values of all pupils.</summary>
    public Waarderegister(
        IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen,
        Func<LeerlingGegevens, string?> valueOf,
        Rekengang gang)
    {
        (_leerlingen, _valueOf) = (leerlingen, valueOf);
        _exact = new Dictionary<string, int>(leerlingen.Count, StringComparer.Ordinal);
        _canoniek = new(IndexCanonical);
        for (var i = 0; i < leerlingen.Count; i++)
        {
            gang.Check();
            if (valueOf(leerlingen[i].Gegevens) is not { Length: > 0 } value)
            {
                continue;
            }

            if (leerlingen[i].Afkeuring is null)
            {
                Add(_exact, value, i);
            }
            else
            {
                _afgekeurd.Add(Stamnummer.Canonicalize(value));
            }
        }
    }

    /// <summary>
    /// Whether a pupil who was not rejected has the value; -1 as the pupil when more than one has it, or nobody.
    /// </summary>
    public bool TryFind(string? value, out int leerling)
    {
        leerling = Meerdere;
        if (string.IsNullOrEmpty(value))
        {
            return false;
        }

        if (_exact.TryGetValue(value, out leerling)
            || _canoniek.Value.TryGetValue(Stamnummer.Canonicalize(value), out leerling))
        {
            return true;
        }

        leerling = Meerdere;
        return false;
    }

    /// <summary>Whether a rejected pupil has the value.</summary>
    public bool IsVanAfgekeurde(string? value) =>
        _afgekeurd.Count > 0 && !string.IsNullOrEmpty(value) && _afgekeurd.Contains(Stamnummer.Canonicalize(value));

    private Dictionary<string, int> IndexCanonical()
    {
        var index = new Dictionary<string, int>(_leerlingen.Count, StringComparer.Ordinal);
        for (var i = 0; i < _leerlingen.Count; i++)
        {
            if (_leerlingen[i].Afkeuring is null && _valueOf(_leerlingen[i].Gegevens) is { Length: > 0 } value)
            {
                Add(index, Stamnummer.Canonicalize(value), i);
            }
        }

        return index;
    }

    private static void Add(Dictionary<string, int> index, string value, int leerling)
    {
        if (!index.TryAdd(value, leerling))
        {
            index[value] = Meerdere;
        }
    }
}
