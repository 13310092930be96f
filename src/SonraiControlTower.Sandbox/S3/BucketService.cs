namespace SonraiControlTower.Sandbox;

/// <summary>
/// The far side of the wire: S3. A name is one bucket's in the whole world; whose policies must allow what is said in
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html">policies and permissions in S3</see>.
/// </summary>
internal sealed class BucketService(LandingZone zone)
{
    private const string MalformedPolicy = "MalformedPolicy";

    private readonly Dictionary<string, BucketState> _buckets = [];

    public BucketState? Find(string name)
    {
        zone.Furnish();
        return _buckets.GetValueOrDefault(name);
    }

    public BucketState Demand(string name) => Find(name) ?? throw new AwsFault("NoSuchBucket", "The specified bucket does not exist");

    public BucketState Add(string name, AccountId owner, string region)
    {
        var bucket = new BucketState(name, $"arn:{zone.Organization.Partition}:s3:::{name}", owner, region);
        _buckets.Add(name, bucket);
        return bucket;
    }

    public S3Bucket? Head(Caller caller, string name)
    {
        if (Find(name) is not { } bucket)
        {
            return null;
        }

        zone.Access.Demand(caller, "s3:ListBucket", bucket.Guarded);
        return new S3Bucket(name, bucket.Region);
    }

    public void Create(Caller caller, string region, string name)
    {
        var bucket = Find(name);
        zone.Authorizer.Demand(caller, "s3:CreateBucket", $"arn:{zone.Organization.Partition}:s3:::{name}");
        if (bucket is not null && bucket.Owner != caller.Account)
        {
            throw new AwsFault("BucketAlreadyExists", "The requested bucket name is not available. The bucket namespace is shared by all users of the system.");
        }

        bucket ??= Add(name, caller.Account, region);
        zone.Access.Demand(caller, "s3:PutBucketPublicAccessBlock", bucket.Guarded);
        bucket.BlocksPublicAccess = true;
        PutPolicy(caller, name, new PolicyDocument(
            $$"""{"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["{{bucket.Arn}}","{{bucket.Arn}}/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"} } } ]}"""));
    }

    public void Delete(Caller caller, string name)
    {
        if (Find(name) is { } bucket)
        {
            zone.Access.Demand(caller, "s3:DeleteBucket", bucket.Guarded);
            if (bucket.Objects.Count > 0)
            {
                throw new AwsFault("BucketNotEmpty", "The bucket you tried to delete is not empty");
            }

            _buckets.Remove(name);
        }
    }

    public PolicyDocument? GetPolicy(Caller caller, string name)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, "s3:GetBucketPolicy", bucket.Guarded);
        return bucket.Policy;
    }

    public void PutPolicy(Caller caller, string name, PolicyDocument? policy)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, policy is null ? "s3:DeleteBucketPolicy" : "s3:PutBucketPolicy", bucket.Guarded);
        if (policy is not null)
        {
            ResourcePolicies.Demand(zone, policy, MalformedPolicy);
            DemandOwnResources(bucket, policy);
        }

        bucket.Policy = policy;
    }

    public IReadOnlyList<S3Object> List(Caller caller, string name, string prefix)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, "s3:ListBucket", bucket.Guarded, ("s3:prefix", prefix));
        return [.. bucket.Objects.Values.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(one => one.ToS3Object())];
    }

    /// <summary>An object, decrypted; null if there is none.</summary>
    public StoredObject? Get(Caller caller, string name, string key)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, "s3:GetObject", bucket.Object(key));
        if (bucket.Objects.GetValueOrDefault(key) is { KeyArn: { } keyArn } one)
        {
            Use(caller, "kms:Decrypt", keyArn, bucket, one.TrailArn);
        }

        return bucket.Objects.GetValueOrDefault(key);
    }

    public void Put(Caller caller, string name, string key, ReadOnlyMemory<byte> content)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, "s3:PutObject", bucket.Object(key));
        if (bucket.KeyArn is { } keyArn)
        {
            Use(caller, "kms:GenerateDataKey", keyArn, bucket, trailArn: null);
        }

        bucket.Objects[key] = new StoredObject(key, content.ToArray(), zone.Agenda.Now, bucket.KeyArn);
    }

    public void DeleteObject(Caller caller, string name, string key)
    {
        var bucket = Demand(name);
        zone.Access.Demand(caller, "s3:DeleteObject", bucket.Object(key));
        bucket.Objects.Remove(key);
    }

    private void Use(Caller caller, string action, string keyArn, BucketState bucket, string? trailArn)
    {
        var denial = zone.Keys.UseDenial(
            caller, action, keyArn, "s3", ("kms:EncryptionContext:aws:s3:arn", bucket.Arn), ("kms:EncryptionContext:aws:cloudtrail:arn", trailArn));
        if (denial is not null)
        {
            throw AwsFault.Denied(denial);
        }
    }

    private static void DemandOwnResources(BucketState bucket, PolicyDocument policy)
    {
        var own = (string one) => one == bucket.Arn || one.StartsWith($"{bucket.Arn}/", StringComparison.Ordinal);
        if (!PolicyText.Of(policy).Statements.All(statement => statement.Resources!.All(own)))
        {
            throw new AwsFault(MalformedPolicy, "Policy has invalid resource");
        }
    }
}
