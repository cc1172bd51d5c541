namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>
/// Codes as schools write them: level, leerjaar, profile, stream and class in any order. A person of the field reads
/// each at a glance; nine of ten must be certain, and none wrong.
/// </summary>
public sealed class CodesAtAGlanceTests
{
    private static readonly string[] Codes =
    [
        "H4NT HAVO 4", "H5NG HAVO 5", "H5EM HAVO 5", "5H-CM HAVO 5", "4 havo N&T HAVO 4", "havo 5 E&M HAVO 5",
        "HAVO4NG HAVO 4", "4HAVO HAVO 4", "havo-4-b HAVO 4", "H3a HAVO 3", "tto H3 HAVO 3", "havo+ 2 HAVO 2",
        "Havo 5 NT/NG HAVO 5", "havo sport 1 HAVO 1", "TH4 HAVO 4", "h_5_cm HAVO 5", "HAVO (4) HAVO 4",
        "V6 N&T VWO 6", "VWO5 EM VWO 5", "5 vwo C&M VWO 5", "v4a VWO 4", "V5NTNG VWO 5", "TVWO3 VWO 3",
        "vwo tto 2 VWO 2", "6V NG VWO 6", "vwo-4-nt VWO 4", "technasium vwo 1 VWO 1", "VWO plus 2 VWO 2",
        "A4CM ATHENEUM 4", "ath5 ATHENEUM 5", "atheneum 6 N&G ATHENEUM 6", "VA5 ATHENEUM 5", "A6 ATHENEUM 6",
        "G4NG GYMNASIUM 4", "gym 5 NT GYMNASIUM 5", "VG6 GYMNASIUM 6", "G5 GYMNASIUM 5", "2 gymnasium GYMNASIUM 2",
        "HV1 HAVO_VWO 1", "h/v 2 HAVO_VWO 2", "havo/vwo 1 HAVO_VWO 1", "brugklas havo/vwo 1 HAVO_VWO 1",
        "1HV-c HAVO_VWO 1", "MH1 VMBO_TL_HAVO 1", "t/h 2 VMBO_TL_HAVO 2", "mavo/havo 1 VMBO_TL_HAVO 1",
        "vmbo-t/havo 2 VMBO_TL_HAVO 2", "M3 VMBO_TL 3", "mavo 4 VMBO_TL 4", "4TL VMBO_TL 4", "vmbo-tl 3b VMBO_TL 3",
        "T4 economie VMBO_TL 4", "M4 Z&W VMBO_TL 4", "mavo+ 3 VMBO_TL 3", "klas 3 mavo VMBO_TL 3",
        "GL4 VMBO_GL 4", "G3 D&P VMBO_GL 3", "vmbo gl 3 VMBO_GL 3", "GT3 VMBO_GL_TL 3", "vmbo-(g)t 4 VMBO_GL_TL 4",
        "K3 PIE VMBO_KB 3", "KB4 VMBO_KB 4", "kader 3 BWI VMBO_KB 3", "4K Z&W VMBO_KB 4", "vmbo-k 3 lwoo VMBO_KB 3",
        "B3 D&P VMBO_BB 3", "BB4 VMBO_BB 4", "basis 4 groen VMBO_BB 4", "LWT 3 techniek VMBO_BB 3",
        "b4 MVI VMBO_BB 4", "3 vmbo-b VMBO_BB 3", "BK1 VMBO_BB_KB 1", "b/k 2 VMBO_BB_KB 2", "KGT2 VMBO_KGT 2",
        "PRO3 PRO 3", "praktijkonderwijs 2 PRO 2", "K4 VMBO_KB 4", "vmbo 3 kader VMBO_KB 3", "5VNTa VWO 5",
    ];

    [Fact]
    public void Nine_of_ten_codes_are_certain_and_none_is_wrong()
    {
        var answers = Codes.Select(Read).ToArray();

        answers.Should().HaveCountGreaterThanOrEqualTo(60);
        answers.Where(answer => answer.Certain && answer.Found != answer.Expected).Should().BeEmpty();
        answers.Count(answer => answer.Certain).Should().BeGreaterThanOrEqualTo(answers.Length * 9 / 10);
    }

    [Fact]
    public void What_is_not_certain_is_at_least_suggested() =>
        Codes.Select(Read).Should().OnlyContain(answer => answer.Found == answer.Expected);

    private static (string Code, bool Certain, string? Found, string Expected) Read(string line)
    {
        var fields = line.Split(' ');
        var code = string.Join(' ', fields[..^2]);
        var vertaling = Catalogus.Vertaler.Translate(code, fields[^1][0] - '0');
        return (code, vertaling.Doelgroep is not null, vertaling.Opleiding?.Code, fields[^2]);
    }
}
