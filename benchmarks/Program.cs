using BenchmarkDotNet.Running;
using Kurve.Numo.Benchmarks.Night;

// A night is a load run of many processes and minutes; the rest are measurements of single calls.
if (args is ["night", .. var rest])
{
    return await NightCommand.Build().Parse(rest).InvokeAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(Kurve.Numo.Benchmarks.UwlrReading).Assembly).Run(args);
return 0;
