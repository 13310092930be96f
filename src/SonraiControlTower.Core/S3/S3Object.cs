namespace SonraiControlTower;

/// <summary>
/// An object of Amazon S3 without its content
/// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object</see>).
/// </summary>
/// <param name="Key">Its key in the bucket.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ModifiedAt">When it was written.</param>
public sealed record S3Object(string Key, long Size, DateTimeOffset ModifiedAt);

/// <summary>A bucket of Amazon S3.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region that it is in; null where AWS does not say.</param>
public sealed record S3Bucket(string Name, string? Region);
