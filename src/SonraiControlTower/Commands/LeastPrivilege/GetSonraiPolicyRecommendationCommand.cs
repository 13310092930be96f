using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Tells what identities need of each of their policies, and gives the policies that say no more than that.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiPolicyRecommendation")]
[OutputType(typeof(SonraiPolicyRecommendation))]
public sealed class GetSonraiPolicyRecommendationCommand : PrincipalCmdlet
{
    private int _read;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityArn", "PrincipalArn", "ResourceArn", "Arn")]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    [PrincipalTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Identity { get; set; }

    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Policy { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string[]? AccountId { get; set; }

    [Parameter]
    [DaysTransformation]
    public TimeSpan Period { get; set; } = new RecommendationQuery().Period;

    [Parameter]
    [DaysTransformation]
    public TimeSpan GracePeriod { get; set; } = new RecommendationQuery().GracePeriod;

    private protected override string[]? Named => Identity;

    private protected override async Task GiveAsync(IReadOnlyList<string> principals, CancellationToken cancellationToken)
    {
        var query = new RecommendationQuery
        {
            Identities = principals,
            Policies = Policy ?? [],
            Accounts = AccountsOf(AccountId),
            Period = Period,
            GracePeriod = GracePeriod,
        };
        await foreach (var recommendation in Session.Analysis.Recommendations.ListAsync(query, cancellationToken))
        {
            Progress.Report("Recommending policies", $"{++_read} policies, now of {recommendation.IdentityArn}");
            WriteObject(recommendation);
        }
    }
}
