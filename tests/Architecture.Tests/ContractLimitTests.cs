using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>What the contract says of how much a list of a request may hold.</summary>
public sealed partial class ContractLimitTests
{
    private const int MostIds = 500;

    private static readonly FieldDescriptor[] Lists =
    [
        .. typeof(SchoolService).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Methods)
            .Select(method => method.InputType)
            .SelectMany(input => Reachable(input, []))
            .Distinct()
            .SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => field.IsRepeated || IsMask(field)),
    ];

    [Fact]
    public void Every_list_of_every_request_has_a_maximum_that_its_comment_says() =>
        Lists.Where(field => !IsSaid(field)).Select(field => field.FullName)
            .Should().BeEmpty("the proto is the manual");

    [Fact]
    public void At_most_500_ids_are_asked_for_at_once() => Lists
        .Where(field => field.Name.EndsWith("_ids", StringComparison.Ordinal))
        .Should().HaveCountGreaterThan(1).And.OnlyContain(field => MaxItems(field) <= MostIds);

    private static bool IsSaid(FieldDescriptor field)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "protos", field.File.Name));
        var message = text[text.IndexOf($"message {field.ContainingType.Name} {{", StringComparison.Ordinal)..];
        var comment = Declaration().Matches(message).First(found => found.Groups["name"].Value == field.Name);
        var most = MaxItems(field).ToString("N0", CultureInfo.InvariantCulture);
        return MaxItems(field) > 0 && Regex.IsMatch(
            comment.Groups["comment"].Value, $@"\b[Aa]t most {most}\b", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static int MaxItems(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(GrenzenExtensions.MaxItems) ?? 0;

    private static bool IsMask(FieldDescriptor field) =>
        field.FieldType == FieldType.Message
        && string.Equals(field.MessageType.FullName, "google.protobuf.FieldMask", StringComparison.Ordinal);

    private static IEnumerable<MessageDescriptor> Reachable(MessageDescriptor message, HashSet<MessageDescriptor> seen) =>
        !message.FullName.StartsWith("kurve.", StringComparison.Ordinal) || !seen.Add(message) ? [] :
        [
            message,
            .. message.Fields.InDeclarationOrder()
                .Where(field => field.FieldType == FieldType.Message)
                .SelectMany(field => Reachable(field.MessageType, seen)),
        ];

    // A comment, line by line, and the field below it.
    [GeneratedRegex(
        """(?<comment>(^ +//[^\n]*\n)+) +(repeated |optional )?[\w.]+ (?<name>\w+) = \d+""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
