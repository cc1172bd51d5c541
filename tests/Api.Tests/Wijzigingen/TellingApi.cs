using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Wijzigingen;

/// <summary>As <see cref="EndToEnd"/>, with a mail server and an API that sends at once.</summary>
public sealed class TellingApi : EndToEnd
{
    internal override SimulatorOptions Options { get; } =
        new() { Pupils = 120, Schools = 30, MailPort = 0, Quiet = true };

    internal override (string Name, string Value)[] Settings =>
    [
        ("Numo:Mail:Host", "127.0.0.1"),
        ("Numo:Mail:Port", $"{Simulator.Mail!.Port}"),
        ("Numo:Mail:From", "numo@kurve.example"),
        ("Numo:Mail:Security", "None"),
        ("Numo:Berichten:Interval", "00:00:00.200"),
    ];

    internal WijzigingService.WijzigingServiceClient Wijzigingen => new(Api.As(TestSchool.AllScopes));
}

/// <summary>Messages to people, with one mail server.</summary>
[CollectionDefinition(nameof(TellingApis))]
public sealed class TellingApis : ICollectionFixture<TellingApi>;
