namespace SonraiControlTower.Core.Tests.Sts;

public sealed class ExternalIdTests
{
    [Theory]
    [InlineData("0f0e0d0c-aaaa-bbbb-cccc-0123456789ab")]
    [InlineData("a_+=,.@:/-")]
    [InlineData("ab")]
    public void What_AWS_takes_is_taken(string text) => ExternalId.Parse(text).Reveal().ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a secret")]
    [InlineData("secret\n")]
    public void What_AWS_refuses_is_refused_and_not_repeated(string? text)
    {
        var refused = Should.Throw<SonraiException>(() => ExternalId.Parse(text)).Problem;

        refused.Id.ShouldBe("MalformedExternalId");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void It_has_its_length_and_never_prints()
    {
        ExternalId.Parse(new string('x', 1224)).ToString().ShouldBe("(external id)");
        Should.Throw<SonraiException>(() => ExternalId.Parse(new string('x', 1225)));
        new AssumeRoleRequest { Role = new("aws", AccountId.Parse("222222222222"), "r"), SessionName = "s1", ExternalId = ExternalId.Parse("hidden") }
            .ToString().ShouldNotContain("hidden");
        new TemplateParameter("CollectorExternalId", "hidden").ToString().ShouldBe("CollectorExternalId");
    }

    [Fact]
    public void A_wrong_one_to_probe_with_is_never_the_same()
    {
        ExternalId.Random().ShouldNotBe(ExternalId.Random());
        ExternalId.Parse(ExternalId.Random().Reveal()).ShouldNotBeNull();
    }
}
