using System.Text.Json;

namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>Writes what AWS Organizations would answer about an estate.</summary>
internal sealed class WireAnswers(WireEstate estate)
{
    private const string ArnStart = $"arn:aws:organizations::{WireEstate.ManagementAccountId}:";
    private const double Joined = 1767225600.123;

    /// <summary>Writes the answer; false if the operation or the parent is not known.</summary>
    public bool TryWrite(WireRequest request, Utf8JsonWriter json)
    {
        switch (request.Operation)
        {
            case "DescribeOrganization":
                WriteOrganization(json);
                return true;
            case "ListRoots":
                WirePage.Write(json, "Roots", request.NextToken, 1, _ => WriteUnit(json, WireEstate.RootId, "Root"));
                return true;
            case "ListAccounts":
                WirePage.Write(json, "Accounts", request.NextToken, estate.Accounts, account => WriteAccount(json, account));
                return true;
            case "ListAccountsForParent" when estate.IsParent(request.ParentId ?? ""):
                WriteAccountsOf(request, json);
                return true;
            case "ListOrganizationalUnitsForParent" when estate.IsParent(request.ParentId ?? ""):
                WriteUnitsOf(request, json);
                return true;
            default:
                return false;
        }
    }

    private static void WriteOrganization(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("Organization");
        json.WriteString("Id", WireEstate.OrganizationId);
        json.WriteString("Arn", $"{ArnStart}organization/{WireEstate.OrganizationId}");
        json.WriteString("MasterAccountId", WireEstate.ManagementAccountId);
        json.WriteString("FeatureSet", "ALL");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteAccountsOf(WireRequest request, Utf8JsonWriter json)
    {
        var holder = estate.HolderOf(request.ParentId!);
        var count = holder is { } first ? (estate.Accounts - first + estate.Holders - 1) / estate.Holders : 0;
        WirePage.Write(json, "Accounts", request.NextToken, count, item => WriteAccount(json, holder!.Value + (item * estate.Holders)));
    }

    private void WriteUnitsOf(WireRequest request, Utf8JsonWriter json)
    {
        var units = estate.UnitsBelow(request.ParentId!).ToArray();
        WirePage.Write(json, "OrganizationalUnits", request.NextToken, units.Length, item =>
        {
            var path = estate.UnitPaths[units[item]];
            WriteUnit(json, WireEstate.UnitId(units[item]), path[(path.LastIndexOf('/') + 1)..]);
        });
    }

    private static void WriteUnit(Utf8JsonWriter json, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("Id", id);
        json.WriteString("Name", name);
        json.WriteEndObject();
    }

    private void WriteAccount(Utf8JsonWriter json, int number)
    {
        var id = WireEstate.AccountId(number);
        json.WriteStartObject();
        json.WriteString("Id", id);
        json.WriteString("Arn", $"{ArnStart}account/{WireEstate.OrganizationId}/{id}");
        json.WriteString("Name", $"account-{number:D5}");
        json.WriteString("Email", $"account-{number:D5}@example.com");
        json.WriteString("State", estate.StateOf(number));
        json.WriteString("JoinedMethod", "CREATED");
        json.WriteNumber("JoinedTimestamp", Joined);
        json.WriteEndObject();
    }
}
