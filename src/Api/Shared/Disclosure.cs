using Google.Protobuf;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Decides what an answer tells of who people are. A caller with scope <c>numo.read</c> sees it, and that is written to the
/// audit; every other caller, and support, gets it masked.
/// </summary>
internal sealed class Disclosure(ICallerAccessor caller, IAuditLog audit)
{
    private const string SchoolIdField = "school_id";
    private const string ValidateOnlyField = "validate_only";
    private const string RequestIdField = "request_id";

    /// <summary>The answer as the caller may see it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="request">What was asked; null when nothing was read of it yet.</param>
    /// <param name="method">The method, such as <c>/kurve.numo.v1.LeerlingService/GetLeerling</c>.</param>
    public async ValueTask<T> ShowAsync<T>(T answer, object? request, string method)
        where T : class
    {
        if (answer is not IMessage message || !Maskering.MayTell(message.Descriptor))
        {
            return answer;
        }

        if (!caller.Current.MayKnowPeople)
        {
            return Maskering.ToMasked(answer);
        }

        // A list, an export and a command that was carried out are in the audit already.
        if (!audit.IsWritten && Maskering.CountPeople(message) is > 0 and var people)
        {
            var regel = new Auditregel(
                caller.Current.Subject, Name(method, request as IMessage), SchoolOf(request as IMessage), people);
            await audit.AddAsync(regel, CancellationToken.None);
        }

        return answer;
    }

    private static string Name(string method, IMessage? request)
    {
        var name = method[(method.LastIndexOf('/') + 1)..];
        return ValueOf(request, ValidateOnlyField) is true ? $"{name}:{ValidateOnlyField}"

            // What was carried out is in the audit: this is the first answer once more.
            : ValueOf(request, RequestIdField) is string { Length: > 0 } ? $"{name}:repeated"
            : name;
    }

    private static object? ValueOf(IMessage? request, string field) =>
        request?.Descriptor.FindFieldByName(field)?.Accessor.GetValue(request);

    // An update has it in the resource that it changes.
    private static SchoolId? SchoolOf(IMessage? request) => request is null
        ? null
        : request.Descriptor.Fields.InFieldNumberOrder()
            .Select(field => field.Accessor.GetValue(request))
            .Prepend(request)
            .OfType<IMessage>()
            .Select(message => message.Descriptor.FindFieldByName(SchoolIdField)?.Accessor.GetValue(message) as string)
            .Select(id => Guid.TryParse(id, out var school) ? new SchoolId(school) : (SchoolId?)null)
            .FirstOrDefault(school => school is not null);
}
