using System.Xml;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Inschrijvingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>
/// Reads answers of Magister's web service, as XML and as SOAP. The names of the wrappers around rows depend on the
/// school's list, so a row is whatever holds elements that hold only text. An answer counts only when it was read to
/// its end.
/// </summary>
internal sealed class MagisterLezer(MagisterKolommen kolommen, IProgress<int>? progress)
{
    private const int MostColumnNames = 40;
    private const int MostTexts = 16;

    /// <summary>Longer than any key or code of a school administration.</summary>
    private const int LongestValue = 256;

    private const int ProgressStep = 50;

    private readonly MagisterAntwoord _antwoord = new();
    private readonly Stack<List<(string Name, string Value)>> _rows = [];

    public static Result<MagisterAntwoord> Read(
        Stream stream,
        MagisterKolommen kolommen,
        long maxBytes,
        IProgress<int>? progress,
        CancellationToken ct) =>
        BronXml.Read<MagisterAntwoord>(
            stream,
            MagisterFouten.Bron,
            maxBytes,
            new Naamtabel(),
            (reader, bytes) =>
            {
                var lezer = new MagisterLezer(kolommen, progress);
                if (!lezer.ReadDocument(reader))
                {
                    return Bronfouten.OnverwachtAntwoord(MagisterFouten.Bron);
                }

                lezer._antwoord.Vingerafdruk = bytes.Vingerafdruk();
                lezer._antwoord.Meldingen = [.. bytes.Herstel(MagisterFouten.Bron)];
                return lezer._antwoord;
            },
            ct);

