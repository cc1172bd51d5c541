using System.Collections.Frozen;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Maps an enum of the domain to that of the contract and back, by name. Making one throws unless each value has its
/// counterpart; only UNSPECIFIED has none.
/// </summary>
internal sealed class EnumNames<TDomain, TProto>
    where TDomain : struct, Enum
    where TProto : struct, Enum
{
    private const string Unspecified = "Unspecified";

    private readonly FrozenDictionary<TDomain, TProto> _protos;
    private readonly FrozenDictionary<TProto, TDomain> _domains;

    public EnumNames()
    {
        string[] names = [.. Enum.GetNames<TDomain>().Order(StringComparer.Ordinal)];
        var expected = Enum.GetNames<TProto>()
            .Except([Unspecified], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        if (!expected.SequenceEqual(names, StringComparer.Ordinal))
        {
            throw new InvalidOperationException(
                $"{typeof(TDomain).Name} and its counterpart in the contract do not have the same names.");
        }

        _protos = names.ToFrozenDictionary(Enum.Parse<TDomain>, Enum.Parse<TProto>);
        _domains = names.ToFrozenDictionary(Enum.Parse<TProto>, Enum.Parse<TDomain>);
    }

    /// <summary>As the contract has it.</summary>
    public TProto ToProto(TDomain value) => _protos[value];

    /// <summary>As the domain has it; its default for what the reader of the request has refused.</summary>
    public TDomain Read(TProto value) => _domains.GetValueOrDefault(value);
}
