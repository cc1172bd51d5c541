using Kurve.Numo.Api.Shared;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Api.Importeren;

internal static class VoortgangMapping
{
    public static V1.Fasevoortgang ToProto(this Fasevoortgang voortgang) => new()
    {
        Fase = ImportEnums.Fases.ToProto(voortgang.Fase),
        Vestiging = voortgang.Vestiging ?? "",
        Gedaan = voortgang.Gedaan,
        Verwacht = voortgang.Verwacht ?? 0,
        BeginTime = voortgang.Begonnen.ToTimestamp(),
        EndTime = voortgang.Klaar.ToTimestamp(),
    };
}
