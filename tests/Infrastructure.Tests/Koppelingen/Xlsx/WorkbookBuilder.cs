using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Xlsx;

/// <summary>Makes workbooks by hand: a zip of the parts that the standard asks for, and whatever a test puts in them.</summary>
internal sealed class WorkbookBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<(string Part, string Xml)> _extra = [];
    private readonly List<string> _strings = [];
    private readonly List<string> _formats = [];
    private bool _is1904;
    private string _root = "";

    /// <summary>A cell of a text that stands in the list of texts.</summary>
    public string Text(string text)
    {
        _strings.Add($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>");
        return Shared();
    }

    /// <summary>A cell of a text in pieces with a look of their own.</summary>
    public string Rich(params string[] pieces)
    {
        _strings.Add($"<si>{string.Concat(pieces.Select(p => $"<r><rPr><b/></rPr><t>{p}</t></r>"))}</si>");
        return Shared();
    }

    /// <summary>A cell of a number, with a format if one is given.</summary>
    public string Number(string value, string? format = null) => $"<c{Style(format)}><v>{value}</v></c>";

    /// <summary>A cell of a formula with what it was calculated to; null for never.</summary>
    public static string Formula(string formula, string? value, string type = "str") =>
        $"<c t=\"{type}\"><f>{SecurityElement.Escape(formula)}</f>{(value is null ? "" : $"<v>{SecurityElement.Escape(value)}</v>")}</c>";

    /// <summary>A cell of another type, such as <c>b</c> or <c>e</c>.</summary>
    public static string Cell(string type, string value) => $"<c t=\"{type}\"><v>{value}</v></c>";

    public static string Inline(string text) =>
        $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public WorkbookBuilder From1904()
    {
        _is1904 = true;
        return this;
    }

    /// <summary>Names its parts from the root of the archive, as some libraries do.</summary>
    public WorkbookBuilder FromRoot()
    {
        _root = "/xl/";
        return this;
    }

    /// <summary>A sheet of rows of cells; null for a cell that is not there.</summary>
    public WorkbookBuilder Sheet(string name, params string?[][] rows) => Sheet(name, "visible", "", rows);

    public WorkbookBuilder Sheet(string name, string state, string behind, params string?[][] rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>", 1024);
        for (var r = 0; r < rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                xml.Append(rows[r][c]?.Replace("<c", $"<c r=\"{(char)('A' + c)}{r + 1}\"", StringComparison.Ordinal));
            }

            xml.Append("</row>");
        }

        return Raw(name, state, xml.Append("</sheetData>").Append(behind).Append("</worksheet>").ToString());
    }

    /// <summary>A sheet as it is.</summary>
    public WorkbookBuilder Raw(string name, string state, string xml)
    {
        _sheets.Add((name, state, xml));
        return this;
    }

    public WorkbookBuilder Part(string part, string xml)
    {
        _extra.Add((part, xml));
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, xml) in Parts())
            {
                using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(xml);
            }
        }

        return file.ToArray();
    }

    private IEnumerable<(string Part, string Xml)> Parts()
    {
        var numbers = Enumerable.Range(1, _sheets.Count).ToArray();
        yield return ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/></Types>
            """);
        yield return ("_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")]));
        yield return ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr{(_is1904 ? " date1904=\"1\"" : "")}/><sheets>
            {string.Concat(numbers.Select(n => $"<sheet name=\"{SecurityElement.Escape(_sheets[n - 1].Name)}\" sheetId=\"{n}\" state=\"{_sheets[n - 1].State}\" r:id=\"rId{n}\"/>"))}
            </sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", Relationships(
            [
                .. numbers.Select(n => ("worksheet", $"{_root}worksheets/sheet{n}.xml")),
                ("sharedStrings", $"{_root}sharedStrings.xml"),
                ("styles", $"{_root}styles.xml"),
            ]));
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(_strings)}</sst>");
        yield return ("xl/styles.xml", Styles());
        foreach (var n in numbers)
        {
            yield return ($"xl/worksheets/sheet{n}.xml", _sheets[n - 1].Xml);
        }

        foreach (var extra in _extra)
        {
            yield return extra;
        }
    }

    private string Styles()
    {
        var formats = _formats.Select((f, i) => $"<numFmt numFmtId=\"{170 + i}\" formatCode=\"{SecurityElement.Escape(f)}\"/>");
        var cells = _formats.Select((_, i) => $"<xf numFmtId=\"{170 + i}\" applyNumberFormat=\"1\"/>");
        return $"""
            <styleSheet xmlns="{Main}"><numFmts count="{_formats.Count}">{string.Concat(formats)}</numFmts>
            <cellXfs><xf numFmtId="0"/>{string.Concat(cells)}</cellXfs></styleSheet>
            """;
    }

    private static string Relationships((string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select((r, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";

    private string Shared() => string.Create(CultureInfo.InvariantCulture, $"<c t=\"s\"><v>{_strings.Count - 1}</v></c>");

    private string Style(string? format)
    {
        if (format is null)
        {
            return "";
        }

        if (!_formats.Contains(format))
        {
            _formats.Add(format);
        }

        return string.Create(CultureInfo.InvariantCulture, $" s=\"{_formats.IndexOf(format) + 1}\"");
    }
}
