using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SonraiControlTower;

/// <summary>
/// An AWS account id: exactly twelve digits
/// (<see href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS account identifiers</see>).
/// </summary>
public readonly record struct AccountId : IComparable<AccountId>
{
    private const int Digits = 12;
    private readonly long _number;

    private AccountId(long number) => _number = number;

    /// <summary>Reads an account id; anything but twelve digits, white space around them aside, is refused.</summary>
    /// <exception cref="SonraiException"><c>MalformedAccountId</c>.</exception>
    public static AccountId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw new SonraiException(AccountProblems.Malformed(text));

    /// <summary>Reads an account id without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId id)
    {
        var digits = text.AsSpan().Trim();
        if (digits.Length == Digits && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            id = new AccountId(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
            return true;
        }

        id = default;
        return false;
    }

    public int CompareTo(AccountId other) => _number.CompareTo(other._number);

    public static bool operator <(AccountId left, AccountId right) => left.CompareTo(right) < 0;

    public static bool operator <=(AccountId left, AccountId right) => left.CompareTo(right) <= 0;

    public static bool operator >(AccountId left, AccountId right) => left.CompareTo(right) > 0;

    public static bool operator >=(AccountId left, AccountId right) => left.CompareTo(right) >= 0;

    /// <summary>The twelve digits, leading zeros included.</summary>
    public override string ToString() => _number.ToString("D12", CultureInfo.InvariantCulture);
}
