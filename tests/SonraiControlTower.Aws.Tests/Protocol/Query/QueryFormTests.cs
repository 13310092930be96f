using System.Text;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Tests.Protocol.Query;

public sealed class QueryFormTests
{
    [Fact]
    public void Members_are_numbered_from_one_and_nulls_left_out() =>
        Body(new QueryForm().Add("A", "1").Add("B", (string?)null).Add("C", false).Add("D", 7).AddList("E", ["x", "y"])).ShouldBe(
            "Action=Do&Version=2010-05-15&A=1&C=false&D=7&E.member.1=x&E.member.2=y");

    [Fact]
    public void Values_are_escaped_so_that_a_plus_stays_a_plus() =>
        Body(new QueryForm().Add("Policy", "{\"a\": \"+&=%ü\"}")).ShouldEndWith("Policy=%7B%22a%22%3A%20%22%2B%26%3D%25%C3%BC%22%7D");

    [Fact]
    public void No_tags_are_not_the_same_as_tags_that_are_none()
    {
        Body(new QueryForm().AddTags(null)).ShouldNotContain("Tags");
        Body(new QueryForm().AddTags(new Dictionary<string, string>())).ShouldEndWith("&Tags=");
        Body(new QueryForm().AddTags(new Dictionary<string, string> { ["k"] = "v" })).ShouldEndWith("&Tags.member.1.Key=k&Tags.member.1.Value=v");
    }

    private static string Body(QueryForm form) => Encoding.UTF8.GetString(form.ToBody("Do", "2010-05-15"));
}
