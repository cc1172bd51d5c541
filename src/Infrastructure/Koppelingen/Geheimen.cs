using System.Security.Cryptography;
using System.Text;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>Encrypts with ASP.NET Core Data Protection; the school's id is part of the purpose.</summary>
internal sealed class Geheimen(IDataProtectionProvider provider) : IGeheimen
{
    private const string Purpose = "Kurve.Numo.Koppelingen.v1";

    public byte[] Protect(SchoolId schoolId, Geheim geheim) =>
        For(schoolId).Protect(Encoding.UTF8.GetBytes(geheim.Reveal()));

    public Result<Geheim> Unprotect(SchoolId schoolId, byte[] encrypted)
    {
        try
        {
            return new Geheim(Encoding.UTF8.GetString(For(schoolId).Unprotect(encrypted)));
        }
        catch (CryptographicException)
        {
            return new GeheimOnleesbaar(schoolId);
        }
    }

    private IDataProtector For(SchoolId schoolId) => provider.CreateProtector(Purpose, schoolId.ToString());
}
