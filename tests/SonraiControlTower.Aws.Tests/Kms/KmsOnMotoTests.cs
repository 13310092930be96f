using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Kms;

public sealed class KmsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task A_key_tells_its_state_and_whose_it_is()
    {
        var arn = await MakeKeyAsync();
        var kms = await Aws.OpenKmsAsync(Access, default);

        var key = (await kms.DescribeKeyAsync(arn, default)).ShouldNotBeNull();

        key.Arn.ShouldBe(arn);
        key.IsEnabled.ShouldBeTrue();
        key.IsCustomerManaged.ShouldBeTrue();
        key.AccountId.ShouldBe(Account);
    }

    [MotoFact]
    public async Task A_policy_is_kept_letter_for_letter()
    {
        var arn = await MakeKeyAsync();
        var kms = await Aws.OpenKmsAsync(Access, default);
        (await kms.GetKeyPolicyAsync(arn, default)).Json.ShouldContain("kms:*");
        var policy = new PolicyDocument("""{ "Version":"2012-10-17", "Statement":[{"Sid":"Für alle – 全部","Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*"}] }""");

        await kms.PutKeyPolicyAsync(arn, policy, default);

        (await kms.GetKeyPolicyAsync(arn, default)).ShouldBe(policy);
    }

    [MotoFact]
    public async Task A_key_that_is_not_there_is_none_and_has_no_policy()
    {
        const string Nowhere = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
        var kms = await Aws.OpenKmsAsync(Access, default);

        (await kms.DescribeKeyAsync(Nowhere, default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => kms.GetKeyPolicyAsync(Nowhere, default))).Problem.Id.ShouldBe("KmsKeyNotFound");
    }

    private async Task<string> MakeKeyAsync()
    {
        using var kms = new MotoJson(Access.EndpointUrl!, "kms", "TrentService");
        return (string)(await kms.CallAsync("CreateKey", "{}"))["KeyMetadata"]!["Arn"]!;
    }
}
