using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class BytesTests
{
    private static readonly Gen<byte[]> _text = Gen.Byte[(byte)'a', (byte)'c'].Array[0, 150];

    [Fact]
    public void Two_texts_are_the_same_where_the_framework_says_so() => Gen.Select(_text, Gen.Int[-1, 149]).Sample(
        (text, place) =>
        {
            var other = text.ToArray();
            if (place >= 0 && place < other.Length)
            {
                other[place]++;
            }

            Bytes.AreSame(text, other).ShouldBe(text.AsSpan().SequenceEqual(other));
            Bytes.AreSame(text, text.AsSpan(text.Length / 2)).ShouldBe(text.Length < 2);
        });

    [Fact]
    public void One_text_is_in_another_where_the_framework_finds_it() => Gen.Select(_text, Gen.Byte[(byte)'a', (byte)'c'].Array[2, 7]).Sample(
        (text, wanted) => Bytes.Has(text, wanted).ShouldBe(text.AsSpan().IndexOf(wanted) >= 0));

    [Fact]
    public void What_stands_behind_the_text_is_not_looked_at()
    {
        byte[] text = [.. "0123456789012345678901234567890123456789:role/x"u8];

        Bytes.Has(text.AsSpan(0, 45), ":role/"u8).ShouldBeFalse();
        Bytes.Has(text.AsSpan(0, 46), ":role/"u8).ShouldBeTrue();
    }
}
