using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Api.Tests;

// Starting an API costs more than most tests do. Tests that share one run one after another, each with schools of its
// own, and leave what all schools share as it was: the simulator's day, its port, the API's settings. The groups run
// side by side; they are about equally long.

/// <summary>Connecting, diagnosing and breaking koppelingen; these may close the port and restart the API.</summary>
[CollectionDefinition(nameof(KoppelingenApi))]
public sealed class KoppelingenApi : ICollectionFixture<EndToEnd>;

/// <summary>Imports on the day on which the simulator begins.</summary>
[CollectionDefinition(nameof(ImporterenApi))]
public sealed class ImporterenApi : ICollectionFixture<EndToEnd>;

/// <summary>Imports on several days; these move the simulator's day.</summary>
[CollectionDefinition(nameof(DagenApi))]
public sealed class DagenApi : ICollectionFixture<EndToEnd>;

/// <summary>What is done with people, opleidingen and leerplannen that came in.</summary>
[CollectionDefinition(nameof(PersonenApi))]
public sealed class PersonenApi : ICollectionFixture<EndToEnd>;

/// <summary>Days and school years of schools so large that something of everything happens.</summary>
[CollectionDefinition(nameof(GroteScholenApi))]
public sealed class GroteScholenApi : ICollectionFixture<GroteScholen>;

/// <summary>Two processes on one database.</summary>
[CollectionDefinition(nameof(TweeApis))]
public sealed class TweeApis : ICollectionFixture<TwoProcesses>;

/// <summary>As <see cref="EndToEnd"/>, with larger schools.</summary>
public sealed class GroteScholen : EndToEnd
{
    internal override SimulatorOptions Options { get; } = new() { Pupils = 400, Schools = 30, Seed = 5, Quiet = true };
}
