using System.Text;
using CsCheck;

namespace SonraiControlTower.Engine.Tests.Identity;

/// <summary>Files that were damaged on their way: whatever is in them, they are read or told of, and never half taken.</summary>
public sealed class MutationTests
{
    [Fact]
    public void A_changed_byte_neither_breaks_nor_hangs_the_reading()
    {
        var good = Encoding.UTF8.GetBytes(AccountFiles.Details);

        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 2]).Array[1, 4].Sample(changes =>
        {
            var bytes = good.ToList();
            foreach (var (at, value, kind) in changes)
            {
                switch (kind)
                {
                    case 0:
                        bytes[Math.Min(at, bytes.Count - 1)] = value;
                        break;
                    case 1:
                        bytes.Insert(Math.Min(at, bytes.Count), value);
                        break;
                    default:
                        bytes.RemoveRange(Math.Min(at, bytes.Count - 1), 1);
                        break;
                }
            }

            var file = IdentityFile.Parse("a.json", [.. bytes], new PolicyDocuments());

            (file.Details is not null || file.Organization is not null || file.Problems.Count > 0).ShouldBeTrue();
        }, iter: 2000);
    }

    [Fact]
    public void A_file_that_breaks_off_is_told_of()
    {
        var good = Encoding.UTF8.GetBytes(AccountFiles.Details);

        for (var length = 0; length < good.AsSpan().LastIndexOf((byte)'}'); length += 7)
        {
            IdentityFile.Parse("a.json", good[..length], new PolicyDocuments()).Problems.ShouldHaveSingleItem().Id.ShouldBe(length == 0 ? "IdentityFileForeign" : "IdentityFileUnreadable");
        }
    }
}
