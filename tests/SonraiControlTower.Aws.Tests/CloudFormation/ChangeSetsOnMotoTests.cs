using System.Text;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class ChangeSetsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private const string Stack = "sonrai-collector-role";

    [MotoFact]
    public async Task A_new_stack_is_looked_at_before_it_is_made()
    {
        var cloudFormation = await Aws.OpenCloudFormationAsync(Access, default);
        var changeSets = cloudFormation.ChangeSets;

        var begun = await changeSets.CreateAsync(new("preview", IsForNewStack: true, CollectorRoll.Stack()), default);
        var changeSet = (await changeSets.DescribeAsync(Stack, "preview", default)).ShouldNotBeNull();

        changeSet.Id.ShouldBe(begun.Id);
        changeSet.Status.ShouldBe(ChangeSetStatus.CreateComplete);
        changeSet.HasNoChanges.ShouldBeFalse();
        var change = changeSet.Changes.ShouldHaveSingleItem();
        change.Action.ShouldBe("Add");
        change.LogicalId.ShouldBe("CollectorRole");
        change.ResourceType.ShouldBe("AWS::IAM::Role");
        (await cloudFormation.Stacks.DescribeAsync(Stack, default)).ShouldNotBeNull().Status.ShouldBe(StackStatus.ReviewInProgress);
        await changeSets.ExecuteAsync(Stack, "preview", OperationId.New(), default);
        (await cloudFormation.Stacks.DescribeAsync(Stack, default)).ShouldNotBeNull().Status.ShouldBe(StackStatus.CreateComplete);
    }

    [MotoFact]
    public async Task A_change_set_is_deleted_and_what_is_not_there_is_none()
    {
        var changeSets = (await Aws.OpenCloudFormationAsync(Access, default)).ChangeSets;
        await changeSets.CreateAsync(new("preview", IsForNewStack: true, CollectorRoll.Stack()), default);

        await changeSets.DeleteAsync(Stack, "preview", default);

        (await changeSets.DescribeAsync(Stack, "preview", default)).ShouldBeNull();
        (await changeSets.DescribeAsync("nowhere", "preview", default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task A_template_is_taken_from_S3()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await s3.CreateBucketAsync("sonrai-templates", default);
        // moto takes every refusal of a policy for one without conditions.
        await s3.PutBucketPolicyAsync("sonrai-templates", null, default);
        await s3.PutObjectAsync("sonrai-templates", "role.yaml", Encoding.UTF8.GetBytes(CollectorRoll.Stack().TemplateBody!), default);
        var stacks = (await Aws.OpenCloudFormationAsync(Access, default)).Stacks;
        var request = CollectorRoll.Stack() with { TemplateBody = null, TemplateUrl = new("https://sonrai-templates.s3.us-east-1.amazonaws.com/role.yaml") };

        await stacks.CreateAsync(request, default);

        (await stacks.DescribeAsync(Stack, default)).ShouldNotBeNull().Outputs["RoleArn"].ShouldBe($"arn:aws:iam::{Account}:role/sonrai-collector-role");
    }
}
