using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Architecture.Tests;

/// <summary>Makes a value of any type of an answer, with something in each of its members.</summary>
internal static class SampleValues
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = "tekst",
        [typeof(char)] = ';',
        [typeof(int)] = 7,
        [typeof(long)] = 8L,
        [typeof(bool)] = true,
        [typeof(double)] = 0.25,
        [typeof(byte[])] = new byte[] { 1, 2 },
        [typeof(Guid)] = Guid.Parse("018f0000-0000-7000-8000-000000000001"),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1),
        [typeof(DateOnly)] = new DateOnly(2026, 9, 1),
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(3),
        [typeof(Uri)] = new Uri("https://voorbeeld.example/"),
        [typeof(Schooljaar)] = Schooljaar.Hydrate(2026),
        [typeof(Vestigingsnummer)] = Vestigingsnummer.Hydrate("03"),
        [typeof(Brin)] = Brin.Hydrate("99AB"),
        [typeof(EckId)] = EckId.Hydrate("https://ketenid.nl/x"),
        [typeof(Stamnummer)] = Stamnummer.Hydrate("012"),
        [typeof(Schooldomein)] = Schooldomein.Hydrate("voorbeeld"),
        [typeof(Vertaalcode)] = Vertaalcode.Hydrate("H3"),
    };

    public static object? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Known.TryGetValue(type, out var known) ? known
            : type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
            : ListOf(type) ?? Fill(type);
    }

    private static object? ListOf(Type type)
    {
        var shapes = type.GetInterfaces().Append(type).Where(t => t.IsGenericType).ToArray();
        if (Array.Find(shapes, t => t.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) is { } map)
        {
            var arguments = map.GetGenericArguments();
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            dictionary.Add(Of(arguments[0])!, Of(arguments[1]));
            return dictionary;
        }

        if (!typeof(IEnumerable).IsAssignableFrom(type))
        {
            return null;
        }

        var item = Array.Find(shapes, t => t.GetGenericTypeDefinition() == typeof(IEnumerable<>))!.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Of(item));
        return type.IsAssignableFrom(list.GetType()) ? list
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? MakeImmutable(list, item)
            : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(item), list);
    }

    private static object MakeImmutable(IList list, Type item) => typeof(ImmutableArray).GetMethods()
        .Single(m => m.Name == nameof(ImmutableArray.ToImmutableArray)
            && m.GetParameters()[0].ParameterType is { IsGenericType: true } parameter
            && parameter.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .MakeGenericMethod(item)
        .Invoke(null, [list])!;

    private static object Fill(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{type} has no public constructor: nothing that JSON can read.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
        var rest = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .ExceptBy(constructor.GetParameters().Select(p => p.Name), p => p.Name);
        foreach (var property in rest)
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }
}
