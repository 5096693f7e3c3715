using System.CommandLine;
using Resolverd.Commands;

return await CommandLine.RunAsync(args, new InvocationConfiguration());
