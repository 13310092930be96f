using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>
/// One change of IAM that knows how to be done and how to be taken back, each any number of times with the same end. So whoever comes after an
/// interruption, here or on another machine, need not know how far it had come.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CreatePolicy), nameof(CreatePolicy))]
[JsonDerivedType(typeof(CreatePolicyVersion), nameof(CreatePolicyVersion))]
[JsonDerivedType(typeof(DeletePolicyVersion), nameof(DeletePolicyVersion))]
[JsonDerivedType(typeof(AttachPolicy), nameof(AttachPolicy))]
[JsonDerivedType(typeof(DetachPolicy), nameof(DetachPolicy))]
[JsonDerivedType(typeof(PutInlinePolicy), nameof(PutInlinePolicy))]
[JsonDerivedType(typeof(DeleteInlinePolicy), nameof(DeleteInlinePolicy))]
[JsonDerivedType(typeof(PutBoundary), nameof(PutBoundary))]
[JsonDerivedType(typeof(UpdateTrust), nameof(UpdateTrust))]
[JsonDerivedType(typeof(RemoveFromGroup), nameof(RemoveFromGroup))]
[JsonDerivedType(typeof(RemoveFromInstanceProfile), nameof(RemoveFromInstanceProfile))]
[JsonDerivedType(typeof(DeactivateAccessKey), nameof(DeactivateAccessKey))]
[JsonDerivedType(typeof(DeleteCredential), nameof(DeleteCredential))]
[JsonDerivedType(typeof(DeleteRole), nameof(DeleteRole))]
[JsonDerivedType(typeof(DeleteUser), nameof(DeleteUser))]
[JsonDerivedType(typeof(VerifyAccess), nameof(VerifyAccess))]
public abstract record IamChange
{
    private protected IamChange()
    {
    }

    /// <summary>What of it cannot be brought back; null where all can.</summary>
    [JsonIgnore]
    public virtual string? Loss => null;

    /// <summary>How IAM stands to it.</summary>
    internal abstract Task<Standing> LookAsync(RemediationSite site, CancellationToken cancellationToken);

    /// <summary>Does it, where it is not done.</summary>
    internal abstract Task DoAsync(RemediationSite site, CancellationToken cancellationToken);

    /// <summary>Takes it back, where it is done.</summary>
    internal abstract Task UndoAsync(RemediationSite site, CancellationToken cancellationToken);

    /// <exception cref="SonraiException"><c>RemediationOvertaken</c>, or what IAM says.</exception>
    internal async Task ApplyAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var standing = await LookAsync(site, cancellationToken).ConfigureAwait(false);
        if (standing.Otherwise is { } otherwise)
        {
            throw new SonraiException(RemediationProblems.Overtaken(this, otherwise));
        }

        if (!standing.IsDone)
        {
            await DoAsync(site, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="SonraiException"><c>UndoPrevented</c>, or what IAM says.</exception>
    internal async Task RevertAsync(RemediationSite site, CancellationToken cancellationToken)
    {
        var standing = await LookAsync(site, cancellationToken).ConfigureAwait(false);
        if (standing.Otherwise is { } otherwise)
        {
            throw new SonraiException(RemediationProblems.UndoPrevented(this, otherwise));
        }

        if (standing.IsDone)
        {
            await UndoAsync(site, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>How IAM stands to a change: it is not done, it is done, or somebody has done something else.</summary>
internal readonly record struct Standing
{
    public static Standing NotDone => default;

    public static Standing Done => new() { IsDone = true };

    public bool IsDone { get; private init; }

    /// <summary>What somebody else has done, as half a sentence; null for nothing.</summary>
    public string? Otherwise { get; private init; }

    public static Standing Of(bool isDone) => new() { IsDone = isDone };

    public static Standing Else(string what) => new() { Otherwise = what };
}
