namespace SonraiControlTower.Core.Tests.Sts;

public sealed class RoleArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/sonrai-collector-role", "/", "sonrai-collector-role")]
    [InlineData("arn:aws-us-gov:iam::222222222222:role/service-role/a/b", "/service-role/a/", "b")]
    public void It_has_its_parts_and_is_written_as_it_was_read(string arn, string path, string name)
    {
        var role = RoleArn.Parse(arn);

        role.Path.ShouldBe(path);
        role.Name.ShouldBe(name);
        role.Account.ToString().ShouldBe("222222222222");
        role.ToString().ShouldBe(arn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sonrai-collector-role")]
    [InlineData("arn:aws:iam::222222222222:user/ann")]
    [InlineData("arn:aws:iam::222222222222:role/")]
    [InlineData("arn:aws:sts::222222222222:assumed-role/a/b")]
    [InlineData("arn:aws:iam::222222222222:role/a b")]
    public void What_is_not_the_ARN_of_a_role_is_refused(string? arn) =>
        Should.Throw<SonraiException>(() => RoleArn.Parse(arn)).Problem.Id.ShouldBe("MalformedAwsName");

    [Fact]
    public void An_account_in_it_must_be_one() =>
        Should.Throw<SonraiException>(() => RoleArn.Parse("arn:aws:iam::1:role/a")).Problem.Id.ShouldBe("MalformedAccountId");
}
