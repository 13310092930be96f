using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>Tells estates apart by what they say: the same identities imported once more are no news.</summary>
internal static class EstateFingerprint
{
    public static string Of(Estate estate)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var known = new Dictionary<Policy, int>(ReferenceEqualityComparer.Instance);
        foreach (var account in estate.Accounts)
        {
            foreach (var level in account.Guardrails.ServiceControl.Concat(account.Guardrails.ResourceControl))
            {
                Add(hash, known, level);
            }

            foreach (var principal in account.Principals.Concat(account.Groups))
            {
                Add(hash, string.Create(CultureInfo.InvariantCulture, $"{principal.Arn} {principal.CreatedAt.UtcTicks} {principal.LastUsedAt?.UtcTicks}"));
                Add(hash, known, principal.OwnPolicies);
                Add(hash, known, principal.GroupPolicies);
                Add(hash, known, principal.Boundary is { } boundary ? [boundary] : []);
                Add(hash, known, principal.Trust);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, Dictionary<Policy, int> known, IReadOnlyList<HeldPolicy> policies)
    {
        foreach (var policy in policies)
        {
            Add(hash, policy.Arn ?? policy.Name);
            Add(hash, known, policy.Policy);
        }

        Add(hash, "/");
    }

    /// <summary>A policy that thousands have is written once, and from then on by its number.</summary>
    private static void Add(IncrementalHash hash, Dictionary<Policy, int> known, Policy? policy)
    {
        if (policy is null)
        {
            Add(hash, "-");
            return;
        }

        if (known.TryGetValue(policy, out var number))
        {
            Add(hash, number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        known.Add(policy, known.Count);
        Add(hash, policy.Json);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
