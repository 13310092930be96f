using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sts;

/// <summary>AWS STS through the SDK's client.</summary>
internal sealed class StsAdapter(IAmazonSecurityTokenService client) : ISts
{
    // Not the code alone: the caller's own credentials may come of a role that was denied, which is a problem of theirs.
    private const string Denied = "AwsAccessDenied";

    public async Task<AssumeRoleAnswer> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var answer = await Call.AsAsync(
                StsService.Service, StsService.AssumeRole, cancel => client.AssumeRoleAsync(Wire(request), cancel), cancellationToken)
                .ConfigureAwait(false);
            return Granted(answer);
        }
        catch (SonraiException refused) when (refused is { Problem.Id: Denied, InnerException: AmazonServiceException denied })
        {
            return new AssumeRoleDenied(AccessDenial.Parse(denied.Message));
        }
    }

    public async Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken)
    {
        var answer = await Call.AsAsync(
            StsService.Service,
            StsService.GetCallerIdentity,
            cancel => client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel),
            cancellationToken).ConfigureAwait(false);
        return new(AccountId.Parse(answer.Account), answer.Arn, answer.UserId);
    }

    private static Amazon.SecurityToken.Model.AssumeRoleRequest Wire(AssumeRoleRequest request) => new()
    {
        RoleArn = request.Role.ToString(),
        RoleSessionName = request.SessionName,
        ExternalId = request.ExternalId?.Reveal(),
        DurationSeconds = request.Duration is { } duration ? (int)duration.TotalSeconds : null,
        Policy = request.SessionPolicy?.Json,
    };

    private static AssumedRole Granted(AssumeRoleResponse answer)
    {
        var keys = answer.Credentials;
        return new(
            new AwsKeys(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            new DateTimeOffset(keys.Expiration!.Value.ToUniversalTime()),
            answer.AssumedRoleUser.Arn);
    }
}
