using System.Runtime.InteropServices;

namespace SonraiControlTower.Engine;

/// <summary>Actions that the same statements are about, so that one answer does for all of them.</summary>
internal sealed class ActionBlocks
{
    private const int Bits = 64;

    private ActionBlocks(List<ActionBlock> blocks) => All = blocks;

    public IReadOnlyList<ActionBlock> All { get; }

    /// <summary>Sorts actions by the statements that are about them.</summary>
    public static ActionBlocks Of(ActionSet actions, List<LiveStatement> statements, CallerLayers layers)
    {
        var sets = statements.ConvertAll(statement => statement.Actions.Actions);
        var words = new ulong[(statements.Count + Bits - 1) / Bits];
        var blocks = new List<ActionBlock>();
        var known = new Dictionary<string, ActionBlock>(StringComparer.Ordinal);
        var bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var action in actions.Actions())
        {
            words.AsSpan().Clear();
            for (var i = 0; i < sets.Count; i++)
            {
                if (sets[i][action] && layers.IsAbout(statements[i], action))
                {
                    words[i / Bits] |= 1UL << (i % Bits);
                }
            }

            // The bits as text: a key that a dictionary can look up without copying it.
            var signature = MemoryMarshal.Cast<ulong, char>(words);
            if (!bySpan.TryGetValue(signature, out var block))
            {
                block = new ActionBlock(statements.Where((_, i) => (words[i / Bits] >> (i % Bits) & 1) != 0).ToList());
                bySpan[signature] = block;
                blocks.Add(block);
            }

            block.Actions.Add(action);
        }

        return new ActionBlocks(blocks);
    }
}

/// <summary>A block.</summary>
/// <param name="Statements">What is about its actions.</param>
internal sealed record ActionBlock(List<LiveStatement> Statements)
{
    public List<int> Actions { get; } = [];
}
