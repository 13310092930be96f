using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>One thread's memory of numbers by the UTF-8 of the names. Not for several threads.</summary>
internal sealed class WordCache(ActivityWords words)
{
    private const int None = -1;
    private readonly Utf8Numbers?[] _principals = new Utf8Numbers?[(int)IdentityKind.FederatedUser + 1];
    private readonly Utf8Numbers _calls = new();
    private readonly Utf8Numbers _errors = new();
    private readonly Utf8Numbers _accounts = new();
    private readonly Dictionary<(int Call, int Error), CallOutcome> _outcomes = [];
    private (byte[]? Name, int Number) _lastAccount;

    public ActivityWords Words => words;

    /// <summary>The number of the principal of a record; -1 for a record of none.</summary>
    /// <param name="record">The record.</param>
    /// <param name="arn">The ARN that tells the principal.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Principal(scoped in CallRecord record, out ReadOnlySpan<byte> arn)
    {
        arn = default;
        var kind = LogPrincipal.KindOf(record);
        if (kind == IdentityKind.None)
        {
            return None;
        }

        arn = LogPrincipal.ArnOf(kind, record);
        var issuer = kind == IdentityKind.FederatedUser ? record.IssuerArn : default;
        var table = _principals[(int)kind] ??= new Utf8Numbers();
        if (!table.TryGet(arn, issuer, out var number))
        {
            number = LogPrincipal.Of(kind, arn, record.IssuerArn) is { } principal ? words.Principals.Of(principal) : None;
            table.Set(arn, issuer, number);
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Call(in CallRecord record)
    {
        if (!_calls.TryGet(record.EventSource, record.EventName, out var number))
        {
            number = words.Calls.Of(new LogCall(Encoding.UTF8.GetString(record.EventSource), Encoding.UTF8.GetString(record.EventName)));
            _calls.Set(record.EventSource, record.EventName, number);
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Error(ReadOnlySpan<byte> code) => code.IsEmpty ? 0 : One(_errors, words.Errors, code);

    /// <summary>The number of an account. Records of one account stand together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Account(ReadOnlySpan<byte> account)
    {
        if (_lastAccount.Name is null || !Bytes.AreSame(account, _lastAccount.Name))
        {
            _lastAccount = (account.ToArray(), One(_accounts, words.Accounts, account));
        }

        return _lastAccount.Number;
    }

    /// <summary>What became of a call that ended with an error, or with none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CallOutcome Outcome(int call, int error)
    {
        if (error == 0)
        {
            return CallOutcome.Allowed;
        }

        if (!_outcomes.TryGetValue((call, error), out var outcome))
        {
            outcome = ErrorOutcomes.Embedded.Of(words.Calls[call].Source, words.Errors[error]);
            _outcomes.Add((call, error), outcome);
        }

        return outcome;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int One(Utf8Numbers table, Numbering<string> numbers, ReadOnlySpan<byte> text)
    {
        if (!table.TryGet(text, out var number))
        {
            number = numbers.Of(Encoding.UTF8.GetString(text));
            table.Set(text, number);
        }

        return number;
    }
}
