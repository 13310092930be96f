using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class TextStructureTests
{
    private static readonly Gen<byte[]> _text = Gen.Int[0, 8].Select(one => "\"\\{}[]aaa"u8[one]).Array[1, 400];

    [Fact]
    public void It_finds_what_one_finds_byte_by_byte() => Gen.Select(_text, _text).Sample(
        (before, text) =>
        {
            var structure = new TextStructure();

            // Nothing of a longer or shorter text may be left.
            structure.Read(before);
            structure.Read(text);

            var (quotes, outside) = Plainly(text);
            for (var place = 0; place < text.Length; place++)
            {
                var next = quotes.FindIndex(quote => quote > place);
                structure.EndOfString(place).ShouldBe(next < 0 ? -1 : quotes[next]);
                if (text[place] is (byte)'{' or (byte)'[')
                {
                    structure.Close(place).ShouldBe(ClosePlainly(text, outside, place));
                }
                else if (text[place] == '\\')
                {
                    structure.MayHaveBackslash(place, place).ShouldBeTrue();
                }
            }
        },
        iter: 3_000);

    /// <summary>The quotes that no backslash escapes, and which bytes are outside of strings.</summary>
    private static (List<int> Quotes, bool[] Outside) Plainly(byte[] text)
    {
        var (quotes, outside) = (new List<int>(), new bool[text.Length]);
        var isInString = false;
        for (var place = 0; place < text.Length; place++)
        {
            outside[place] = !isInString;
            if (text[place] == '\\')
            {
                if (++place < text.Length)
                {
                    outside[place] = !isInString;
                }
            }
            else if (text[place] == '"')
            {
                quotes.Add(place);
                isInString = !isInString;
            }
        }

        return (quotes, outside);
    }

    private static int ClosePlainly(byte[] text, bool[] outside, int open)
    {
        if (!outside[open])
        {
            return -1;
        }

        var depth = 0;
        for (var place = open; place < text.Length; place++)
        {
            depth += !outside[place] ? 0 : text[place] is (byte)'{' or (byte)'[' ? 1 : text[place] is (byte)'}' or (byte)']' ? -1 : 0;
            if (depth == 0)
            {
                return place;
            }
        }

        return -1;
    }
}
