using System.Diagnostics;
using Kurve.Numo.Api.Tests.Synchronisatie;
using Microsoft.Extensions.Hosting;

/// <summary>
/// What .NET calls in a process that names this assembly in <c>DOTNET_STARTUP_HOOKS</c>, before its own program: there it
/// replaces services of the host that is built. The name, and that it has no namespace, are .NET's.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Listener<DiagnosticListener>(
        listener =>
        {
            if (string.Equals(listener.Name, "Microsoft.Extensions.Hosting", StringComparison.Ordinal))
            {
                listener.Subscribe(new Listener<KeyValuePair<string, object?>>(Replace));
            }
        }));

    private static void Replace(KeyValuePair<string, object?> news)
    {
        if (string.Equals(news.Key, "HostBuilding", StringComparison.Ordinal) && news.Value is IHostBuilder builder)
        {
            builder.ConfigureServices((_, services) => Nachtgreep.FromEnvironment().Replace(services));
        }
    }

    private sealed class Listener<T>(Action<T> onNext) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => onNext(value);
    }
}
