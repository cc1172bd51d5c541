using Kurve.Numo.Api;

// Beside the program stands its appsettings.json, wherever it is started from.
return await NumoHost.RunAsync(WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }));
