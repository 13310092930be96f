namespace SonraiControlTower.Engine;

/// <summary>One request: who wants to do what on which resource.</summary>
internal readonly record struct AccessRequest
{
    public required Caller Caller { get; init; }

    /// <summary>Such as <c>s3:GetObject</c>, in any case; kept in small letters.</summary>
    public required string Action
    {
        get;
        init
        {
            field = value.ToLowerInvariant();
            ActionName = value;
        }
    }

    /// <summary>The action as it was given.</summary>
    public string ActionName { get; private init; }

    /// <summary>An ARN; <c>*</c> for an action that has no resource.</summary>
    public required string Resource { get; init; }

    /// <summary>The account that has the resource, where the ARN does not tell (S3); null for the ARN's, or else the caller's.</summary>
    public AccountId? ResourceAccount { get; init; }

    public required RequestContext Context { get; init; }

    /// <summary>The account that has the resource; null where nobody can tell, as for an anonymous request to S3.</summary>
    public AccountId? Owner => ResourceAccount ?? OfResource ?? Caller.Account;

    /// <summary>The values of a condition key: True with values, False for a key that the request has not, or Unknown.</summary>
    public Truth Find(string key, out IReadOnlyList<string> values)
    {
        if (Context.TryGet(key, out values))
        {
            return Truths.Of(values.Count > 0);
        }

        if (key.Equals("aws:ResourceAccount", StringComparison.OrdinalIgnoreCase) && (ResourceAccount ?? OfResource) is { } owner)
        {
            values = [owner.ToString()];
            return Truth.True;
        }

        var known = Caller.Find(key, out values);
        return known is Truth.Unknown && Context.IsComplete ? Truth.False : known;
    }

    /// <summary>The account in the resource's ARN. The caller's own is the usual case, and needs no new string.</summary>
    private AccountId? OfResource
    {
        get
        {
            var account = AccountIn(Resource);
            return account.IsEmpty ? null : account.SequenceEqual(Caller.AccountText) ? Caller.Account : AccountOf(Resource);
        }
    }

    /// <summary>The account in an ARN; null where it has none, as a bucket's.</summary>
    public static AccountId? AccountOf(string arn) => AccountId.TryParse(AccountIn(arn).ToString(), out var account) ? account : null;

    private static ReadOnlySpan<char> AccountIn(ReadOnlySpan<char> arn)
    {
        const int Before = 4;
        for (var part = 0; part < Before; part++)
        {
            var colon = arn.IndexOf(':');
            if (colon < 0)
            {
                return [];
            }

            arn = arn[(colon + 1)..];
        }

        var end = arn.IndexOf(':');
        return end < 0 ? [] : arn[..end];
    }
}
