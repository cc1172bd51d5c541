using System.Security.Cryptography;
using System.Text;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.AspNetCore.DataProtection;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>Encrypts with ASP.NET Core Data Protection; the school's id is part of the purpose.</summary>
internal sealed class Webhookgeheimen(IDataProtectionProvider provider) : IWebhookgeheimen
{
    private const string Purpose = "Kurve.Numo.Wijzigingen.v1";

    public byte[] Protect(SchoolId schoolId, Webhookgeheim geheim) =>
        For(schoolId).Protect(Encoding.UTF8.GetBytes(geheim.Reveal()));

    public Webhookgeheim? Unprotect(SchoolId schoolId, byte[] encrypted)
    {
        try
        {
            return new Webhookgeheim(Encoding.UTF8.GetString(For(schoolId).Unprotect(encrypted)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(SchoolId schoolId) => provider.CreateProtector(Purpose, schoolId.ToString());
}
