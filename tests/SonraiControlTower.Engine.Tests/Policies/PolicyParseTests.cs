using System.Text;

namespace SonraiControlTower.Engine.Tests.Policies;

public sealed class PolicyParseTests
{
    [Fact]
    public void A_statement_is_read_with_all_its_elements()
    {
        const string Json = """
            {"Version":"2012-10-17","Id":"one","Statement":[{"Sid":"First","Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:root"],
            "Service":"ec2.amazonaws.com"},"NotAction":["s3:Get*","iam:*"],"NotResource":"arn:aws:s3:::logs/*",
            "Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["a*","b"]},"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:max-keys":10}}}]}
            """;

        var policy = Policy.Parse(Json);

        policy.Json.ShouldBe(Json);
        policy.Version.ShouldBe("2012-10-17");
        policy.Id.ShouldBe("one");
        var statement = policy.Statements.ShouldHaveSingleItem();
        statement.Sid.ShouldBe("First");
        statement.IsAllow.ShouldBeFalse();
        statement.IsNotAction.ShouldBeTrue();
        statement.Actions.ShouldBe(["s3:Get*", "iam:*"]);
        statement.IsNotResource.ShouldBeTrue();
        statement.Resources.ShouldBe(["arn:aws:s3:::logs/*"]);
        statement.Principals!.IsNot.ShouldBeTrue();
        statement.Principals.Aws.ShouldBe(["arn:aws:iam::111122223333:root"]);
        statement.Principals.Services.ShouldBe(["ec2.amazonaws.com"]);
        statement.Conditions.Select(one => $"{one.Operator} {one.Key} {string.Join('|', one.Values)}").ShouldBe(
            ["ForAnyValue:StringLikeIfExists aws:TagKeys a*|b", "Bool aws:SecureTransport false", "NumericLessThan s3:max-keys 10"]);
    }

    [Fact]
    public void One_statement_needs_no_list()
    {
        var policy = Policy.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");

        policy.Version.ShouldBeNull();
        policy.HasVariables.ShouldBeFalse();
        policy.Statements.ShouldHaveSingleItem().IsAllow.ShouldBeTrue();
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var json = "\uFEFF" + """{"Statement":[]}""";

        Policy.Parse(Encoding.UTF8.GetBytes(json)).Statements.ShouldBeEmpty();
    }

    [Fact]
    public void Texts_that_are_the_same_are_one_string()
    {
        const string Json = """{"Statement":[{"Effect":"Allow","Action":"s3:PooledPattern*","Resource":"*"}]}""";

        Policy.Parse(Json).Statements[0].Actions[0].ShouldBeSameAs(Policy.Parse(Json).Statements[0].Actions[0]);
    }

    [Theory]
    [InlineData("""{"Statement":[{"Action":"*","Resource":"*"}]}""", "Statement 1 has no Effect.")]
    [InlineData("""{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}""", "Statement 1 has the Effect 'allow'; there are Allow and Deny.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Statement 1 has neither Action nor NotAction.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","NotAction":"*"}]}""", "Statement 2 has both Action and NotAction.")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*","NotResource":"*"}]}""", "Statement 1 has both Resource and NotResource.")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","Principal":"*","NotPrincipal":"*"}]}""", "Statement 1 has both Principal and NotPrincipal.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Action":"s3:*"}]}""", "Statement 1 has Action twice.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*"}]}""", "Statement 1 has Effect twice.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","action":"*"}]}""", "Statement 1 has the unknown element action.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"GetObject"}]}""", "Statement 1 has the Action 'GetObject', which has no service in front, such as s3:.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":[1]}]}""", "Statement 1 has something else than a string in its Action.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":{}}]}""", "Statement 1 has Action that is neither a string nor a list of strings.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Principal":"me"}]}""", "Statement 1 has the Principal 'me'; a string alone can only be *.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Principal":{"Aws":"*"}}]}""", "Statement 1 has the unknown kind Aws in its Principal.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"StringIs":{"a:b":"c"}}}]}""", "Statement 1 has the unknown condition operator StringIs.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"NullIfExists":{"a:b":"c"}}}]}""", "Statement 1 has the unknown condition operator NullIfExists.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a:b":"c"},"Bool":{"a:c":"c"}}}]}""", "Statement 1 has Bool twice in its Condition.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a:b":"c","a:b":"d"}}}]}""", "Statement 1 has a:b twice in the Bool of its Condition.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"Bool":{"a:b":null}}}]}""", "Statement 1 has a value for a:b in its Condition that is no string, number or boolean.")]
    [InlineData("""{"Statement":["x"]}""", "Statement 1 is not an object.")]
    [InlineData("""{"Statement":"x"}""", "The policy's Statement is neither an object nor a list of objects.")]
    [InlineData("""{"Version":"2012-10-17"}""", "The policy has no Statement.")]
    [InlineData("""{"Version":"2013-10-17","Statement":[]}""", "The policy's Version is '2013-10-17'; there are 2012-10-17 and 2008-10-17.")]
    [InlineData("""{"Statement":[],"Statement":[]}""", "The policy has Statement twice.")]
    [InlineData("""{"Statement":[],"Extra":1}""", "The policy has the unknown element Extra.")]
    [InlineData("[]", "The policy is not a JSON object.")]
    [InlineData("""{"Statement":[]} {}""", "The policy is not JSON: line 1, byte 18.")]
    [InlineData("""{"Statement":[""", "The policy is not JSON: line 1, byte 15.")]
    [InlineData("", "The policy is not JSON: line 1, byte 1.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:\ud800"}]}""", "A string of the policy has half a character in it.")]
    public void What_IAM_refuses_is_refused_with_a_sentence(string json, string sentence)
    {
        Should.Throw<FormatException>(() => Policy.Parse(json)).Message.ShouldBe(sentence);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Should.Throw<FormatException>(() => Policy.Parse([(byte)'{', 0xFF, (byte)'}'])).Message.ShouldBe("The policy is not text in UTF-8.");
    }

    [Fact]
    public void Depth_without_end_is_refused()
    {
        var json = """{"Statement":""" + new string('[', 100_000);

        Should.Throw<FormatException>(() => Policy.Parse(json));
    }
}
