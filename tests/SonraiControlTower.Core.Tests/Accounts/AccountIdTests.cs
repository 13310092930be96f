using CsCheck;

namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class AccountIdTests
{
    private static readonly Gen<string> _twelveDigits = Gen.Char['0', '9'].Array[12].Select(digits => new string(digits));

    [Fact]
    public void Any_twelve_digits_are_read_and_written_alike() =>
        _twelveDigits.Sample(digits => AccountId.Parse(digits).ToString() == digits);

    [Fact]
    public void White_space_around_the_digits_does_not_matter() =>
        _twelveDigits.Sample(digits => AccountId.Parse($" \t{digits}\r\n").ToString() == digits);

    [Fact]
    public void Ids_are_ordered_as_their_digits_are() =>
        Gen.Select(_twelveDigits, _twelveDigits).Sample((one, other) =>
            Math.Sign(AccountId.Parse(one).CompareTo(AccountId.Parse(other))) == Math.Sign(string.CompareOrdinal(one, other))
            && AccountId.Parse(one) < AccountId.Parse(other) == string.CompareOrdinal(one, other) < 0);

    [Fact]
    public void Any_other_number_of_digits_is_refused() =>
        Gen.Char['0', '9'].Array[0, 40].Where(digits => digits.Length != 12)
            .Sample(digits => !AccountId.TryParse(new string(digits), out _));

    [Fact]
    public void Leading_zeros_are_kept() =>
        AccountId.Parse("000011112222").ToString().ShouldBe("000011112222");

    [Theory]
    [InlineData("11112222", "'000011112222'")]
    [InlineData(" 11112222 ", "'000011112222'")]
    [InlineData("1", "'000000000001'")]
    public void Where_leading_zeros_seem_lost_the_hint_puts_them_back(string text, string hint)
    {
        var problem = Refusal(text);

        problem.Id.ShouldBe("MalformedAccountId");
        problem.Remedy.ShouldContain(hint);
    }

    [Theory]
    [InlineData("1111-2222-3333")]
    [InlineData("1111222233334")]
    [InlineData("11112222333x")]
    [InlineData("１１１１２２２２３３３３")]
    [InlineData("-11122223333")]
    [InlineData("1.11122E+11")]
    public void Anything_else_is_quoted_and_the_form_is_shown(string text)
    {
        var problem = Refusal(text);

        problem.Message.ShouldContain($"'{text}'");
        problem.Remedy.ShouldContain("without dashes");
        problem.Target.ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_is_no_account_id(string? text) =>
        Refusal(text).Id.ShouldBe("MalformedAccountId");

    [Fact]
    public void An_account_cannot_be_made_with_a_malformed_id() =>
        Should.Throw<SonraiException>(() => new OrgAccount { AccountId = "12", Name = "Short", Status = OrgAccount.Active })
            .Problem.Id.ShouldBe("MalformedAccountId");

    private static Problem Refusal(string? text) => Should.Throw<SonraiException>(() => AccountId.Parse(text)).Problem;
}
