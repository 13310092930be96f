namespace SonraiControlTower.Sandbox.Tests.Kms;

public sealed class KeyServiceTests
{
    private readonly Cloud _cloud = new();

    private IKms Kms => _cloud.Aws.OpenKmsAsync(new AwsAccess(), default).Result;

    [Fact]
    public async Task A_key_is_found_by_its_id_and_its_arn()
    {
        var arn = await TrailKeyAsync();

        var key = (await Kms.DescribeKeyAsync(arn, default))!;

        key.ShouldBe(new KmsKey(arn, "Enabled", "CUSTOMER"));
        (await Kms.DescribeKeyAsync(arn[(arn.LastIndexOf('/') + 1)..], default)).ShouldBe(key);
        (await Kms.DescribeKeyAsync("alias/no-such-key", default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => Kms.GetKeyPolicyAsync("no-such-key", default))).Problem.Id.ShouldBe("KmsKeyNotFound");
    }

    [Fact]
    public async Task A_policy_that_would_shut_its_writer_out_is_refused()
    {
        var arn = await TrailKeyAsync();
        var before = await Kms.GetKeyPolicyAsync(arn, default);

        var refused = await Should.ThrowAsync<SonraiException>(() => Kms.PutKeyPolicyAsync(
            arn,
            new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"kms:*","Resource":"*"}]}"""),
            default));

        refused.Problem.Id.ShouldBe("MalformedPolicy");
        refused.Message.ShouldContain("The new key policy will not allow you to update the key policy in the future.");
        (await Kms.GetKeyPolicyAsync(arn, default)).ShouldBe(before);
    }

    [Fact]
    public async Task An_identity_policy_alone_does_not_open_a_key()
    {
        var arn = await TrailKeyAsync();
        var member = await _cloud.Aws.OpenKmsAsync(new AwsAccess().As(await _cloud.EnterAsync(Cloud.Billing)), default);

        (await Should.ThrowAsync<SonraiException>(() => member.GetKeyPolicyAsync(arn, default))).Problem.Id.ShouldBe("AwsAccessDenied");
    }

    private async Task<string> TrailKeyAsync() =>
        (await (await _cloud.Aws.OpenCloudTrailAsync(new AwsAccess(), default)).DescribeTrailsAsync(default))[0].KmsKeyId!;
}
