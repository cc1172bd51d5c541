using Kurve.Numo.Api;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application;
using Kurve.Numo.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseNumoEndpoints(builder.Configuration);
builder.Services.AddApplication(typeof(InfrastructureRegistration));
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddNumoAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddNumoGrpc(builder.Environment);

await using var app = builder.Build();
app.Services.MigrateDatabase();
app.UseAuthentication();
app.UseAuthorization();
app.MapNumo();
await app.RunAsync();
