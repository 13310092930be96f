using System.Globalization;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.StandIn;

/// <summary>The tickets of the stand-in: over a few accounts, in each of the four frameworks, with the evidence that a bot would be given.</summary>
internal static class StandInTickets
{
    private const int Accounts = 5;

    public static IReadOnlyList<string> AddTo(DigContractServer dig, int count, string swimlane)
    {
        var frameworks = dig.AddLeastPrivilege();
        return dig.AddTickets(count, number => Seed(number, frameworks[number % frameworks.Count], swimlane));
    }

    private static ContractTicketSeed Seed(int number, string framework, string swimlane)
    {
        var account = string.Create(CultureInfo.InvariantCulture, $"{1 + (number % Accounts):D12}");
        var role = string.Create(CultureInfo.InvariantCulture, $"app-{number:D5}");
        return new ContractTicketSeed
        {
            Account = account,
            ResourceName = role,
            FrameworkSrn = framework,
            SwimlaneSrns = [swimlane],
            Evidence = Evidence(account, role),
        };
    }

    private static string Evidence(string account, string role) => $$$"""
        {"srn":"srn:aws:iam::{{{account}}}/Role/Role/{{{role}}}","resourceId":"arn:aws:iam::{{{account}}}:role/{{{role}}}","data":[{
        "resourceId":"arn:aws:iam::{{{account}}}:role/{{{role}}}",
        "policySrn":"srn:aws:iam::{{{account}}}/Policy/ManagedPolicy/{{{role}}}",
        "policyResourceId":"arn:aws:iam::{{{account}}}:policy/{{{role}}}",
        "policy":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}]}}]}
        """;
}
