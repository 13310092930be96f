using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Opaque NextTokens: each stands for a position in one listing and is sealed, so that one which was made up, or belongs to another operation
/// or parent, is refused as AWS refuses it.
/// </summary>
internal sealed class NextTokens
{
    private const int Length = sizeof(int) + HMACSHA256.HashSizeInBytes;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(string operation, string? parentId, int position)
    {
        var sealedPosition = new byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(sealedPosition, position);
        Seal(operation, parentId, position).CopyTo(sealedPosition.AsSpan(sizeof(int)));
        return Base64Url.EncodeToString(sealedPosition);
    }

    /// <summary>The position a token stands for; the beginning without one.</summary>
    /// <exception cref="SonraiException"><c>AwsRefused</c>: INVALID_NEXT_TOKEN.</exception>
    public int Read(string operation, string? parentId, string? token)
    {
        if (token is null)
        {
            return 0;
        }

        if (Base64Url.IsValid(token, out var length) && length == Length)
        {
            var sealedPosition = Base64Url.DecodeFromChars(token);
            var position = BinaryPrimitives.ReadInt32BigEndian(sealedPosition);
            if (CryptographicOperations.FixedTimeEquals(Seal(operation, parentId, position), sealedPosition.AsSpan(sizeof(int))))
            {
                return position;
            }
        }

        throw new SonraiException(AwsProblems.Refused(
            operation, "InvalidInputException", "INVALID_NEXT_TOKEN: get the value for the NextToken parameter from the response to a previous call."));
    }

    private byte[] Seal(string operation, string? parentId, int position) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{operation} {parentId} {position}"));
}
