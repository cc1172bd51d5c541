using System.Diagnostics;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;
using Kurve.Numo.Infrastructure.Koppelingen.Magister;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Xunit.Abstractions;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Bronverkeer;

/// <summary>
/// Answers of 64 MB that a broken or hostile source may give: each is refused, or read in linear time and little memory.
/// </summary>
public sealed class HostileAnswerTests(ITestOutputHelper output)
{
    private const long MostMemory = 200L * 1024 * 1024;
    private const string BuitenMaat = "ANTWOORD_BUITEN_MAAT";

    private const string UwlrHead = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
        + "<leerlinggegevens_antwoord xmlns='http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens'><leerlinggegevens>";

    private const string UwlrTail = "</leerlinggegevens></leerlinggegevens_antwoord></s:Body></s:Envelope>";
    private const string Pupils = UwlrHead + "<leerlingen>";
    private const string EndOfPupils = "</leerlingen>" + UwlrTail;
    private const string Pupil = Pupils + "<leerling key='1'>";
    private const string EndOfPupil = "</leerling>" + EndOfPupils;

    // A test that takes longer than this on a busy machine is not linear.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, (string Head, Func<int, string> Pattern, string Tail, string? Code)> Answers =
        new(StringComparer.Ordinal)
        {
            ["a name in CDATA sections"] = (Pupil + "<roepnaam>", _ => "<![CDATA[a]]>", "</roepnaam>" + EndOfPupil, BuitenMaat),
            ["a name between comments"] = (Pupil + "<roepnaam>", _ => "a<!---->", "</roepnaam>" + EndOfPupil, BuitenMaat),
            ["a name between instructions"] = (Pupil + "<roepnaam>", _ => "a<?b?>", "</roepnaam>" + EndOfPupil, BuitenMaat),
            ["a long name"] = (Pupil + "<roepnaam>", _ => "Samuel ", "</roepnaam>" + EndOfPupil, BuitenMaat),
            ["a long CDATA section"] = (Pupil + "<roepnaam><![CDATA[", _ => "Samuel ", "]]></roepnaam>" + EndOfPupil, BuitenMaat),
            ["a long comment"] = (Pupil + "<!--", _ => "Samuel ", "-->" + EndOfPupil, null),
            ["spaces"] = (Pupil, _ => "        \n", EndOfPupil, BuitenMaat),
            ["attributes"] = (Pupils + "<leerling ", n => $"a{n}='' ", "/>" + EndOfPupils, BuitenMaat),
            ["attributes with brackets"] = (Pupils + "<leerling ", n => $"a{n}='>' ", "/>" + EndOfPupils, BuitenMaat),
            ["attributes of one that is passed over"] = (Pupils + "<x ", n => $"a{n}='>' ", "/>" + EndOfPupils, BuitenMaat),
            ["attributes of the envelope"] = ("<s:Envelope ", n => $"a{n}='' ", "/>", BuitenMaat),
            ["namespaces"] = (Pupils, n => $"<leerling xmlns:n='http://{n}.nl'/>", EndOfPupils, BuitenMaat),
            ["a long attribute"] = (Pupils + "<leerling key='", _ => "12345678", "'/>" + EndOfPupils, BuitenMaat),
            ["a long ECK iD"] = (Pupils, _ => $"<leerling eckid='{new string('a', 60_000)}'/>", EndOfPupils, null),
            ["empty pupils"] = (Pupils, _ => "<leerling/>", EndOfPupils, BuitenMaat),
            ["empty teachers"] = (
                UwlrHead + "<leerkrachten>", _ => "<leerkracht/>", "</leerkrachten>" + UwlrTail, BuitenMaat),
            ["lists of one pupil"] = (UwlrHead, n => $"<leerlingen><leerling key='{n}'/></leerlingen>", UwlrTail, BuitenMaat),
            ["groepen"] = (UwlrHead + "<groepen>", n => $"<groep key='{n}'/>", "</groepen>" + UwlrTail, BuitenMaat),
            ["the same groep"] = (UwlrHead + "<groepen>", _ => "<groep key='a'/>", "</groepen>" + UwlrTail, BuitenMaat),
            ["groepen without a key"] = (UwlrHead + "<groepen>", _ => "<groep/>", "</groepen>" + UwlrTail, BuitenMaat),
            ["groepen that a pupil names"] = (
                Pupil + "<samengestelde_groepen>",
                n => $"<samengestelde_groep key='{n}'/>",
                "</samengestelde_groepen>" + EndOfPupil,
                BuitenMaat),
            ["one groep that a pupil names"] = (
                Pupil + "<samengestelde_groepen>",
                _ => "<samengestelde_groep key='a'/>",
                "</samengestelde_groepen>" + EndOfPupil,
                null),
            ["names of elements"] = (Pupils, n => $"<e{n}/>", EndOfPupils, BuitenMaat),
            ["elements that are passed over"] = (Pupils, _ => "<x/>", EndOfPupils, BuitenMaat),
            ["elements in elements"] = (Pupils, _ => "<x>", EndOfPupils, "ANTWOORD_TE_DIEP"),
            ["names with a control character"] = (Pupil, _ => "<roepnaam>a&#1;a</roepnaam>", EndOfPupil, BuitenMaat),
            ["loose ampersands"] = (Pupil + "<iets>", _ => "& ", "</iets>" + EndOfPupil, BuitenMaat),
            ["control characters"] = (Pupil + "<iets>", _ => "\u0001\u0002", "</iets>" + EndOfPupil, BuitenMaat),
        };

