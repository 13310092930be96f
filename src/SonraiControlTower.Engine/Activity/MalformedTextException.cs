namespace SonraiControlTower.Engine;

/// <summary>A text is no JSON from some place on.</summary>
/// <param name="offset">The place, in bytes from where the reading began.</param>
/// <param name="cause">What the reader said.</param>
internal sealed class MalformedTextException(long offset, Exception? cause) : Exception(cause?.Message, cause)
{
    public long Offset => offset;
}
