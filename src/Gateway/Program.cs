using Kurve.Numo.Gateway;

return await GatewayHost.RunAsync(WebApplication.CreateBuilder(args));
