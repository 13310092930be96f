using SonraiControlTower.Aws.Tests.Iam;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Sts;

public sealed class StsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private static readonly AssumeRoleRequest _request = new()
    {
        Role = new RoleArn("aws", AccountId.Parse("222222222222"), "sonrai-collector-role"),
        SessionName = "sonrai",
        ExternalId = ExternalId.Parse("0f0e0d0c-aaaa-bbbb-cccc-0123456789ab"),
    };

    [MotoFact]
    public async Task Who_one_is()
    {
        var sts = await Aws.OpenStsAsync(Access, default);

        (await sts.GetCallerIdentityAsync(default)).Account.ToString().ShouldBe(Account);
    }

    [MotoFact]
    public async Task The_keys_of_an_assumed_role_open_the_IAM_of_its_account()
    {
        var sts = await Aws.OpenStsAsync(Access, default);

        var assumed = (await sts.AssumeRoleAsync(_request, default)).ShouldBeOfType<AssumedRole>();
        var there = Access.As(assumed.Keys);

        assumed.SessionArn.ShouldBe("arn:aws:sts::222222222222:assumed-role/sonrai-collector-role/sonrai");
        assumed.ExpiresAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch.AddYears(50));
        (await (await Aws.OpenStsAsync(there, default)).GetCallerIdentityAsync(default)).Arn.ShouldBe(assumed.SessionArn);
        var role = await (await Aws.OpenIamAsync(there, default)).Roles.CreateAsync(
            new() { Name = "there", TrustPolicy = Documents.Trust }, default);
        role.Arn.ShouldBe("arn:aws:iam::222222222222:role/there");
    }
}
