using Kurve.Numo.Api;

return await NumoHost.RunAsync(args);
