using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// SHA-256 over everything that applying a plan would do, on which version of the data. Each text and each list goes in
/// with its length before it, so that no two plans can look alike.
/// </summary>
internal sealed class Planhash : IDisposable
{
    private static readonly Veld[] Velden =
        [.. Enum.GetValues<Veld>().Except([Veld.Geen, Veld.Groepen, Veld.Stamgroep])];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[4096];
    private int _used;

    public static string Compute(Schooljaar schooljaar, long basisVersie, Planregels regels)
    {
        using var hash = new Planhash();
        hash.Add(schooljaar.Begin);
        hash.Add(basisVersie);
        hash.Add(regels.Groepen.Count);
        foreach (var groep in regels.Groepen)
        {
            hash.Add((int)groep.Soort);
            hash.Add(groep.Gegevens.Sleutel.ToString());
            hash.Add((int)groep.Gegevens.Soort);
            hash.Add(groep.Gegevens.Naam);
            hash.Add(groep.Gegevens.Leerjaar ?? -1);
        }

        hash.Add(regels.Leerlingen);
        hash.Add(regels.Docenten);
        hash.Flush();
        return Convert.ToHexStringLower(hash._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add<T>(IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        Planregel<T>[] changing = [.. regels.Where(regel => regel.Soort != RegelSoort.Ongewijzigd)];
        Add(changing.Length);
        foreach (var regel in changing)
        {
            Add((int)regel.Soort);
            Add((int)regel.Bedoeling);
            Add(regel.Account?.Id.ToString());
            Add((long)regel.Gewijzigd);
            foreach (var veld in Velden)
            {
                Add(regel.Gegevens.Show(veld));
            }

            Add((regel.Gegevens as LeerlingGegevens)?.Stamgroep);
            Add(regel.Gegevens.Groepen.Length);
            foreach (var groep in regel.Gegevens.Groepen)
            {
                Add(groep);
            }

            Add(regel.Afstanden.Count);
            foreach (var afstand in regel.Afstanden)
            {
                Add(afstand.Account.Id.ToString());
                Add((long)afstand.Velden);
            }
        }
    }

    private void Add(Groepsleutel? groep)
    {
        Add(groep?.Vestiging.Value);
        Add(groep?.Key);
    }

    private void Add(long value)
    {
        Reserve(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), value);
        _used += sizeof(long);
    }

    private void Add(string? text)
    {
        Add(text is null ? -1L : text.Length);
        if (text is not null)
        {
            Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
            _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        }
    }

    private void Reserve(int size)
    {
        if (_buffer.Length - _used < size)
        {
            Flush();
            _buffer = _buffer.Length < size ? new byte[size] : _buffer;
        }
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
