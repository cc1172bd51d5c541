using System.CommandLine;
using Kurve.Numo.Simulator;

// Longer than the host needs to stop, so that an ordered stop ends with exit code 0.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };
return await SimulatorCommand.Build().Parse(args).InvokeAsync(configuration);
