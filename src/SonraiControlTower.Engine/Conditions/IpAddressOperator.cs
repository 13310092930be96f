using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SonraiControlTower.Engine;

/// <summary>An address, or a range of addresses as <c>203.0.113.0/24</c> or <c>2001:db8::/32</c>. The versions 4 and 6 never match each other.</summary>
internal sealed class IpAddressOperator : ConditionOperator
{
    private const int BitsOfByte = 8;

    public override string Name => "IpAddress";

    public override Predicate<string> Matching(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!TryParse(slash < 0 ? value : value[..slash], out var network))
        {
            return _ => false;
        }

        var wanted = network.GetAddressBytes();
        var bits = wanted.Length * BitsOfByte;
        if (slash >= 0
            && (!int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > wanted.Length * BitsOfByte))
        {
            return _ => false;
        }

        return found => TryParse(found, out var address) && Begins(address.GetAddressBytes(), wanted, bits);
    }

    private static bool Begins(byte[] address, byte[] network, int bits)
    {
        if (address.Length != network.Length)
        {
            return false;
        }

        var whole = bits / BitsOfByte;
        var rest = BitsOfByte - (bits % BitsOfByte);
        return address.AsSpan(0, whole).SequenceEqual(network.AsSpan(0, whole))
            && (rest == BitsOfByte || address[whole] >> rest == network[whole] >> rest);
    }

    /// <summary>.NET takes <c>1</c> for 0.0.0.1; an address of a request has all its parts.</summary>
    private static bool TryParse(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!)
        && (address.AddressFamily is AddressFamily.InterNetworkV6 || text.AsSpan().Count('.') == 3);
}
