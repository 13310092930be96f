namespace SonraiControlTower;

/// <summary>Deletes those access keys of a user that nobody has used for the period that recommendations go by.</summary>
internal sealed class DeleteAccessKeyBot : IRemediationBot
{
    public async Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var user = ground.Live.User ?? throw new SonraiException(RemediationProblems.WrongKind(ground.Live.Arn, "a user"));
        var since = ground.Now - new RecommendationQuery().Period;
        var changes = new List<IamChange>();
        var remarks = new List<string>();
        await foreach (var key in ground.Site.Iam.Credentials.ListAccessKeysAsync(user.Name, cancellationToken).ConfigureAwait(false))
        {
            var used = await ground.Site.Iam.Credentials.GetAccessKeyLastUsedAsync(key.Id, cancellationToken).ConfigureAwait(false);
            if (used >= since || key.CreatedAt >= since)
            {
                remarks.Add(used >= since
                    ? FormattableString.Invariant($"The access key {key.Id} stays: it was last used on {used:yyyy-MM-dd}.")
                    : FormattableString.Invariant($"The access key {key.Id} stays: it was made on {key.CreatedAt:yyyy-MM-dd}."));
                continue;
            }

            changes.Add(new DeleteCredential(user.Name, CredentialKind.AccessKey, key.Id));
        }

        return new RemediationDraft([], changes, [.. remarks, .. changes.Select(change => change.Loss).OfType<string>().Select(UnusedIdentity.Sentence)]);
    }
}
