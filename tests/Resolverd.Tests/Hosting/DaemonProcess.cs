using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Resolverd.Configuration;

namespace Resolverd.Tests.Hosting;

/// <summary>The daemon as an operator starts it: a process of its own, with the arguments given.</summary>
internal sealed class DaemonProcess : IDisposable
{
    private static readonly string[] NotInherited =
        ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "JOURNAL_STREAM"];

    private static readonly string[] Listens = ["listen.udp", "listen.tcp"];

    private readonly Process _process;

    private DaemonProcess(Process process) => _process = process;

    public static DaemonProcess Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "resolverd.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var key in SettingsLoader.Schema.Keys().Where(key => Listens.Contains(key.Path) && !key.IsPlanned))
            start.ArgumentList.Add($"--set={key.Path}=[127.0.0.1:{FreePort()}]");
        foreach (var name in NotInherited)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new DaemonProcess(Process.Start(start)!);
    }

    // A port that was free a moment ago: port 53 may be taken or forbidden where tests run.
    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Reads the log up to the line of this event, and returns that line.</summary>
    public string WaitForEvent(int id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        var line = _process.StandardError.ReadLine();
        while (line is not null && !line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(number))
            line = _process.StandardError.ReadLine();
        return line ?? throw new InvalidOperationException($"the daemon ended without event {id}");
    }

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, and what was printed and not yet read.</summary>
    public (int Code, string Output, string Error) WaitForEnd()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, output.Result, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
