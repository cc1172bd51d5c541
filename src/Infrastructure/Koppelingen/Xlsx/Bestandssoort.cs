using System.Text;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>What a file is, by its first bytes; its name says nothing.</summary>
internal enum Bestandssoort
{
    /// <summary>Text, or something that the reading of text refuses.</summary>
    Tekst,

    /// <summary>A zip archive: perhaps a workbook.</summary>
    Archief,

    /// <summary>A workbook of before 2007, or another file of that kind.</summary>
    OudExcel,

    /// <summary>A workbook that a password locks.</summary>
    Beveiligd,
}

/// <summary>Tells what a file is.</summary>
internal static class Bestandssoorten
{
    /// <summary>The name of the stream that holds a locked workbook, within the directory of its container.</summary>
    private static readonly byte[] Locked = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Looks at the bytes.</summary>
    public static Bestandssoort Of(ReadOnlySpan<byte> inhoud) => inhoud switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => Bestandssoort.Archief,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] =>
            inhoud.IndexOf(Locked) >= 0 ? Bestandssoort.Beveiligd : Bestandssoort.OudExcel,
        _ => Bestandssoort.Tekst,
    };
}
