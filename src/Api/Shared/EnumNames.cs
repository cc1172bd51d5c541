using System.Collections.Frozen;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Maps an enum of the domain to that of the contract and back, by name. Making one throws unless each value has its
/// counterpart; only UNSPECIFIED has none, or stands for the value of the domain that is named as such.
/// </summary>
internal sealed class EnumNames<TDomain, TProto>
    where TDomain : struct, Enum
    where TProto : struct, Enum
{
    private const string Unspecified = "Unspecified";

    private readonly FrozenDictionary<TDomain, TProto> _protos;
    private readonly FrozenDictionary<TProto, TDomain> _domains;

    /// <param name="unspecified">The value that the contract has as UNSPECIFIED; null when there is none.</param>
    public EnumNames(TDomain? unspecified = null)
    {
        string[] names =
        [
            .. Enum.GetNames<TDomain>()
                .Except([unspecified?.ToString() ?? ""], StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var expected = Enum.GetNames<TProto>()
            .Except([Unspecified], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        if (!expected.SequenceEqual(names, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"{typeof(TDomain).Name} and its counterpart in the contract do not have the same names.");
        }

        var pairs = names.Select(name => (Domain: Enum.Parse<TDomain>(name), Proto: Enum.Parse<TProto>(name)));
        if (unspecified is { } none)
        {
            pairs = pairs.Append((none, Enum.Parse<TProto>(Unspecified)));
        }

        _protos = pairs.ToFrozenDictionary(pair => pair.Domain, pair => pair.Proto);
        _domains = pairs.ToFrozenDictionary(pair => pair.Proto, pair => pair.Domain);
    }

    /// <summary>As the contract has it.</summary>
    public TProto ToProto(TDomain value) => _protos[value];

    /// <summary>As the domain has it; its default for what the reader of the request has refused.</summary>
    public TDomain Read(TProto value) => _domains.GetValueOrDefault(value);
}
