using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>Compares policies of tickets with what the tickets recommend. Where a ticket does not tell what a policy says, IAM is asked.</summary>
/// <param name="dig">Whose tickets they are.</param>
/// <param name="enter">Opens IAM of an account, to read.</param>
/// <param name="choice">A word of <see cref="ComparisonChoice"/>.</param>
/// <param name="policyNames">Patterns of the names or ARNs of policies; none for all.</param>
public sealed class PolicyComparer(IDig dig, Func<AccountId, CancellationToken, Task<IIam>> enter, string choice, IReadOnlyList<string> policyNames)
{
    // Without a region or credentials no account answers: that is told once, and not tried again.
    private bool _isCutOff;

    /// <summary>The policies of tickets, ticket by ticket, as they come; what is wrong with one is told, and the others go on.</summary>
    public async IAsyncEnumerable<SonraiPolicyComparison> CompareAsync(
        IReadOnlyList<SonraiTicket> tickets, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(problem);
        foreach (var chunk in tickets.Chunk(TicketChanger.BatchSize))
        {
            var lacking = chunk.Where(ticket => ticket.Evidence is null).ToArray();
            var detailed = lacking.Length == 0 ? [] : await dig.Tickets.WithDetailAsync(lacking, cancellationToken).ConfigureAwait(false);
            foreach (var ticket in chunk.Select(ticket => detailed.FirstOrDefault(one => one.Srn == ticket.Srn) ?? ticket))
            {
                await foreach (var comparison in CompareAsync(ticket, problem, cancellationToken).ConfigureAwait(false))
                {
                    yield return comparison;
                }
            }
        }
    }

    /// <summary>A policy that was recommended for, without a ticket.</summary>
    /// <exception cref="SonraiException"><c>PolicyMalformed</c>.</exception>
    public static SonraiPolicyComparison Compare(SonraiPolicyRecommendation recommendation, string choice)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        var (recommended, monitored) = (PolicyDocument.Join(recommendation.RecommendedPolicies), PolicyDocument.Join(recommendation.MonitoredPolicies));
        return new SonraiPolicyComparison
        {
            IdentityArn = recommendation.IdentityArn,
            PolicyName = recommendation.PolicyName,
            PolicyArn = recommendation.PolicyArn,
            Choice = choice,
            Advice = recommendation.Advice,
            OriginalPolicy = recommendation.OriginalPolicy,
            RecommendedPolicy = recommended,
            MonitoredPolicy = monitored,
            Statements = StatementAlignment.Align(
                recommendation.PolicyName, recommendation.OriginalPolicy, choice == ComparisonChoice.Monitored ? monitored : recommended),
            Actions = recommendation.Actions,
        };
    }

    /// <summary>What a remediation makes of a policy.</summary>
    public static SonraiPolicyComparison Compare(SonraiRemediation remediation, PolicyReplacement policy)
    {
        ArgumentNullException.ThrowIfNull(remediation);
        ArgumentNullException.ThrowIfNull(policy);
        var after = PolicyDocument.Join(policy.After);
        return new SonraiPolicyComparison
        {
            IdentityArn = remediation.IdentityArn,
            PolicyName = policy.Name,
            PolicyArn = policy.Arn,
            TicketSrn = remediation.TicketSrn,
            Choice = ComparisonChoice.Recommended,
            Advice = policy.Outcome,
            OriginalPolicy = policy.Before,
            RecommendedPolicy = after,
            Statements = StatementAlignment.Align(policy.Name, policy.Before, after),
        };
    }

    private async IAsyncEnumerable<SonraiPolicyComparison> CompareAsync(
        SonraiTicket ticket, Action<Problem> problem, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ticket.Evidence is not { Count: > 0 } evidence)
        {
            problem(RemediationProblems.NoEvidence(ticket));
            yield break;
        }

        List<PolicyEvidence> meant = [.. evidence.Where(IsMeant)];
        if (meant.Count == 0 && policyNames.Any(name => name.AsSpan().IndexOfAny('*', '?') < 0))
        {
            problem(RemediationProblems.PolicyNotInTicket(ticket, policyNames, evidence.Select(one => one.PolicyName)));
        }

        foreach (var one in meant)
        {
            // What IAM does not tell leaves the left side empty: the right one is worth seeing all the same.
            var original = one.OriginalPolicy;
            try
            {
                original ??= _isCutOff ? null : await LiveAsync(one, cancellationToken).ConfigureAwait(false);
            }
            catch (SonraiException failure)
            {
                _isCutOff = failure.Problem.Kind is ProblemKind.NotConnected;
                problem(failure.Problem with { Target = ticket });
            }

            SonraiPolicyComparison? comparison = null;
            try
            {
                comparison = Compare(ticket, one, original);
            }
            catch (SonraiException malformed)
            {
                problem(malformed.Problem with { Target = ticket });
            }

            if (comparison is not null)
            {
                yield return comparison;
            }
        }
    }

    private SonraiPolicyComparison Compare(SonraiTicket ticket, PolicyEvidence evidence, string? original) => new()
    {
        IdentityArn = evidence.IdentityArn ?? ticket.ResourceSrn ?? "",
        PolicyName = evidence.PolicyName,
        PolicyArn = evidence.PolicyArn,
        TicketSrn = ticket.Srn,
        Choice = choice,
        Advice = evidence.Advice,
        OriginalPolicy = original,
        RecommendedPolicy = evidence.RecommendedPolicy,
        MonitoredPolicy = evidence.MonitoredPolicy,
        Statements = StatementAlignment.Align(
            evidence.PolicyName, original, choice == ComparisonChoice.Monitored ? evidence.MonitoredPolicy : evidence.RecommendedPolicy),
        Actions = evidence.Actions,
    };

    /// <summary>What IAM says that the policy says.</summary>
    private async Task<string> LiveAsync(PolicyEvidence evidence, CancellationToken cancellationToken)
    {
        var holder = evidence.IdentityArn ?? throw new SonraiException(RemediationProblems.NotAnIdentity(evidence.PolicyName));
        var identity = IamArn.IdentityOf(holder);
        var iam = await enter(IamArn.AccountOf(holder), cancellationToken).ConfigureAwait(false);
        if (evidence.PolicyArn is not { } arn)
        {
            return (await iam.IdentityPolicies.GetInlineAsync(identity, evidence.PolicyName, cancellationToken).ConfigureAwait(false))?.Document.Json
                ?? throw new SonraiException(RemediationProblems.PolicyGone(holder, evidence.PolicyName));
        }

        var policy = await iam.Policies.GetAsync(arn, cancellationToken).ConfigureAwait(false) ?? throw new SonraiException(RemediationProblems.PolicyGone(holder, arn));
        return (await iam.Policies.GetVersionAsync(arn, policy.DefaultVersionId, cancellationToken).ConfigureAwait(false))?.Document?.Json
            ?? throw new SonraiException(RemediationProblems.PolicyGone(holder, arn));
    }

    private bool IsMeant(PolicyEvidence evidence) => policyNames.Count == 0 || policyNames.Any(pattern =>
        FileSystemName.MatchesSimpleExpression(pattern, evidence.PolicyName, ignoreCase: true)
        || (evidence.PolicyArn is { } arn && FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: true)));
}