    /// <summary>
    /// Reads an answer that HTTP calls an error; null when it holds no fault. A fault is an answer as well: who asked knows
    /// what was asked, and takes its own secrets out of the text.
    /// </summary>
    public static Result<MagisterAntwoord>? ReadFault(Stream stream, long maxBytes, CancellationToken ct)
    {
        var kolommen = new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal));
        var answer = Read(stream, kolommen, maxBytes, progress: null, ct);
        return answer is { IsOk: true, Value.Exception: not null } ? answer : (Result<MagisterAntwoord>?)null;
    }

    private bool ReadDocument(XmlReader reader)
    {
        var known = false;
        reader.MoveToContent();
        var depth = reader.Enter();
        if (string.Equals(reader.LocalName, "Response", StringComparison.Ordinal))
        {
            ReadResponse(reader, depth);
            known = true;
        }
        else if (string.Equals(reader.LocalName, "Envelope", StringComparison.Ordinal))
        {
            known = ReadEnvelope(reader, depth);
        }

        while (reader.ReadNode())
        {
            // Whatever follows must be well-formed as well, or the answer was cut off.
        }

        return known;
    }

    private bool ReadEnvelope(XmlReader reader, int depth)
    {
        var known = false;
        while (reader.NextChild(depth))
        {
            if (!string.Equals(reader.LocalName, "Body", StringComparison.Ordinal))
            {
                reader.SkipElement(MagisterFouten.Bron);
                continue;
            }

            var body = reader.Enter();
            while (reader.NextChild(body))
            {
                known = true;
                if (string.Equals(reader.LocalName, "Fault", StringComparison.Ordinal))
                {
                    var fault = SoapFault.Read(reader, MagisterFouten.Bron);
                    (_antwoord.Exception, _antwoord.ExceptionMsg, _antwoord.IsFault) = (fault.Code, fault.Text, true);
                }
                else
                {
                    ReadResponse(reader, reader.Enter());
                }
            }
        }

        return known;
    }

    private void ReadResponse(XmlReader reader, int depth)
    {
        while (reader.NextChild(depth))
        {
            switch (reader.LocalName)
            {
                case "Result":
                    _antwoord.Result = reader.ReadText(MagisterFouten.Bron);
                    break;
                case "SessionToken":
                    _antwoord.SessionToken = reader.ReadText(MagisterFouten.Bron);
                    break;
                case "ResultMessage":
                    _antwoord.ResultMessage = reader.ReadText(MagisterFouten.Bron);
                    break;
                case "Exception":
                    _antwoord.Exception = reader.ReadText(MagisterFouten.Bron);
                    break;
                case "ExceptionMsg":
                    _antwoord.ExceptionMsg = reader.ReadText(MagisterFouten.Bron);
                    break;
                default:
                    ReadTable(reader);
                    break;
            }
        }
    }

    /// <summary>Reads whatever else the response holds: the table, or the text of an out-parameter.</summary>
    private void ReadTable(XmlReader reader)
    {
        var (row, text) = ReadElement(reader);
        if (row is not null)
        {
            Add(row);
        }
        else if (text.StartsWith('<'))
        {
            ReadEscaped(text);
        }
        else if (text.Length > 0 && _antwoord.Teksten.Count < MostTexts)
        {
            _antwoord.Teksten.Add(text);
        }
    }

    /// <summary>A table written as an XML document inside a text, as a SOAP server may do.</summary>
    private void ReadEscaped(string text)
    {
        using var inner = BronXml.OpenText(text);
        inner.MoveToContent();
        var (row, _) = ReadElement(inner);
        if (row is not null)
        {
            Add(row);
        }
    }

    /// <summary>
    /// Reads an element. One that holds only text is a column: its text is the answer. One that holds columns is a row;
    /// rows further down are added as they end.
    /// </summary>
    private (List<(string Name, string Value)>? Row, string Text) ReadElement(XmlReader reader)
    {
        if (reader.Depth > BronXml.MaxDepth)
        {
            throw new Bronuitzondering(Bronfouten.AntwoordTeDiep(MagisterFouten.Bron));
        }

        if (reader.IsEmptyElement)
        {
            return (null, "");
        }

        List<(string Name, string Value)>? row = null;
        var text = default(ElementText);
        while (reader.ReadNode() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                text.Add(reader.Value, mayBeList: true);
                continue;
            }

            var name = reader.LocalName;
            var (inner, value) = ReadElement(reader);
            if (inner is not null)
            {
                Add(inner);
                row ??= TakeRow();
            }
            else
            {
                (row ??= TakeRow()).Add((name, value));
                AnswerLimit.Columns.Check(row.Count);
            }
        }

        return (row, text.ToString().Trim());
    }

    private void Add(List<(string Name, string Value)> row)
    {
        // An empty list, an empty row and a wrapper look alike, and say nothing.
        if (row.Exists(column => column.Value.Length > 0))
        {
            AddRow(row);
        }

        row.Clear();
        _rows.Push(row);
    }

    private List<(string Name, string Value)> TakeRow() => _rows.TryPop(out var row) ? row : [];

    private void AddRow(List<(string Name, string Value)> row)
    {
        var regel = new Opleidingsregel(null, null, null, null);
        var mine = false;
        foreach (var (name, value) in row)
        {
            mine |= AddColumn(ref regel, name, value.Length == 0 ? null : value);
        }

        if (mine)
        {
            AnswerLimit.People.Check(_antwoord.Regels.Count + 1);
            _antwoord.Regels.Add(regel);
            if (_antwoord.Regels.Count % ProgressStep == 0)
            {
                progress?.Report(_antwoord.Regels.Count);
            }
        }
    }

    private bool AddColumn(ref Opleidingsregel regel, string name, string? value)
    {
        if (string.Equals(name, "Fout_nummer", StringComparison.OrdinalIgnoreCase))
        {
            _antwoord.FoutNummer = value ?? "";
            return false;
        }

        if (string.Equals(name, "Fout_omschrijving", StringComparison.OrdinalIgnoreCase))
        {
            _antwoord.FoutOmschrijving = value ?? "";
            return false;
        }

        if (_antwoord.Kolommen.Count < MostColumnNames)
        {
            _antwoord.Kolommen.Add(name);
        }

        if (kolommen.Find(name) is not { } kolom)
        {
            return true;
        }

        _antwoord.Herkend.Add(kolom);
        value = ReadValue(ref regel, kolom, value);
        regel = kolom switch
        {
            MagisterKolom.IdGebr => regel with { IdGebr = value ?? regel.IdGebr },
            MagisterKolom.ExterneId => regel with { ExterneId = value ?? regel.ExterneId },
            MagisterKolom.Opleidingscode => regel with { Opleidingscode = value ?? regel.Opleidingscode },
            _ => regel with { Stamnummer = value ?? regel.Stamnummer },
        };
        return true;
    }

    // n.v.t. as a number would be the number of everybody who has none.
    private static bool IsNone(MagisterKolom kolom, string text) =>
        kolom == MagisterKolom.Opleidingscode ? Inschrijvingkeuze.IsEmpty(text) : NoValue.IsNoKey(text);

    // Too long is as if it were empty: half a key is the key of somebody else.
    private static string? ReadValue(ref Opleidingsregel regel, MagisterKolom kolom, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var (text, repair) = SourceText.Of(value);
        var tooLong = !SourceText.Fits(text, LongestValue);
        if (repair != TextRepair.None || tooLong)
        {
            var waar = $"KurveLeerlingData, kolom '{kolom}'";
            var teLang = new Melding(
                "WAARDE_TE_LANG", $"{waar}: deze waarde is langer dan {LongestValue} tekens en is niet gelezen.");
            regel = regel with
            {
                Meldingen = tooLong
                    ? [.. regel.Meldingen, teLang]
                    : [.. regel.Meldingen, .. TextMeldingen.For(repair, waar)],
            };
        }

        return tooLong || IsNone(kolom, text) ? null : text;
    }
}
