using System.Globalization;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>Refuses a page size in an address that is no number; what reads it would not say which field.</summary>
internal static class PageSizeCheck
{
    private static readonly string[] Names = ["page_size", "pageSize"];

    public static void UsePageSizeCheck(this IApplicationBuilder app) => app.Use((context, next) =>
        Names.SelectMany(name => context.Request.Query[name]).FirstOrDefault(text => !IsNumber(text)) is { } wrong
            ? RefuseAsync(context, wrong)
            : next(context));

    private static bool IsNumber(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static Task RefuseAsync(HttpContext context, string text)
    {
        var error = new ValueInvalid(
            "PAGE_SIZE_ONGELDIG",
            $"page_size is '{text}'; expected 1 to {PageRequest.MaxSize}, or 0 for {PageRequest.DefaultSize}.",
            "")
        { Field = "page_size" };
        return context.WriteErrorAsync(error, StatusCodes.Status400BadRequest);
    }
}
