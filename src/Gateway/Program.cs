using Kurve.Numo.Gateway;

// Beside the program stands its appsettings.json, wherever it is started from.
return await GatewayHost.RunAsync(WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }));
