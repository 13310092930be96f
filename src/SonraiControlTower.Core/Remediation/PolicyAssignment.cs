namespace SonraiControlTower;

/// <summary>
/// Gathers what becomes of each policy of an identity, and puts the changes into the one safe order: create, attach, verify, take away, verify.
/// </summary>
internal sealed class PolicyAssignment(RemediationGround ground)
{
    private readonly List<PolicyReplacement> _policies = [];
    private readonly List<string> _remarks = [];
    private readonly List<CreatePolicy> _created = [];
    private readonly List<IamChange> _versions = [];
    private readonly List<PutInlinePolicy> _rewritten = [];
    private readonly List<IamChange> _takenAway = [];
    private PutBoundary? _boundary;

    private LiveIdentity Live => ground.Live;

    public void Remark(string remark) => _remarks.Add(remark);

    /// <summary>A policy stays as it is.</summary>
    /// <param name="held">The policy.</param>
    /// <param name="why">A word of <see cref="RecommendationAdvice"/>.</param>
    /// <param name="remark">What is to be said about it; null for nothing.</param>
    public void Leave(PolicyText held, string why, string? remark)
    {
        _policies.Add(new(held.Name, held.Arn, held.Document, [held.Document], why));
        if (remark is not null)
        {
            Remark(remark);
        }
    }

    /// <summary>A policy is taken away, and nothing takes its place.</summary>
    public void Remove(PolicyText held)
    {
        _policies.Add(new(held.Name, held.Arn, held.Document, [], RecommendationAdvice.Detach));
        TakeAway(held);
    }

    /// <summary>An attached policy is replaced by new ones, as many as IAM's limit of length asks for.</summary>
    public void ReplaceManaged(PolicyText held, string target)
    {
        var documents = ground.Rehearsals.Split(target, PolicyRoom.Managed);
        _policies.Add(new(held.Name, held.Arn, held.Document, documents, RecommendationAdvice.Replace));
        Create(held, documents);
        TakeAway(held);
    }

    /// <summary>An embedded policy is rewritten; where it does not fit beside the others, managed ones take its place.</summary>
    public void ReplaceInline(PolicyText held, string target)
    {
        var others = Live.Inline.Where(policy => policy.Name != held.Name)
            .Sum(policy => PolicyJson.Length(_rewritten.Find(rewritten => rewritten.PolicyName == policy.Name)?.Document ?? policy.Document.Json));
        if (others + PolicyJson.Length(target) > PolicyRoom.Inline(Live.Identity.Kind))
        {
            Remark($"{held.Name} becomes managed: embedded it would be longer than IAM allows.");
            ReplaceManaged(held, target);
            return;
        }

        _policies.Add(new(held.Name, null, held.Document, [target], RecommendationAdvice.Replace));
        _rewritten.Add(new(Live.Arn, held.Name, target, held.Document));
    }

