using System.Net;
using System.Net.Sockets;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The network of this machine.</summary>
internal static class Loopback
{
    /// <summary>A port that nobody listens on. <see cref="HttpListener"/> cannot choose one.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
