using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>Section <c>Numo:Limits</c>: the share of one caller and one school.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Numo:Limits";

    /// <summary>Calls a second, in the long run, of a token that is bound to schools; and of all tokens of one school.</summary>
    public int CallsPerSecond { get; set; } = 200;

    /// <summary>How many of those calls may come at once.</summary>
    public int Burst { get; set; } = 5_000;

    /// <summary>Calls a second, in the long run, of a token that is bound to no school: a service of Kurve.</summary>
    public int ServiceCallsPerSecond { get; set; } = 20_000;

    /// <summary>How many of those calls may come at once.</summary>
    public int ServiceBurst { get; set; } = 40_000;

    /// <summary>Calls of one school that go on at once, of those that ask much.</summary>
    public int HeavyCallsPerSchool { get; set; } = 8;

    /// <summary>Calls of one caller that go on at once, of those that ask much.</summary>
    public int HeavyCallsPerCaller { get; set; } = 128;

    /// <summary>How long a caller that sends a stream may be silent.</summary>
    public TimeSpan StreamIdle { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a caller may take to send a stream.</summary>
    public TimeSpan StreamDuration { get; set; } = TimeSpan.FromMinutes(10);
}

internal sealed class LimitOptionsValidator : IValidateOptions<LimitOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, LimitOptions options) =>
        Numbers(options).FirstOrDefault(number => number.Value < 1) is { Name: { } low } number
            ? Fail($"{low} is {number.Value}; expected 1 or more")
            : options.StreamIdle <= TimeSpan.Zero || options.StreamIdle > options.StreamDuration
                ? Fail($"StreamIdle is {options.StreamIdle}; expected more than none, and at most StreamDuration")
            : options.StreamDuration > Longest
                ? Fail($"StreamDuration is {options.StreamDuration}; expected at most {Longest}")
            : ValidateOptionsResult.Success;

    private static (string Name, int Value)[] Numbers(LimitOptions options) =>
    [
        (nameof(options.CallsPerSecond), options.CallsPerSecond),
        (nameof(options.Burst), options.Burst),
        (nameof(options.ServiceCallsPerSecond), options.ServiceCallsPerSecond),
        (nameof(options.ServiceBurst), options.ServiceBurst),
        (nameof(options.HeavyCallsPerSchool), options.HeavyCallsPerSchool),
        (nameof(options.HeavyCallsPerCaller), options.HeavyCallsPerCaller),
    ];

    private static ValidateOptionsResult Fail(string reason) =>
        ValidateOptionsResult.Fail($"{LimitOptions.Section}:{reason}.");
}
