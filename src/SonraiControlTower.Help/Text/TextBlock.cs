namespace SonraiControlTower.Help.Text;

/// <summary>Lines that belong together; a blank line goes between one block and the next.</summary>
internal sealed record TextBlock(IReadOnlyList<TextLine> Lines)
{
    public override string ToString() => string.Join('\n', Lines);
}

/// <summary>One line of text before it is wrapped.</summary>
/// <param name="Text">The text.</param>
/// <param name="Indent">How many columns it is moved to the right.</param>
/// <param name="Hanging">How many more columns its further lines are moved once it is wrapped.</param>
/// <param name="Verbatim">True for code, which must not be wrapped.</param>
/// <param name="PageLine">Where it stands in the page.</param>
internal sealed record TextLine(string Text, int Indent = 0, int Hanging = 0, bool Verbatim = false, int PageLine = 1)
{
    public override string ToString() => Text.Length == 0 ? "" : new string(' ', Indent) + Text;
}
