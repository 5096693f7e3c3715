using System.CommandLine;
using Resolverd.Commands;

// The daemon obeys signals itself, and takes the time it needs.
return await CommandLine.RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = null });
