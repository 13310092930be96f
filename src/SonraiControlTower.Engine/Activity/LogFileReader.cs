using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// Reads files one after the other into a journal: compressed ones (told by their first bytes, not by their names) and plain ones. The memory it
/// needs does not grow with the file. Not for several threads.
/// </summary>
/// <param name="journal">Has the calls of the last file that was read.</param>
internal sealed class LogFileReader(CallJournal journal)
{
    /// <summary>Files up to this are read whole, so that one that was counted before need not be unpacked.</summary>
    public const int SmallFile = 8 << 20;

    /// <summary>No record is as long as this; CloudTrail's limit is 256 KB, and 1 MB for enriched events.</summary>
    public const int LongestRecord = 16 << 20;

    private const int Window = 256 << 10;
    private readonly RecordScan _scan = new();
    private byte[] _stored = new byte[Window];
    private byte[] _window = new byte[Window];

    /// <param name="file">The file.</param>
    /// <param name="isNew">Whether no file of this digest was counted; asked before a small file is unpacked, and after a large one was read.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async ValueTask<LogFileReading> ReadAsync(LogFile file, Func<UInt128, bool> isNew, CancellationToken cancellationToken)
    {
        journal.Clear();
        try
        {
            return file.Length > SmallFile
                ? await ReadLargeAsync(file, isNew, cancellationToken).ConfigureAwait(false)
                : await ReadSmallAsync(file, isNew, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            journal.Clear();
            return new(LogFileEnd.Unreadable, 0, file.Length, ActivityProblems.Unreadable(file.Name, fault.Message));
        }
    }

    private static async ValueTask<Stream> OpenAsync(LogFile file, CancellationToken cancellationToken) => file.Path is { } path
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan)
        : await file.OpenAsync!(cancellationToken).ConfigureAwait(false);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith([(byte)0x1F, (byte)0x8B]);

    private async ValueTask<LogFileReading> ReadSmallAsync(LogFile file, Func<UInt128, bool> isNew, CancellationToken cancellationToken)
    {
        var length = file.Path is { } path ? ReadAll(path) : await ReadAllAsync(file, cancellationToken).ConfigureAwait(false);
        if (length == 0)
        {
            return new(LogFileEnd.Damaged, 0, 0, ActivityProblems.Empty(file.Name));
        }

        var digest = XxHash128.HashToUInt128(_stored.AsSpan(0, length));
        if (!isNew(digest))
        {
            return new(LogFileEnd.Seen, digest, length);
        }

        using var rest = new MemoryStream(_stored, 0, length, writable: false);
        using var bytes = new StoredBytes(default, rest, IsGzip(_stored.AsSpan(0, length)), isDigested: false);
        var text = new LogText(journal, _scan);
        var (size, fault) = Unpack(bytes, IsGzip(_stored.AsSpan(0, length)), text, cancellationToken);
        return LogFileVerdict.Of(file, journal, text, size, fault) with { Digest = digest, Length = length };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadAll(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var filled = 0;
        while (true)
        {
            var read = RandomAccess.Read(handle, _stored.AsSpan(filled), filled);
            if (read == 0)
            {
                return filled;
            }

            filled += read;
            if (filled == _stored.Length)
            {
                Array.Resize(ref _stored, _stored.Length * 2);
            }
        }
    }

    private async ValueTask<int> ReadAllAsync(LogFile file, CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(file, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var filled = 0;
            while (true)
            {
                var read = await stream.ReadAsync(_stored.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return filled;
                }

                filled += read;
                if (filled == _stored.Length)
                {
                    Array.Resize(ref _stored, _stored.Length * 2);
                }
            }
        }
    }

    private async ValueTask<LogFileReading> ReadLargeAsync(LogFile file, Func<UInt128, bool> isNew, CancellationToken cancellationToken)
    {
        var stream = await OpenAsync(file, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var head = new byte[2];
            head = head[..await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)];
            using var bytes = new StoredBytes(head, stream, IsGzip(head), isDigested: true);
            var text = new LogText(journal, _scan);
            var (size, fault) = Unpack(bytes, IsGzip(head), text, cancellationToken);

            // What the reader did not want any more belongs to the file as well.
            while (bytes.Read(_stored) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var digest = bytes.Digest;
            if (!isNew(digest))
            {
                journal.Clear();
                return new(LogFileEnd.Seen, digest, file.Length);
            }

            return LogFileVerdict.Of(file, journal, text, size, fault) with { Digest = digest, Length = file.Length };
        }
    }

    /// <summary>Reads the text; gives its length, and what is wrong with its compression.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Size, string? Fault) Unpack(StoredBytes bytes, bool isGzip, LogText text, CancellationToken cancellationToken)
    {
        using var unpacked = isGzip ? new GZipStream(bytes, CompressionMode.Decompress, leaveOpen: true) : (Stream)bytes;
        var mark = StoredBytes.EndMark.Length;
        var ending = new byte[mark];
        long size = 0;
        var filled = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isFinal = false;
            string? fault = null;
            try
            {
                while (filled < _window.Length)
                {
                    var read = unpacked.Read(_window, filled, _window.Length - filled);
                    if (read == 0)
                    {
                        isFinal = true;
                        break;
                    }

                    Remember(ending, _window.AsSpan(filled, read));
                    filled += read;
                    size += read;
                }
            }
            catch (InvalidDataException)
            {
                fault = "its compressed data is damaged.";
            }

            if (isFinal && isGzip)
            {
                fault = ending.AsSpan().SequenceEqual(StoredBytes.EndMark) ? null : "its compressed data does not end as it should.";
                if (fault is null)
                {
                    // The mark is no text of the file. What of it is not in the window any more was passed as white space.
                    size -= mark;
                    filled -= Math.Min(mark, filled);
                }
            }

            var used = text.Read(_window.AsSpan(0, filled), isFinal);
            if (fault is not null || isFinal || text.Fault is not null)
            {
                return (size, fault);
            }

            _window.AsSpan(used, filled - used).CopyTo(_window);
            filled -= used;
            if (filled == _window.Length && !TryGrow())
            {
                text.Refuse("a record in it is longer than any of CloudTrail's.");
                return (size, null);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryGrow()
    {
        if (_window.Length >= LongestRecord)
        {
            return false;
        }

        Array.Resize(ref _window, _window.Length * 2);
        return true;
    }

    /// <summary>Keeps the last bytes of what was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Remember(Span<byte> ending, ReadOnlySpan<byte> read)
    {
        if (read.Length >= ending.Length)
        {
            read[^ending.Length..].CopyTo(ending);
            return;
        }

        ending[read.Length..].CopyTo(ending);
        read.CopyTo(ending[^read.Length..]);
    }
}
