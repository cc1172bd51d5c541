using System.Net;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>Refuses to start with an address or a number that cannot be meant.</summary>
internal sealed class MagisterOptionsValidator : IValidateOptions<MagisterOptions>
{
    private static readonly int[] Ports = [8800, 8801];

    public ValidateOptionsResult Validate(string? name, MagisterOptions options)
    {
        var failures = new List<string>();
        if (options.BaseUrlOverride is { } address
            && (!address.IsAbsoluteUri || !address.IsLoopback || !options.AllowLoopback))
        {
            failures.Add(
                $"{MagisterOptions.Section}:BaseUrlOverride: only an address of this machine itself, and only with "
                + "Numo:AllowLoopback=true.");
        }

        if (!Ports.Contains(options.Port))
        {
            failures.Add(
                $"{MagisterOptions.Section}:Port is {options.Port}; Magister's web service has 8800 and 8801.");
        }

        var onbekend = options.KolomAliassen.Where(k => MagisterKolommen.FindCanonical(k.Value) is null);
        foreach (var (kolom, betekenis) in onbekend)
        {
            failures.Add(
                $"{MagisterOptions.Section}:KolomAliassen:{kolom} is '{betekenis}'; known are "
                + $"{MagisterKolommen.Names}.");
        }

        failures.AddRange(options.UitgaandeIpAdressen
            .Where(adres => !IPAddress.TryParse(adres, out _) && !IPNetwork.TryParse(adres, out _))
            .Select(adres => $"{MagisterOptions.Section}:UitgaandeIpAdressen holds '{adres}', which is no IP address "
                + "and no range such as 192.0.2.0/28."));
        failures.AddRange(options.Geduld.Refuse(MagisterOptions.Section));
        if (options.MaxAntwoordBytes <= 0)
        {
            failures.Add($"{MagisterOptions.Section}:MaxAntwoordBytes must be more than 0.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