    /// <summary>A managed policy that nobody else has gets a new version.</summary>
    public async Task ReplaceVersionAsync(PolicyText held, string target, CancellationToken cancellationToken)
    {
        var iam = ground.Site.Iam.Policies;
        var versions = await iam.ListVersionsAsync(held.Arn!, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (versions.Count >= PolicyRoom.Versions)
        {
            var oldest = versions.Where(version => !version.IsDefault).MinBy(version => version.CreatedAt)!;
            var whole = await iam.GetVersionAsync(held.Arn!, oldest.VersionId, cancellationToken).ConfigureAwait(false);
            _versions.Add(new DeletePolicyVersion(held.Arn!, oldest.VersionId, whole!.Document!.Json));
            versions.Remove(oldest);
        }

        _policies.Add(new(held.Name, held.Arn, held.Document, [target], RecommendationAdvice.Replace));
        _versions.Add(new CreatePolicyVersion(
            held.Arn!, target, versions.First(version => version.IsDefault).VersionId, [.. versions.Select(version => version.VersionId)]));
    }

    /// <summary>The identity is bounded by a copy that allows less: the policy itself may bound others, too.</summary>
    public void Bound(PolicyText held, string target)
    {
        if (PolicyJson.Length(target) > PolicyRoom.Managed)
        {
            Leave(held, RecommendationAdvice.Wait, $"{held.Name} is left as it is: a permissions boundary is one policy, and the one in its place would be too long.");
            return;
        }

        _policies.Add(new(held.Name, held.Arn, held.Document, [target], RecommendationAdvice.Replace));
        _boundary = new PutBoundary(Live.Arn, Create(held, [target])[0].Arn, held.Arn!);
    }

    /// <exception cref="SonraiException"><c>TooManyPolicies</c>.</exception>
    public RemediationDraft Draft() => new(_policies, Changes(), _remarks);

    private List<IamChange> Changes()
    {
        List<IamChange> taking = [.. _versions, .. _rewritten, .. _boundary is null ? [] : (IamChange[])[_boundary], .. _takenAway];
        if (taking.Count == 0 && _created.Count == 0)
        {
            return [];
        }

        var attachments = _created.Where(policy => policy.Arn != _boundary?.PolicyArn).Select(policy => new AttachPolicy(Live.Arn, policy.Arn)).ToList();
        var goingAttached = _takenAway.OfType<DetachPolicy>().Count();
        var quota = Live.Attached.Count > PolicyRoom.Attached ? PolicyRoom.AttachedRaised : PolicyRoom.Attached;
        var last = Live.Attached.Count + attachments.Count - goingAttached;
        if (last > quota && last > Live.Attached.Count)
        {
            throw new SonraiException(RemediationProblems.TooManyPolicies(Live.Arn, last, quota));
        }

        var after = PlannedPolicies.After(Live, [.. _created, .. attachments, .. taking]);
        var end = new VerifyAccess(Live.Arn, Live.Collection, [], new Dictionary<string, string>(), after.Policies.Count);
        return Live.Attached.Count + attachments.Count <= quota
            ? [.. _created, .. attachments, Rehearsal(after), .. taking, end]
            : [.. _created, .. Bridged(attachments, taking, Rehearsal(after), quota), end];
    }

    /// <summary>
    /// There is no room to attach all new policies before the old ones go. The longest are, as many as IAM allows; what the others say is embedded until then.
    /// </summary>
    private IEnumerable<IamChange> Bridged(List<AttachPolicy> attachments, List<IamChange> taking, VerifyAccess rehearsal, int quota)
    {
        var documents = _created.ToDictionary(policy => policy.Arn, policy => policy.Document);
        List<AttachPolicy> byLength = [.. attachments.OrderByDescending(attachment => PolicyJson.Length(documents[attachment.PolicyArn]))];
        var (first, later) = (byLength.Take(quota - Live.Attached.Count), byLength.Skip(Math.Max(0, quota - Live.Attached.Count)).ToList());
        var bridge = later.Select((attachment, number) =>
            new PutInlinePolicy(Live.Arn, $"SonraiBridge-{ground.Id}-{number + 1}", documents[attachment.PolicyArn], null)).ToList();
        var length = Live.Inline.Sum(policy => PolicyJson.Length(policy.Document.Json)) + bridge.Sum(policy => PolicyJson.Length(policy.Document));
        if (length > PolicyRoom.Inline(Live.Identity.Kind))
        {
            throw new SonraiException(RemediationProblems.TooManyMeanwhile(Live.Arn, Live.Attached.Count + attachments.Count, quota));
        }

        Remark("IAM does not allow the old and the new managed policies together: until the old ones are gone, some of the new ones are embedded in the identity.");
        return
        [
            .. first,
            .. bridge,
            rehearsal,
            .. taking,
            .. later,
            .. bridge.Select(policy => new DeleteInlinePolicy(Live.Arn, policy.PolicyName, policy.Document)),
        ];
    }

    /// <summary>The look at what the identity will have, before anything is taken from it.</summary>
    private VerifyAccess Rehearsal(PolicyCollection after) => new(
        Live.Arn,
        Live.Collection,
        [.. _takenAway.Select(change => change switch { DetachPolicy detached => detached.PolicyArn, DeleteInlinePolicy deleted => deleted.PolicyName, _ => "" })],
        _rewritten.ToDictionary(policy => policy.PolicyName, policy => policy.Document),
        after.Policies.Count);

    private void TakeAway(PolicyText held) => _takenAway.Add(held.Arn is null
        ? new DeleteInlinePolicy(Live.Arn, held.Name, held.Document)
        : new DetachPolicy(Live.Arn, held.Arn, held.Document));

    private List<CreatePolicy> Create(PolicyText held, IReadOnlyList<string> documents)
    {
        // A policy of AWS has a path that is AWS's; one of the account keeps its own.
        var path = held.Arn is null || IamArn.IsOfAws(held.Arn) ? "/" : IamArn.PathOf(held.Arn);
        var tags = new Dictionary<string, string>(ground.Tags) { [RemediationTags.Replaces] = RemediationTags.Value(held.Arn ?? $"inline {held.Name}") };
        var created = documents.Select(document =>
        {
            var name = PolicyNames.For(held.Name, Live.Arn, document, ground.Id);
            return new CreatePolicy(IamArn.Policy(IamArn.PartitionOf(Live.Arn), Live.Account, path, name), name, path, document, Live.Arn, tags);
        }).ToList();
        _created.AddRange(created);
        return created;
    }
}
