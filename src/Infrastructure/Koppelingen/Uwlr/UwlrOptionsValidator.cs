using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Refuses to start with an address or a number that cannot be meant. Credentials may be absent: a host without UWLR
/// starts, and a fetch then says that they are missing.
/// </summary>
internal sealed class UwlrOptionsValidator : IValidateOptions<UwlrOptions>
{
    public ValidateOptionsResult Validate(string? name, UwlrOptions options)
    {
        var failures = new List<string>();
        if (options.Refuse(options.Endpoint) is { } reason)
        {
            failures.Add($"{UwlrOptions.Section}:Endpoint: the address {reason}.");
        }

        if (options.ToegestaneHosts.FirstOrDefault(h => Uri.CheckHostName(h.TrimStart('.')) != UriHostNameType.Dns) is { } host)
        {
            failures.Add($"{UwlrOptions.Section}:ToegestaneHosts: '{host}' is no host name, such as .magister.net.");
        }

        if (options.XsdVersie is not ("2.2" or "2.3"))
        {
            failures.Add($"{UwlrOptions.Section}:XsdVersie is '{options.XsdVersie}'; known are 2.2 and 2.3.");
        }

        failures.AddRange(options.Geduld.Refuse(UwlrOptions.Section));
        if (options.MaxAntwoordBytes <= 0)
        {
            failures.Add($"{UwlrOptions.Section}:MaxAntwoordBytes must be more than 0.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
