using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Sets the integration up, or brings the one that is there to what is asked: first what would be done, by a change set; then, if it is agreed to,
/// the packages into their bucket and the change set done. Broken off at any point and run again, it goes on from there.
/// </summary>
public sealed class IntegrationInstaller
{
    private const string ChangeSetName = "SonraiControlTower";
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(5);

    // What a change set is made with until there is a token to make it with; it is never executed so.
    private static readonly ApiToken _placeholder = new("not-yet-made");

    private readonly IAws _aws;
    private readonly IDig _dig;
    private readonly AwsAccess _access;
    private readonly IntegrationRequest _request;
    private readonly TimeProvider _clock;
    private readonly ICloudFormation _cloudFormation;

    private IntegrationInstaller(
        IAws aws, IDig dig, AwsAccess access, IntegrationRequest request, TimeProvider clock, IntegrationSite site, ICloudFormation cloudFormation)
    {
        (_aws, _dig, _access, _request, _clock, Site, _cloudFormation) = (aws, dig, access, request, clock, site, cloudFormation);
    }

    /// <summary>Where it is set up, as found out.</summary>
    public IntegrationSite Site { get; }

    /// <summary>Finds out what there is.</summary>
    /// <exception cref="SonraiException"><c>IntegrationNeedsTenant</c>, <c>NotTheManagementAccount</c>, or what AWS says of the credentials.</exception>
    public static async Task<IntegrationInstaller> OpenAsync(
        IAws aws, IDig dig, AwsAccess access, IntegrationRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        ArgumentNullException.ThrowIfNull(dig);
        ArgumentNullException.ThrowIfNull(request);
        if (dig.Endpoint is null)
        {
            throw new SonraiException(IntegrationProblems.NeedsTenant);
        }

        var site = await IntegrationSite.DiscoverAsync(aws, access, cancellationToken).ConfigureAwait(false);
        return new(aws, dig, access, request, clock, site, await aws.OpenCloudFormationAsync(access, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Waits for what an earlier run, or somebody else, began on the stack, and tells of it.</summary>
    public async IAsyncEnumerable<StackEvent> SettleAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new StackRun(_cloudFormation.Stacks, _clock);
        await run.SkipAsync(_request.StackName, cancellationToken).ConfigureAwait(false);
        if (run.Stack is { } stack && StackStatus.IsInProgress(stack.Status))
        {
            await foreach (var happened in run.FollowAsync(stack.Id, cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
    }

    /// <summary>Says what would be done. It makes a change set, which changes nothing; <see cref="DiscardAsync"/> takes it away again.</summary>
    /// <exception cref="SonraiException">
    /// <c>IntegrationNotInstalled</c>, <c>IntegrationValueMissing</c>, <c>TokenOutlivedByInterval</c>, <c>StackSetNotOurs</c>, <c>IntegrationFailed</c>
    /// where CloudFormation does not take the template.
    /// </exception>
    public async Task<IntegrationWork> PrepareAsync(CancellationToken cancellationToken)
    {
        var stack = await _cloudFormation.Stacks.DescribeAsync(_request.StackName, cancellationToken).ConfigureAwait(false);
        var isNew = stack is null or { Status: StackStatus.ReviewInProgress or StackStatus.DeleteComplete };
        if (isNew && _request.MustExist)
        {
            throw new SonraiException(IntegrationProblems.NotInstalled(_request.StackName, Site.Region));
        }

        if (!isNew && !RollOutPlan.IsOurs(stack!.Tags))
        {
            throw new SonraiException(RollOutProblems.NotOurs(_request.StackName));
        }

        // A stack that could not be made is good for nothing but to be deleted, which a preview does not do.
        var isWreck = stack is { Status: StackStatus.RollbackComplete or StackStatus.CreateFailed };
        var present = isNew || isWreck ? null : stack!.Parameters;
        _request.Demand(present ?? new Dictionary<string, string>());
        var token = _request.Token ?? (present is null ? _placeholder : null);
        var package = _request.PackageFor(
            _request.Architecture ?? present?.GetValueOrDefault(IntegrationParameters.Architecture) ?? FunctionArchitecture.X8664);
        var hasRole = present is null && await HasRoleAsync(cancellationToken).ConfigureAwait(false);
        var values = await IntegrationValues.SettleAsync(
            _request, Site, _dig.Endpoint!, () => CollectorChoice.ChooseAsync(_dig.Collectors, null, cancellationToken), package, token, hasRole, present).ConfigureAwait(false);
        var made = isWreck ? null : await MakeChangeSetAsync(values.Parameters, isNew, cancellationToken).ConfigureAwait(false);
        var bucket = values.Shown.FirstOrDefault(one => one.Name == IntegrationParameters.SourceBucket)?.Detail is { Length: > 0 } named
            ? named
            : PackageBucket.DefaultName(Site.Account, Site.Region);
        return new IntegrationWork(values, package, bucket, present, stack is not null && !isNew && isWreck ? stack.Id : null, made?.HasNoChanges == true)
        {
            Preview = new IntegrationPreview
            {
                StackName = _request.StackName,
                Action = made?.HasNoChanges == true ? "None" : present is null ? "Create" : "Update",
                Region = Site.Region,
                OrganizationId = Site.Organization.Id,
                Changes = [.. values.Shown, .. (made?.Changes ?? []).Select(IntegrationChange.Of)],
                Besides = [.. Besides(isWreck, present is null, package, bucket)],
            },
        };
    }

    /// <summary>Takes the change set away again, and the empty stack that one for a new stack brings along.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken)
    {
        await _cloudFormation.ChangeSets.DeleteAsync(_request.StackName, ChangeSetName, cancellationToken).ConfigureAwait(false);
        var stack = await _cloudFormation.Stacks.DescribeAsync(_request.StackName, cancellationToken).ConfigureAwait(false);
        if (stack is { Status: StackStatus.ReviewInProgress })
        {
            await _cloudFormation.Stacks.DeleteAsync(stack.Id, OperationId.New(), cancellationToken).ConfigureAwait(false);

            // It is gone within seconds, and until then it would be taken for an integration.
            await foreach (var _ in new StackRun(_cloudFormation.Stacks, _clock).FollowAsync(stack.Id, cancellationToken).ConfigureAwait(false))
            {
            }
        }
    }

    /// <summary>Does it, and tells what happens to the stack.</summary>
    /// <exception cref="SonraiException"><c>IntegrationFailed</c>, naming the first resource that failed.</exception>
    public async IAsyncEnumerable<StackEvent> ApplyAsync(IntegrationWork work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var s3 = await _aws.OpenS3Async(_access, cancellationToken).ConfigureAwait(false);
        await new PackageBucket(s3, work.Bucket).UploadAsync(work.Package, cancellationToken).ConfigureAwait(false);
        var run = new StackRun(_cloudFormation.Stacks, _clock);
        if (work.WreckId is { } wreck)
        {
            await _cloudFormation.Stacks.DeleteAsync(wreck, OperationId.New(), cancellationToken).ConfigureAwait(false);
            await foreach (var happened in run.FollowAsync(wreck, cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }

            Demand(run, StackStatus.DeleteComplete);
            run = new StackRun(_cloudFormation.Stacks, _clock);
        }

        if (!work.HasNoChanges)
        {
            await foreach (var happened in ExecuteAsync(run, work, cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }
        }

        await foreach (var happened in ForwardAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return happened;
        }
    }

    /// <summary>True where Install-SonraiCollectorRole, or somebody else, has made the management account's role before: CloudFormation cannot make it again.</summary>
    private async Task<bool> HasRoleAsync(CancellationToken cancellationToken)
    {
        var name = _request.Values.GetValueOrDefault(IntegrationParameters.RoleName) ?? RegistrationPlan.DefaultRoleName;
        var iam = await _aws.OpenIamAsync(_access, cancellationToken).ConfigureAwait(false);
        return await iam.Roles.GetAsync(name, cancellationToken).ConfigureAwait(false) is not null;
    }

    private IEnumerable<string> Besides(bool isWreck, bool isNew, IntegrationPackage package, string bucket)
    {
        if (isWreck)
        {
            yield return $"The stack '{_request.StackName}', which an earlier run could not make, is deleted first.";
        }

        if (isNew && _request.Token is null)
        {
            yield return $"An API token '{TokenName}' is made, for the secret to start with.";
        }

        yield return $"The package '{package.Key}' is put into the bucket '{bucket}', which is made if it is not there.";
        if (Site.OrganizationsRegion != Site.Region)
        {
            yield return $"The stack '{ForwardingName}' in {Site.OrganizationsRegion} forwards the events of AWS Organizations, which happen there only.";
        }
    }

    private async IAsyncEnumerable<StackEvent> ExecuteAsync(StackRun run, IntegrationWork work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isNew = work.Present is null;
        if (isNew && _request.Token is null)
        {
            var lifetime = _request.TokenLifetime(new Dictionary<string, string>());
            var (_, secret) = await _dig.Tokens.CreateAsync(TokenName, lifetime, cancellationToken).ConfigureAwait(false);
            var parameters = work.Values.Parameters.Select(
                one => one.Key == IntegrationParameters.SonraiAPIToken ? new TemplateParameter(one.Key, secret.Reveal()) : one);
            await MakeChangeSetAsync([.. parameters], isNew, cancellationToken).ConfigureAwait(false);
        }
        else if (work.WreckId is not null)
        {
            await MakeChangeSetAsync(work.Values.Parameters, isNew, cancellationToken).ConfigureAwait(false);
        }

        await run.SkipAsync(_request.StackName, cancellationToken).ConfigureAwait(false);
        await _cloudFormation.ChangeSets.ExecuteAsync(_request.StackName, ChangeSetName, OperationId.New(), cancellationToken).ConfigureAwait(false);
        await foreach (var happened in run.FollowAsync(run.Stack!.Id, cancellationToken).ConfigureAwait(false))
        {
            yield return happened;
        }

        Demand(run, isNew ? StackStatus.CreateComplete : StackStatus.UpdateComplete);
    }

    /// <summary>Where AWS Organizations' events happen in another region, a small stack there hands them on.</summary>
    private async IAsyncEnumerable<StackEvent> ForwardAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Site.OrganizationsRegion == Site.Region)
        {
            yield break;
        }

        var forwarding = new ForwardingStack(_aws, _access, Site, _request.StackName, _clock);
        await foreach (var happened in forwarding.InstallAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return happened;
        }
    }

    private async Task<ChangeSet> MakeChangeSetAsync(IReadOnlyList<TemplateParameter> parameters, bool isNew, CancellationToken cancellationToken)
    {
        // One that an earlier run left would be in the way.
        await _cloudFormation.ChangeSets.DeleteAsync(_request.StackName, ChangeSetName, cancellationToken).ConfigureAwait(false);
        var request = new ChangeSetRequest(ChangeSetName, isNew, new StackRequest
        {
            Name = _request.StackName,
            TemplateBody = IntegrationTemplate.Main.Body,
            Parameters = parameters,
            Capabilities = IntegrationTemplate.Main.Capabilities,
            Tags = RollOutPlan.Mark,
            RequestToken = OperationId.New(),
        });
        var made = await _cloudFormation.ChangeSets.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        var pause = new Pause(_clock, _firstLook, _longestLook);
        while (made.Status is not (ChangeSetStatus.CreateComplete or ChangeSetStatus.Failed))
        {
            await pause.TakeAsync(cancellationToken).ConfigureAwait(false);
            made = await _cloudFormation.ChangeSets.DescribeAsync(_request.StackName, ChangeSetName, cancellationToken).ConfigureAwait(false)
                ?? throw new SonraiException(IntegrationProblems.Failed(_request.StackName, "its change set", "somebody else deleted it."));
        }

        return made.Status == ChangeSetStatus.Failed && !made.HasNoChanges
            ? throw new SonraiException(IntegrationProblems.Failed(_request.StackName, "its change set", made.StatusReason ?? made.Status))
            : made;
    }

    private static void Demand(StackRun run, string wanted)
    {
        if (run.Stack is { } stack && stack.Status != wanted)
        {
            throw new SonraiException(IntegrationProblems.Failed(
                stack.Name, run.Failure is { } failed ? $"the resource '{failed.LogicalId}'" : "the stack", run.Failure?.StatusReason ?? stack.StatusReason ?? stack.Status));
        }
    }

    private string ForwardingName => ForwardingStack.NameOf(_request.StackName);

    private static string TokenName => "Control Tower Integration";
}
