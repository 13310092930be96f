namespace SonraiControlTower;

/// <summary>The text that a secret keeps. It prints as a placeholder; only <see cref="Reveal"/> gives the text.</summary>
public sealed class SecretText
{
    private readonly string _text;

    public SecretText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The text itself (SecretString).</summary>
    public string Reveal() => _text;

    public override string ToString() => "(secret)";
}
