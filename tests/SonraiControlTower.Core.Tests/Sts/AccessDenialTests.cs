namespace SonraiControlTower.Core.Tests.Sts;

public sealed class AccessDenialTests
{
    private const string Start = "User: arn:aws:sts::111111111111:assumed-role/Admin/ann is not authorized to perform: sts:AssumeRole on resource: "
        + "arn:aws:iam::222222222222:role/sonrai-collector-role";

    [Theory]
    [InlineData(" with an explicit deny in a service control policy", DenyingPolicy.ServiceControlPolicy, true)]
    [InlineData(" with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1", DenyingPolicy.ServiceControlPolicy, true)]
    [InlineData(" because no service control policy allows the sts:AssumeRole action", DenyingPolicy.ServiceControlPolicy, false)]
    [InlineData(" with an explicit deny in a resource control policy", DenyingPolicy.ResourceControlPolicy, true)]
    [InlineData(" with an explicit deny in a permissions boundary", DenyingPolicy.PermissionsBoundary, true)]
    [InlineData(" because no permissions boundary allows the sts:AssumeRole action", DenyingPolicy.PermissionsBoundary, false)]
    [InlineData(" because no session policy allows the sts:AssumeRole action", DenyingPolicy.SessionPolicy, false)]
    [InlineData(" because no identity-based policy allows the sts:AssumeRole action", DenyingPolicy.IdentityPolicy, false)]
    [InlineData(" with an explicit deny in an identity-based policy", DenyingPolicy.IdentityPolicy, true)]
    [InlineData(" because no resource-based policy allows the sts:AssumeRole action", DenyingPolicy.ResourcePolicy, false)]
    [InlineData(" with an explicit deny in the role trust policy", DenyingPolicy.ResourcePolicy, true)]
    [InlineData(" because no role trust policy allows the sts:AssumeRole action", DenyingPolicy.ResourcePolicy, false)]
    [InlineData(" because no VPC endpoint policy allows the sts:AssumeRole action", DenyingPolicy.EndpointPolicy, false)]
    [InlineData("", null, false)]
    public void The_kind_of_policy_that_decided_is_read_where_AWS_names_it(string end, string? policy, bool isExplicit)
    {
        var denial = AccessDenial.Parse(Start + end);

        denial.Policy.ShouldBe(policy);
        denial.IsExplicit.ShouldBe(isExplicit);
        denial.Caller.ShouldBe("arn:aws:sts::111111111111:assumed-role/Admin/ann");
    }

    [Fact]
    public void A_sentence_of_another_form_is_kept_and_nothing_guessed()
    {
        var denial = AccessDenial.Parse("Access denied");

        denial.Message.ShouldBe("Access denied");
        denial.Caller.ShouldBeNull();
        denial.Policy.ShouldBeNull();
    }
}
