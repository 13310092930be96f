using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// Reads what <c>aws iam get-account-authorization-details</c> writes, straight from the bytes
/// (<see href="https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html">its output</see>). Several pages may
/// follow each other, or stand in an array; members that it does not know are skipped.
/// </summary>
/// <param name="text">The file, in UTF-8.</param>
/// <param name="documents">Where policies are looked up.</param>
/// <param name="problem">Is told of policies that cannot be understood; these are left out.</param>
internal sealed class AuthorizationDetailsReader(byte[] text, PolicyDocuments documents, Action<Problem> problem)
{
    private readonly PolicySlices _slices = new(text, documents, problem);
    private readonly List<IdentityDraft> _identities = [];
    private readonly List<ManagedDraft> _policies = [];

    /// <exception cref="FormatException">The file is no such output.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public AuthorizationDetails Read()
    {
        var json = new Utf8JsonReader(text, JsonFile.Options);
        while (json.Read())
        {
            if (json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray) && json.Begins(JsonTokenType.StartObject))
            {
                ReadPage(ref json);
            }
        }

        return new AuthorizationDetails(_identities, _policies);
    }

    private void ReadPage(ref Utf8JsonReader json)
    {
        while (json.Member())
        {
            if (json.Is("UserDetailList"u8))
            {
                ReadIdentities(ref json, IamKind.User);
            }
            else if (json.Is("GroupDetailList"u8))
            {
                ReadIdentities(ref json, IamKind.Group);
            }
            else if (json.Is("RoleDetailList"u8))
            {
                ReadIdentities(ref json, IamKind.Role);
            }
            else if (json.Is("Policies"u8))
            {
                ReadPolicies(ref json);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void ReadIdentities(ref Utf8JsonReader json, string kind)
    {
        if (!json.Begins(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.Item())
        {
            var draft = IdentityReader.Read(ref json, kind, _slices);
            _identities.Add(draft.Arn.Length > 0 ? draft : throw Nameless(json, kind));
        }
    }

    private void ReadPolicies(ref Utf8JsonReader json)
    {
        if (!json.Begins(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.Item())
        {
            _policies.Add(ManagedReader.Read(ref json, _slices) ?? throw Nameless(json, "Policy"));
        }
    }

    private static FormatException Nameless(in Utf8JsonReader json, string kind) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the {kind} that ends at byte {json.TokenStartIndex} has no Arn."));
}
