using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>
/// Good answers against the published schemas of UWLR 2.2. Two things are changed in memory: the school years end at
/// 2024-2025 there, and 2.3 (of which no schema is public) makes <c>@key</c> optional.
/// </summary>
public sealed class UwlrSchemaTests
{
    private const string Folder = "data/uwlr/xsd/Schemas";
    private const string Base = "UWLR_Leerlinggegevens_v2p2.xsd";
    private const string Profile = "Profiel smalle set/Profiel_Smalle_set_UWLR_Leerlinggegevens_v2p2.xsd";

    [SharedDataFact(Folder)]
    public async Task An_answer_in_version_2_2_is_valid_for_the_base_schema() =>
        (await ValidateAsync("2.2", Base, withoutKey: 0)).Should().BeEmpty();

    [SharedDataFact(Folder)]
    public async Task An_answer_in_version_2_2_is_valid_for_the_profile_smalle_set() =>
        (await ValidateAsync("2.2", Profile, withoutKey: 0)).Should().BeEmpty();

    [SharedDataFact(Folder)]
    public async Task An_answer_in_version_2_3_is_valid_for_the_profile_with_optional_keys() =>
        (await ValidateAsync("2.3", Profile, withoutKey: 40)).Should().BeEmpty();

    [SharedDataFact(Folder)]
    public async Task The_order_of_the_hub_is_found_to_be_invalid()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        simulator.Misbehaviour.Add(Kurve.Numo.Simulator.Misbehaviours.UwlrMisbehaviour.HubOrder);

        var faults = Validate(await simulator.GetUwlrAsync(), Profile, optionalKeys: true);

        faults.Should().NotBeEmpty("a check that passes everything proves nothing");
    }

    private static async Task<List<string>> ValidateAsync(string version, string schema, int withoutKey)
    {
        await using var simulator = await SimulatorFixture.StartAsync(new SimulatorOptions
        {
            Pupils = 300,
            Schooljaar = "2026-2027",
            WithoutKey = withoutKey,
            Day = 5,
        });
        var antwoord = await simulator.GetUwlrAsync(simulator.Uwlr().With("xsdversie", version));
        return Validate(antwoord, schema, optionalKeys: withoutKey > 0);
    }

    private static List<string> Validate(XElement antwoord, string schema, bool optionalKeys)
    {
        var folder = SharedData.Find(Folder)!;
        var resolver = new PatchingResolver(folder, optionalKeys);
        var schemas = new XmlSchemaSet { XmlResolver = resolver };
        var address = new Uri(Path.Combine(folder, schema));
        var text = (Stream)resolver.GetEntity(address, null, null);
        using (var reader = XmlReader.Create(text, null, address.AbsoluteUri))
        {
            schemas.Add(null, reader);
        }

        var faults = new List<string>();
        new XDocument(antwoord).Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    /// <summary>Reads schemas from one folder and nowhere else, with the two changes.</summary>
    private sealed class PatchingResolver(string folder, bool optionalKeys) : XmlResolver
    {
        public override ICredentials Credentials
        {
            set => throw new NotSupportedException();
        }

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            if (!absoluteUri.IsFile || !absoluteUri.LocalPath.StartsWith(folder, StringComparison.Ordinal))
            {
                throw new XmlException($"{absoluteUri} is outside the schema folder.");
            }

            var text = Regex.Replace(
                File.ReadAllText(absoluteUri.LocalPath),
                "(?<begin><xs:simpleType name=\"EDEXSchooljaarType\">).*?(?<end></xs:simpleType>)",
                "${begin}<xs:restriction base=\"xs:string\">"
                    + "<xs:pattern value=\"[0-9]{4}-[0-9]{4}\"/></xs:restriction>${end}",
                RegexOptions.Singleline,
                TimeSpan.FromSeconds(10));
            if (optionalKeys)
            {
                text = Regex.Replace(
                    text,
                    "use=\"required\"/>(?=\\s*<!--[^>]*-->\\s*<xs:attribute name=\"eckid\")",
                    "/>",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(10));
            }

            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
    }
}
