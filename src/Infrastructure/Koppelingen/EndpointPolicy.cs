using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>A school's own UWLR address obeys the same rules as the configured one.</summary>
internal sealed class EndpointPolicy(IOptions<UwlrOptions> options) : IEndpointPolicy
{
    public bool Allows(Uri endpoint) => options.Value.Refuse(endpoint) is null;

    public bool IsConfigured(Uri endpoint) => endpoint.IsLoopback
        || string.Equals(endpoint.Host, options.Value.Endpoint.Host, StringComparison.OrdinalIgnoreCase);
}
