using System.Diagnostics.CodeAnalysis;

namespace Kurve.Numo.Domain.Shared;

/// <summary>An outcome that may be an error, so that code which knows nothing of the value can refuse.</summary>
/// <typeparam name="TSelf">The outcome's own type.</typeparam>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    /// <summary>The error, or null when all went well.</summary>
    Error? Error { get; }

    /// <summary>The value, whatever its type; null when there is none.</summary>
    object? Untyped { get; }

    /// <summary>The value's type.</summary>
    static abstract Type ValueType { get; }

    /// <summary>An outcome with this error.</summary>
    static abstract TSelf Fail(Error error);

    /// <summary>An outcome with this value.</summary>
    static abstract TSelf Of(object value);
}

/// <summary>Either a value or the <see cref="Error"/> that says why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>The error, or null when there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug in the caller, who did not look at
    /// <see cref="IsOk"/>.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException(
        $"No value but {Error.Code}: {Error.Message}");

    /// <summary>A result with a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result with an error.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <inheritdoc/>
    public static Type ValueType => typeof(T);

    /// <inheritdoc/>
    public object? Untyped => _value;

    /// <inheritdoc/>
    public static Result<T> Fail(Error error) => error;

    /// <inheritdoc/>
    public static Result<T> Of(object value) => (T)value;

    /// <summary>The value turned into something else; an error stays as it is.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => IsOk ? map(_value!) : Error;

    /// <summary>The next step that may fail too; an error stays as it is.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next) => IsOk ? next(_value!) : Error;
}

/// <summary>The value of a <see cref="Result{T}"/> that only says that something was done.</summary>
public readonly record struct Done;
