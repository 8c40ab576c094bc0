using System.Runtime.CompilerServices;
using Vapi.Generators.Tool;
using Vapi.Generators.Tool.Commands;

AssemblyFinder.Register();
return await RunAsync(args);

// A separate method, because its assemblies are resolved when it is compiled, which must be after Register.
[MethodImpl(MethodImplOptions.NoInlining)]
static Task<int> RunAsync(string[] arguments) => ToolCommand.RunAsync(arguments, ToolConsole.System, CancellationToken.None);
