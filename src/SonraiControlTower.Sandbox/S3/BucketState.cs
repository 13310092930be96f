namespace SonraiControlTower.Sandbox;

/// <summary>An object as it is kept.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ModifiedAt">When it was written.</param>
/// <param name="KeyArn">The KMS key that it is encrypted with; null for S3's own.</param>
/// <param name="TrailArn">The trail that wrote it, which is in its encryption context; null for nobody's.</param>
internal sealed record StoredObject(string Key, ReadOnlyMemory<byte> Content, DateTimeOffset ModifiedAt, string? KeyArn, string? TrailArn = null)
{
    public S3Object ToS3Object() => new(Key, Content.Length, ModifiedAt);
}

/// <summary>A bucket.</summary>
internal sealed class BucketState(string name, string arn, AccountId owner, string region)
{
    private Func<IEnumerable<StoredObject>>? _later;

    public string Name => name;

    public string Arn => arn;

    public AccountId Owner => owner;

    public string Region => region;

    public PolicyDocument? Policy { get; set; }

    public bool BlocksPublicAccess { get; set; }

    /// <summary>The KMS key that what is written without saying is encrypted with; null for S3's own.</summary>
    public string? KeyArn { get; set; }

    public SortedDictionary<string, StoredObject> Objects
    {
        get
        {
            if (_later is { } fill)
            {
                _later = null;
                foreach (var one in fill())
                {
                    field.Add(one.Key, one);
                }
            }

            return field;
        }
    } = new(StringComparer.Ordinal);

    /// <summary>Puts objects in, once somebody looks for objects.</summary>
    public void FillLater(Func<IEnumerable<StoredObject>> objects) => _later = objects;

    public Guarded Guarded => new(arn, owner, Policy);

    public Guarded Object(string key) => new($"{arn}/{key}", owner, Policy);
}
