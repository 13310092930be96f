namespace SonraiControlTower;

/// <summary>The text of an API token. It prints as a placeholder; only <see cref="Reveal"/> gives the text.</summary>
public sealed class ApiToken
{
    private readonly string _text;

    public ApiToken(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _text = text.Trim();
    }

    /// <summary>The token itself, for the Authorization header and for the user who asked for plain text.</summary>
    public string Reveal() => _text;

    public override string ToString() => "(API token)";
}
