using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>The files of records in a bucket of S3.</summary>
/// <param name="s3">S3 as somebody who may list the bucket and read its objects.</param>
/// <param name="bucket">The bucket.</param>
public sealed class TrailFiles(IS3 s3, string bucket)
{
    /// <summary>
    /// The files, in the order of their keys. Accounts and days are told by the folders of CloudTrail's own layout, so that of a trail of years nothing
    /// but the folders above and the days that are asked for is listed.
    /// </summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>, or what AWS says.</exception>
    public async IAsyncEnumerable<LogFile> ListAsync(TrailFilesQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var objects = query.IsByFolder
            ? DescendAsync(query.Prefix, query, cancellationToken)
            : s3.ListObjectsAsync(bucket, query.Prefix, cancellationToken);
        await foreach (var one in objects.ConfigureAwait(false))
        {
            if (TrailLayout.IsOfRecords(one.Key))
            {
                yield return new LogFile($"s3://{bucket}/{one.Key}", one.Size) { OpenAsync = stop => s3.OpenObjectAsync(bucket, one.Key, stop) };
            }
        }
    }

    private async IAsyncEnumerable<S3Object> DescendAsync(
        string path, TrailFilesQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (TrailLayout.RegionFolder(path) is { } region)
        {
            await foreach (var one in DaysAsync(path, region, query, cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }

            yield break;
        }

        await foreach (var folder in s3.ListFoldersAsync(bucket, path, cancellationToken).ConfigureAwait(false))
        {
            if (!TrailLayout.IsWanted(folder, query.Accounts))
            {
                continue;
            }

            await foreach (var one in DescendAsync(folder, query, cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }
        }
    }

    /// <summary>Keys below a region are in the order of their days, so one listing that begins and ends in time has them all.</summary>
    private IAsyncEnumerable<S3Object> DaysAsync(string path, string region, TrailFilesQuery query, CancellationToken cancellationToken)
    {
        var objects = query.From is { } from
            ? s3.ListObjectsAfterAsync(bucket, path, TrailLayout.Day(region, from), cancellationToken)
            : s3.ListObjectsAsync(bucket, path, cancellationToken);
        return query.To is { } to && to < DateOnly.MaxValue
            ? objects.TakeWhile(one => string.CompareOrdinal(one.Key, TrailLayout.Day(region, to.AddDays(1))) < 0)
            : objects;
    }
}
