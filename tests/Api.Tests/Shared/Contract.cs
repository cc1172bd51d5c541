using System.Reflection;
using Google.Protobuf.Reflection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>All of the contract, found in its assembly.</summary>
internal static class Contract
{
    /// <summary>Its files.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(SchoolService).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SchoolService).Namespace)
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
            .Where(property => property?.PropertyType == typeof(FileDescriptor))
            .Select(property => (FileDescriptor)property!.GetValue(null)!)
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Its methods.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
        [.. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)];
}
