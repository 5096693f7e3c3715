using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Micro.Cache;

// Figures that are no times of single calls are written as tables.
switch (args)
{
    case ["cache-size", var count, var kind]:
        CacheFigures.Write(int.Parse(count, CultureInfo.InvariantCulture), kind);
        return;
    case ["cache-eviction"]:
        EvictionFigures.Write();
        return;
}

// The benches run inside this process: building a project of their own would need packages from the network.
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
