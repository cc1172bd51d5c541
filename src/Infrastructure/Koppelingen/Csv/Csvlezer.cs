using System.Security.Cryptography;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using Sylvan.Data.Csv;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>
/// Takes CSV apart (RFC 4180, read leniently where that is safe). A quote that is not closed properly makes rows run
/// into each other, and who is in them would seem to have left: so it ends the reading. Memory is bounded by the file.
/// </summary>
internal sealed class Csvlezer(Uploadgrenzen grenzen) : ICsvlezer
{
    private const int MostColumns = 500;
    private const int LargestRow = 256 * 1024;
    private const int FirstBuffer = 16 * 1024;

    public Result<Csvblad> Read(byte[] inhoud, Csvopdracht opdracht, CancellationToken ct) =>
        inhoud.Length > grenzen.MaxBytes
            ? CsvErrors.BestandTeGroot(grenzen.MaxBytes)
            : Bestandstekst.Decode(inhoud, opdracht.Tekenset).Then(tekst => ReadText(tekst, inhoud, opdracht, ct));

    private Result<Csvblad> ReadText(Bestandstekst bestand, byte[] inhoud, Csvopdracht opdracht, CancellationToken ct)
    {
        var tekst = Regeleinden.Unify(bestand.Tekst);
        var hint = Scheidingsteken.ReadHint(tekst);
        var scheiding = Scheidingsteken.Detect(tekst, hint, opdracht.CountKnown);
        var rijen = new Rijen(tekst, scheiding, skipFirst: hint is not null, grenzen.MaxRegels);
        return rijen.Read(ct).Map(regels => new Csvblad(
            regels,
            bestand.Tekenset,
            scheiding,
            rijen.Leeg,
            bestand.Meldingen,
            Convert.ToHexStringLower(SHA256.HashData(inhoud))));
    }

    private sealed class Rijen(string tekst, char scheiding, bool skipFirst, int maxRegels)
    {
        private readonly List<Csvregel> _regels = [];
        private int _line = 1;

        public int Leeg { get; private set; }

        public Result<IReadOnlyList<Csvregel>> Read(CancellationToken ct)
        {
            try
            {
                using var reader = CsvDataReader.Create(new StringReader(tekst), Options());
                while (reader.Read())
                {
                    ct.ThrowIfCancellationRequested();
                    if (Add(reader) is { } fout)
                    {
                        return fout;
                    }
                }

                return _regels;
            }
            catch (CsvRecordTooLargeException)
            {
                return CsvErrors.RegelTeGroot(_line, LargestRow);
            }
            catch (CsvFormatException bad)
            {
                return CsvErrors.Aanhalingsteken(_line, bad.FieldOrdinal + 1);
            }
        }

        private Csvfout? Add(CsvDataReader reader)
        {
            var regel = _line;
            var velden = new string[reader.RowFieldCount];
            for (var i = 0; i < velden.Length; i++)
            {
                velden[i] = reader.GetString(i);
                _line += CountLines(velden[i]);
            }

            _line++;
            if (skipFirst && regel == 1)
            {
                return null;
            }

            if (velden.Length == 0)
            {
                Leeg++;
                return null;
            }

            _regels.Add(new Csvregel(regel, velden));
            return velden.Length > MostColumns ? CsvErrors.TeVeelKolommen(regel, velden.Length, MostColumns)
                : _regels.Count > maxRegels ? CsvErrors.TeVeelRegels(maxRegels)
                : null;
        }

        private CsvDataReaderOptions Options() => new()
        {
            Delimiter = scheiding,
            HasHeaders = false,
            CsvStyle = CsvStyle.Standard,
            BufferSize = FirstBuffer,
            MaxBufferSize = LargestRow,

            // A value may begin with #, and no line is a comment. A NUL was refused before.
            Comment = '\0',
        };

        private static int CountLines(string veld) => veld.AsSpan().Count('\n');
    }
}
