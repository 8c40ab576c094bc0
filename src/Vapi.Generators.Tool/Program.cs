using System.Runtime.CompilerServices;
using Vapi.Generators.Tool;
using Vapi.Generators.Tool.Commands;

AssemblyFinder.Register();
return await RunAsync(args);

// A method of its own: what it uses is found when it is compiled.
[MethodImpl(MethodImplOptions.NoInlining)]
static Task<int> RunAsync(string[] arguments) => ToolCommand.RunAsync(arguments, ToolConsole.System, CancellationToken.None);
