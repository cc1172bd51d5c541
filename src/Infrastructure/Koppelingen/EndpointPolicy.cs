using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Infrastructure.Shared;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>A school's own UWLR address obeys the same rules as the configured one.</summary>
internal sealed class EndpointPolicy(IOptions<UwlrOptions> options) : IEndpointPolicy
{
    public bool Allows(Uri endpoint) => OutgoingAddress.Refuse(endpoint, options.Value.AllowLoopback) is null;

    public bool IsConfigured(Uri endpoint) => endpoint.IsLoopback
        || string.Equals(endpoint.Host, options.Value.Endpoint.Host, StringComparison.OrdinalIgnoreCase);
}
