using Kurve.Numo.Api;
using Kurve.Numo.Api.Doctor;

// Beside the program stands its appsettings.json, wherever it is started from.
var options = new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory };
if (Usage.IsAsked(args))
{
    Console.WriteLine(Usage.Text);
    return 0;
}

return args is ["doctor", ..]
    ? await NumoHost.DiagnoseAsync(() => WebApplication.CreateBuilder(options), Console.Out)
    : await NumoHost.RunAsync(WebApplication.CreateBuilder(options));
