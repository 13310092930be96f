namespace SonraiControlTower;

/// <summary>Where a remediation works: IAM of one account, through the bot's role there.</summary>
/// <param name="iam">IAM of the account.</param>
/// <param name="rehearsals">Tries policies.</param>
/// <param name="clock">What IAM is waited for by.</param>
internal sealed class RemediationSite(IIam iam, IRehearsals rehearsals, TimeProvider clock)
{
    // IAM shows what was written within seconds, seldom later: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public IIam Iam => iam;

    /// <summary>The identity with all that it has; null if there is none.</summary>
    public async Task<LiveIdentity?> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        var identity = IamArn.IdentityOf(arn);
        try
        {
            var role = identity.Kind == IamKind.Role ? await iam.Roles.GetAsync(identity.Name, cancellationToken).ConfigureAwait(false) : null;
            var user = identity.Kind == IamKind.User ? await iam.Users.GetAsync(identity.Name, cancellationToken).ConfigureAwait(false) : null;
            if (identity.Kind != IamKind.Group && (role?.Arn ?? user?.Arn) != arn)
            {
                return null;
            }

            var attached = new List<LivePolicy>();
            await foreach (var policy in iam.IdentityPolicies.ListAttachedAsync(identity, cancellationToken).ConfigureAwait(false))
            {
                attached.Add(await PolicyAsync(policy.Arn, cancellationToken).ConfigureAwait(false));
            }

            var inline = new List<InlinePolicy>();
            await foreach (var name in iam.IdentityPolicies.ListInlineAsync(identity, cancellationToken).ConfigureAwait(false))
            {
                if (await iam.IdentityPolicies.GetInlineAsync(identity, name, cancellationToken).ConfigureAwait(false) is { } policy)
                {
                    inline.Add(policy);
                }
            }

            var boundary = role?.PermissionsBoundaryArn ?? user?.PermissionsBoundaryArn;
            return new LiveIdentity
            {
                Arn = arn,
                Attached = attached,
                Inline = inline,
                Boundary = boundary is null ? null : await PolicyAsync(boundary, cancellationToken).ConfigureAwait(false),
                Role = role,
                User = user,
            };
        }
        catch (SonraiException gone) when (IsGone(gone))
        {
            return null;
        }
    }

    /// <summary>What the version in force says.</summary>
    public async Task<string> DocumentAsync(ManagedPolicy policy, CancellationToken cancellationToken) =>
        (await iam.Policies.GetVersionAsync(policy.Arn, policy.DefaultVersionId, cancellationToken).ConfigureAwait(false))?.Document?.Json
        ?? throw new SonraiException(AwsProblems.UnexpectedAnswer("GetPolicyVersion", $"it does not tell what {policy.Arn} says."));

    /// <summary>Whether a policy is attached; of an identity that is gone, nothing is.</summary>
    public async Task<bool> HasAsync(string identityArn, string policyArn, CancellationToken cancellationToken)
    {
        try
        {
            return await iam.IdentityPolicies.ListAttachedAsync(IamArn.IdentityOf(identityArn), cancellationToken)
                .AnyAsync(policy => policy.Arn == policyArn, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException gone) when (IsGone(gone))
        {
            return false;
        }
    }

    /// <summary>What an embedded policy says; null if there is none.</summary>
    public async Task<string?> InlineAsync(string identityArn, string policyName, CancellationToken cancellationToken) =>
        (await iam.IdentityPolicies.GetInlineAsync(IamArn.IdentityOf(identityArn), policyName, cancellationToken).ConfigureAwait(false))?.Document.Json;

    /// <summary>The ARN of what bounds a user or role; null for nothing.</summary>
    public async Task<string?> BoundaryAsync(string identityArn, CancellationToken cancellationToken) => IamArn.IdentityOf(identityArn) switch
    {
        { Kind: IamKind.User, Name: var name } => (await iam.Users.GetAsync(name, cancellationToken).ConfigureAwait(false))?.PermissionsBoundaryArn,
        { Name: var name } => (await iam.Roles.GetAsync(name, cancellationToken).ConfigureAwait(false))?.PermissionsBoundaryArn,
    };

    /// <summary>The ids of a user's credentials of one kind; of a user that is gone, none.</summary>
    /// <param name="userName">The user.</param>
    /// <param name="kind">A word of <see cref="CredentialKind"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<string>> CredentialsAsync(string userName, string kind, CancellationToken cancellationToken)
    {
        var credentials = iam.Credentials;
        if (kind == CredentialKind.Password)
        {
            return await credentials.HasPasswordAsync(userName, cancellationToken).ConfigureAwait(false) ? [userName] : [];
        }

        try
        {
            return await (kind switch
            {
                CredentialKind.AccessKey => credentials.ListAccessKeysAsync(userName, cancellationToken).Select(key => key.Id),
                CredentialKind.MfaDevice => credentials.ListMfaDevicesAsync(userName, cancellationToken),
                CredentialKind.SigningCertificate => credentials.ListSigningCertificatesAsync(userName, cancellationToken),
                CredentialKind.SshPublicKey => credentials.ListSshPublicKeysAsync(userName, cancellationToken),
                _ => credentials.ListServiceSpecificCredentialsAsync(userName, cancellationToken),
            }).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException gone) when (IsGone(gone))
        {
            return [];
        }
    }

    /// <summary>Whether somebody who has a policy is this identity.</summary>
    public static bool Is(PolicyHolder holder, string identityArn) => holder.Identity == IamArn.IdentityOf(identityArn) && !holder.IsBoundary;

    /// <summary>Reads what IAM shows by now, and tries the recorded calls with it; IAM gets some time to show what was written.</summary>
    /// <exception cref="SonraiException"><c>RemediationWouldDeny</c>, <c>RemediationNotSeen</c>, <c>RemediationIdentityGone</c>.</exception>
    public async Task VerifyAsync(VerifyAccess verification, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + _patience;
        var pause = new Pause(clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        while (true)
        {
            var live = await ReadAsync(verification.IdentityArn, cancellationToken).ConfigureAwait(false)
                ?? throw new SonraiException(RemediationProblems.IdentityGone(verification.IdentityArn));
            var after = live.Collection with { Policies = [.. Remaining(live, verification)] };
            var rehearsal = await rehearsals.TryAsync(
                new RehearsalRequest { IdentityArn = verification.IdentityArn, Before = verification.Before, After = after }, cancellationToken).ConfigureAwait(false);
            var denied = RehearsalReading.Counting(rehearsal);
            if (denied.Count == 0 && after.Policies.Count == verification.Expected)
            {
                return;
            }

            if (clock.GetUtcNow() >= until)
            {
                throw new SonraiException(denied.Count > 0
                    ? RemediationProblems.WouldDeny(verification.IdentityArn, denied)
                    : RemediationProblems.NotSeen(verification.IdentityArn, verification.Expected, after.Policies.Count));
            }

            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<PolicyText> Remaining(LiveIdentity live, VerifyAccess verification) => live.Collection.Policies
        .Where(policy => !verification.Going.Contains(policy.Arn ?? policy.Name) && !(policy.Arn is null && verification.Coming.ContainsKey(policy.Name)))
        .Concat(verification.Coming.Select(coming => new PolicyText(coming.Key, null, coming.Value)));

    private async Task<LivePolicy> PolicyAsync(string arn, CancellationToken cancellationToken)
    {
        var policy = await iam.Policies.GetAsync(arn, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(AwsProblems.UnexpectedAnswer("GetPolicy", $"it does not know {arn}, which is attached."));
        return new(policy, await DocumentAsync(policy, cancellationToken).ConfigureAwait(false));
    }

    private static bool IsGone(SonraiException exception) => exception.Problem.Id == "IamNotFound";
}
