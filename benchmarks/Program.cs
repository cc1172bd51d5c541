using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Kurve.Numo.Benchmarks.UwlrReading).Assembly).Run(args);
