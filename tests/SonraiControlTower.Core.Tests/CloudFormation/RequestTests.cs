namespace SonraiControlTower.Core.Tests.CloudFormation;

public sealed class RequestTests
{
    private static readonly AccountId _account = AccountId.Parse("222222222222");

    [Fact]
    public void A_roll_out_to_nowhere_cannot_be_built()
    {
        ProblemOf(() => DeploymentTargets.Of([])).ShouldBe("NoDeploymentTarget");
        ProblemOf(() => DeploymentTargets.In([])).ShouldBe("NoDeploymentTarget");
        ProblemOf(() => DeploymentTargets.In(["r-exam"], AccountFilter.Difference, [])).ShouldBe("NoDeploymentTarget");
        ProblemOf(() => Instances([])).ShouldBe("NoDeploymentTarget");
    }

    [Fact]
    public void More_than_fifty_units_are_too_many_for_one_request()
    {
        var units = Enumerable.Range(0, 51).Select(unit => $"ou-exam-{unit:d8}").ToArray();

        DeploymentTargets.In(units[..50]).OrganizationalUnitIds.Count.ShouldBe(50);
        ProblemOf(() => DeploymentTargets.In(units)).ShouldBe("NoDeploymentTarget");
    }

    [Fact]
    public void A_filter_is_known_by_AWSs_word()
    {
        DeploymentTargets.In(["r-exam"]).AccountFilter.ShouldBe("NONE");
        DeploymentTargets.In(["r-exam"], AccountFilter.Union, [_account]).AccountFilter.ShouldBe("UNION");
        DeploymentTargets.Of([_account]).AccountFilter.ShouldBeNull();
    }

    [Theory]
    [InlineData("SonraiDigAccess")]
    [InlineData("SonraiDigAccess:0f0e0d0c-aaaa-bbbb-cccc-0123456789ab")]
    [InlineData("arn:aws:cloudformation:eu-west-1:111111111111:stackset/SonraiDigAccess:0f0e0d0c")]
    public void A_stack_sets_name_or_id_is_taken(string name) => new StackSetRef(name).Name.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a_b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void Another_name_is_refused_before_anything_is_sent(string name) =>
        ProblemOf(() => new StackSetRef(name)).ShouldBe("MalformedAwsName");

    [Fact]
    public void Units_regions_and_ids_have_their_forms()
    {
        ProblemOf(() => DeploymentTargets.In(["ou-1"])).ShouldBe("MalformedAwsName");
        ProblemOf(() => Instances(["Ireland"])).ShouldBe("MalformedAwsName");
        ProblemOf(() => OperationId.Parse("a b")).ShouldBe("MalformedAwsName");
        OperationId.Parse(OperationId.New().ToString()).ToString().Length.ShouldBe(36);
        OperationId.New().ShouldNotBe(OperationId.New());
    }

    [Fact]
    public void A_share_is_so_many_or_so_many_of_a_hundred()
    {
        Share.Count(0).ToString().ShouldBe("0");
        Share.Percentage(100).ToString().ShouldBe("100 %");
        Should.Throw<ArgumentOutOfRangeException>(() => Share.Count(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Share.Percentage(101));
    }

    [Theory]
    [InlineData("QUEUED", false)]
    [InlineData("RUNNING", false)]
    [InlineData("STOPPING", false)]
    [InlineData("SUCCEEDED", true)]
    [InlineData("FAILED", true)]
    [InlineData("STOPPED", true)]
    public void An_operation_has_ended_only_in_an_end(string status, bool hasEnded) =>
        new StackSetOperation { OperationId = "a", Action = "CREATE", Status = status }.HasEnded.ShouldBe(hasEnded);

    [Theory]
    [InlineData("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", true, false)]
    [InlineData("CREATE_COMPLETE", false, true)]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", false, false)]
    [InlineData("ROLLBACK_COMPLETE", false, false)]
    public void A_stack_is_busy_or_good_or_neither(string status, bool isInProgress, bool isGood)
    {
        StackStatus.IsInProgress(status).ShouldBe(isInProgress);
        StackStatus.IsGood(status).ShouldBe(isGood);
    }

    [Fact]
    public void Names_of_IAM_have_their_lengths()
    {
        IamIdentity.Role(new string('x', 64)).Kind.ShouldBe("Role");
        ProblemOf(() => IamIdentity.Role(new string('x', 65))).ShouldBe("MalformedAwsName");
        IamIdentity.Group(new string('x', 128)).Name.Length.ShouldBe(128);
        ProblemOf(() => IamIdentity.User("a/b")).ShouldBe("MalformedAwsName");
        ProblemOf(() => new RoleArn("aws", _account, "a", "sonrai")).ShouldBe("MalformedAwsName");
    }

    [Fact]
    public void The_id_that_is_waited_for_is_the_busy_ones() =>
        CloudFormationProblems.Of("cloudformation:CreateStackInstances", "OperationInProgressException", "No.").ShouldNotBeNull().Id
            .ShouldBe(CloudFormationProblems.BusyId);

    private static string ProblemOf(Func<object> build) => Should.Throw<SonraiException>(build).Problem.Id;

    private static StackInstancesRequest Instances(string[] regions) => new()
    {
        StackSet = new("SonraiDigAccess"),
        Targets = DeploymentTargets.Of([_account]),
        Regions = regions,
        OperationId = OperationId.New(),
    };
}
