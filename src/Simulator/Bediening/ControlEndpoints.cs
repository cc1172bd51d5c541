
namespace Kurve.Numo.Simulator.Bediening;

/// <summary>What a demo or a test in another process can ask of a running simulator, under <c>/control</c>.</summary>
internal static class ControlEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapControl(
        this IEndpointRouteBuilder routes, Simulatie simulatie, SimulatorHost host)
    {
        var misbehaviour = host.Misbehaviour;
        var control = routes.MapGroup("/control");
        control.MapGet("/schools", () => Results.Json(new
        {
            day = simulatie.Day,
            schooljaar = simulatie.Schooljaar,
            schools = simulatie.Scholen,
        }));
        control.MapPost("/day", (int day) => SetDay(simulatie, day));
        control.MapGet("/misbehaviours", () => Results.Json(MisbehaviourInstruction.Kinds));
        control.MapPost("/misbehave", ([AsParameters] MisbehaviourInstruction instruction) =>
            instruction.Apply(simulatie, misbehaviour) is { } fault
                ? Results.BadRequest(new { error = fault })
                : Results.NoContent());
        control.MapPost("/reset", () =>
        {
            misbehaviour.Reset();
            return Results.NoContent();
        });
        control.MapPost("/inrichting", ([AsParameters] InrichtingInstruction instruction) =>
            instruction.Apply(simulatie)
                ? Results.NoContent()
                : Results.NotFound(new { error = $"there is no school {instruction.School}" }));
        control.MapPost("/magister", (bool open, CancellationToken ct) => SetMagisterAsync(host, open, ct));
        control.MapGet("/changes", (string school, int from, int to) => Compare(simulatie, school, from, to));
    }

    /// <summary>Says what is wrong with an instruction of which a part is missing or cannot be read.</summary>
    public static void UseRefusals(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = e.StatusCode;
            await context.Response.WriteAsJsonAsync(new { error = e.Message });
        }
    });

    private static async Task<IResult> SetMagisterAsync(SimulatorHost host, bool open, CancellationToken ct)
    {
        if (host.MagisterBase == host.Address)
        {
            return Results.BadRequest(new { error = "Magister has no port of its own; see --magister-port" });
        }

        await host.SetMagisterOpenAsync(open, ct);
        return Results.NoContent();
    }

    private static IResult SetDay(Simulatie simulatie, int day)
    {
        if (day < 0)
        {
            return Results.BadRequest(new { error = "day must be 0 or more" });
        }

        if (simulatie.FollowsClock)
        {
            return Results.Conflict(new
            {
                error = "the day follows the clock of --clock; move that with `numo clock set` or `numo clock move`",
            });
        }

        simulatie.Day = day;
        return Results.Json(new { day });
    }

    private static IResult Compare(Simulatie simulatie, string brin, int from, int to) =>
        simulatie.FindByBrin(brin) is not { } school
            ? Results.NotFound(new { error = $"there is no school {brin}" })
            : from < 0 || to < from
                ? Results.BadRequest(new { error = "from must be 0 or more, and to not before it" })
                : Results.Json(simulatie.Compare(school, from, to));
}
