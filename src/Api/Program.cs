using Kurve.Numo.Api;

return await NumoHost.RunAsync(WebApplication.CreateBuilder(args));