    private static readonly Dictionary<string, (string Head, Func<int, string> Pattern, string Tail, string? Code)> Lists =
        new(StringComparer.Ordinal)
        {
            ["rows"] = ("<Response><Data>", _ => "<L><stamnr>1</stamnr></L>", "</Data></Response>", BuitenMaat),
            ["empty rows"] = ("<Response><Data>", _ => "<L><a/></L>", "</Data></Response>", BuitenMaat),
            ["columns"] = ("<Response><Data><L>", n => $"<k>{n}</k>", "</L></Data></Response>", BuitenMaat),
            ["a column in CDATA sections"] = (
                "<Response><Data><L><stamnr>", _ => "<![CDATA[a]]>", "</stamnr></L></Data></Response>", BuitenMaat),
            ["a long text"] = ("<Response><Data>", _ => "Samuel ", "</Data></Response>", BuitenMaat),
            ["texts"] = ("<Response>", _ => "<a>tekst</a>", "</Response>", BuitenMaat),
            ["attributes"] = ("<Response><Data ", n => $"a{n}='>' ", "/></Response>", BuitenMaat),
            ["a list in a text"] = ("<Response><Data>&lt;D&gt;", _ => "&lt;L/&gt;", "&lt;/D&gt;</Data></Response>", BuitenMaat),
            ["elements in elements"] = ("<Response>", _ => "<x>", "", "ANTWOORD_TE_DIEP"),
        };

    public static TheoryData<string> AllAnswers => [.. Answers.Keys];

    public static TheoryData<string> AllLists => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(AllAnswers))]
    public void An_answer_of_people_is_refused_or_read_in_little_memory(string answer)
    {
        var (head, pattern, tail, code) = Answers[answer];
        var verzoek = new PersonenVerzoek(
            Brin.Hydrate("99ZZ"), Vestigingsnummer.Hoofd, Schooljaar.Hydrate(2026), Endpoint: null, Autorisatiesleutel: null);

        Measure(
            new PatternStream(head, pattern, tail),
            stream => UwlrLezer.Read(stream, verzoek, progress: null, CancellationToken.None).Error?.Code,
            code);
    }

    [Theory]
    [MemberData(nameof(AllLists))]
    public void A_list_of_the_web_service_is_refused_or_read_in_little_memory(string list)
    {
        var (head, pattern, tail, code) = Lists[list];
        var kolommen = new MagisterKolommen(new Dictionary<string, string>(StringComparer.Ordinal));

        Measure(
            new PatternStream(head, pattern, tail),
            stream => MagisterLezer.Read(
                stream, kolommen, BronXml.DefaultMaxBytes, progress: null, CancellationToken.None).Error?.Code,
            code);
    }

    private void Measure(PatternStream answer, Func<Stream, string?> read, string? expected)
    {
        using var stream = answer;
        var (begin, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var code = read(stream);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before - stream.Allocated;

        output.WriteLine($"{code ?? "read"} in {elapsed.TotalSeconds:F1} s, with {allocated / 1_000_000} MB");
        allocated.Should().BeLessThan(MostMemory);
        code.Should().Be(expected);
        elapsed.Should().BeLessThan(Patience);
    }
}
