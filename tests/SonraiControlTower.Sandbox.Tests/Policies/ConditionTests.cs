namespace SonraiControlTower.Sandbox.Tests.Policies;

public sealed class ConditionTests
{
    private const string Key = "sts:ExternalId";

    [Theory]
    [InlineData("StringEquals", "right", true)]
    [InlineData("StringEquals", "Right", false)]
    [InlineData("StringEquals", null, false)]
    [InlineData("StringEqualsIgnoreCase", "RIGHT", true)]
    [InlineData("StringLike", "right", true)]
    [InlineData("StringNotEquals", "right", false)]
    [InlineData("StringNotEquals", "wrong", true)]
    [InlineData("StringNotEquals", null, true)]
    [InlineData("StringEqualsIfExists", null, true)]
    [InlineData("StringEqualsIfExists", "wrong", false)]
    [InlineData("StringNotEqualsIfExists", "right", false)]
    [InlineData("ForAnyValue:StringEquals", null, false)]
    [InlineData("ForAllValues:StringEquals", null, true)]
    [InlineData("ForAnyValue:StringNotEquals", null, false)]
    public void An_operator_compares_the_key_with_the_policys_value(string name, string? value, bool holds) =>
        Condition.Of(name, Key, ["right"]).Holds(Request(value)).ShouldBe(holds);

    [Theory]
    [InlineData("StringEquals", "second", true)]
    [InlineData("StringEquals", "third", false)]
    [InlineData("StringNotEquals", "second", false)]
    [InlineData("StringNotEquals", "third", true)]
    public void Of_several_values_one_suffices(string name, string value, bool holds) =>
        Condition.Of(name, Key, ["first", "second"]).Holds(Request(value)).ShouldBe(holds);

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("true", "x", false)]
    [InlineData("false", "x", true)]
    [InlineData("false", null, false)]
    public void Null_asks_whether_the_key_is_there(string wanted, string? value, bool holds) =>
        Condition.Of("Null", Key, [wanted]).Holds(Request(value)).ShouldBe(holds);

    [Fact]
    public void A_variable_stands_for_the_value_of_another_key() =>
        Condition.Of("StringEquals", Key, ["org-${aws:PrincipalOrgID}"]).Holds(Request("org-o-1", ("aws:principalorgid", "o-1"))).ShouldBeTrue();

    [Fact]
    public void An_operator_that_is_not_known_is_refused_rather_than_passed_over() =>
        Should.Throw<AwsFault>(() => Condition.Of("NumericLessThan", Key, ["3"])).Code.ShouldBe("MalformedPolicyDocument");

    private static AccessRequest Request(string? value, params (string Key, string Value)[] more)
    {
        var context = more.ToDictionary(one => one.Key, one => one.Value);
        if (value is not null)
        {
            context.Add("sts:externalid", value);
        }

        var caller = new Caller(Zones.Audit, "arn", "arn", IamIdentity.User("somebody"), "id");
        return new AccessRequest(caller, "sts:AssumeRole", "arn:aws:iam::222233334444:role/x", context);
    }
}
