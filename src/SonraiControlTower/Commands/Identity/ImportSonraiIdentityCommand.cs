using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>
/// Tells the local engine which identities there are and what their policies say: from files that the AWS CLI wrote, or from IAM of the accounts
/// themselves, through the collector's role.
/// </summary>
[Cmdlet(VerbsData.Import, "SonraiIdentity", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SonraiIdentityImport))]
public sealed class ImportSonraiIdentityCommand : PathCmdlet, IBackgroundCommand
{
    private const string AccountSet = "Account";
    private const string IdSet = "AccountId";
    private const string OrganizationSet = "Organization";

    private const string PolicyAction = "Read the policies of the organization";

    private readonly AccountIdPipeline _pipeline = new();
    private readonly List<AccountId> _accounts = [];

    [Parameter(Mandatory = true, ParameterSetName = AccountSet, ValueFromPipeline = true)]
    public OrgAccount[]? Account { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowEmptyString]
    public string[]? AccountId { get; set; }

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ValidatePattern(IamNames.Path)]
    public string RolePath { get; set; } = "/";

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, ParameterSetName = OrganizationSet)]
    public SwitchParameter OrganizationPolicies { get; set; }

    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = IdSet)]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override Problem NotFound(string path) => IdentityProblems.NotFound(path);

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        TakePaths("Read identities and their policies");
        foreach (var account in Account ?? [])
        {
            Take(account.AccountId, account);
        }

        foreach (var text in AccountId ?? [])
        {
            Take(text, null);
        }

        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await ImportFilesAsync(cancellationToken);
        if (OrganizationPolicies)
        {
            await ImportPoliciesAsync(cancellationToken);
        }

        await ImportAccountsAsync(cancellationToken);
    }

    private void Take(string text, object? given)
    {
        var (id, problem) = _pipeline.Read(text);
        if (id is not { } account)
        {
            WriteProblem(problem!, given ?? text);
        }
        else if (ShouldProcess($"{given ?? account}", "Read identities and their policies from IAM"))
        {
            _accounts.Add(account);
        }
    }

    private async Task ImportFilesAsync(CancellationToken cancellationToken)
    {
        var identities = Session.Analysis.Identities;
        var read = 0;
        foreach (var path in Paths)
        {
            try
            {
                await ListenAsync<object, bool>(
                    async tell =>
                    {
                        await foreach (var import in identities.ImportAsync(path, tell, cancellationToken).ConfigureAwait(false))
                        {
                            tell(import);
                        }

                        return true;
                    },
                    news => Show(news, $"{++read} files"),
                    cancellationToken);
            }
            catch (SonraiException missing) when (missing.Problem.Kind == ProblemKind.NotFound)
            {
                WriteProblem(missing.Problem, path);
            }
        }
    }

    private async Task ImportPoliciesAsync(CancellationToken cancellationToken)
    {
        var organizations = await Session.Aws.OpenOrganizationsAsync(SettledAccess, cancellationToken);
        var organization = await organizations.DescribeOrganizationAsync(cancellationToken);
        if (ShouldProcess(organization.Id, PolicyAction))
        {
            var policies = await new OrganizationPoliciesReader(organizations).ReadAsync(cancellationToken);
            var identities = Session.Analysis.Identities;
            await ListenAsync<object, bool>(
                async tell =>
                {
                    tell(await identities.ImportAsync(policies, organization.Arn, tell, cancellationToken).ConfigureAwait(false));
                    return true;
                },
                news => Show(news, organization.Id),
                cancellationToken);
        }
    }

    private async Task ImportAccountsAsync(CancellationToken cancellationToken)
    {
        if (_accounts.Count == 0)
        {
            return;
        }

        var plan = new AccountReadingPlan
        {
            RoleName = RoleName,
            RolePath = RolePath,
            ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
            CollectorAccount = CollectorAccount is null ? null : SonraiControlTower.AccountId.Parse(CollectorAccount),
            ExecutionRoleName = ExecutionRoleName,
            ThrottleLimit = ThrottleLimit,
        };
        using var reader = new AccountReader(Session.Aws, SettledAccess, plan, Session.Analysis.Identities, Session.AwsClock);
        var read = 0;
        await foreach (var reading in reader.ReadAsync(_accounts, cancellationToken))
        {
            read++;
            foreach (var problem in reading.Problems)
            {
                WriteProblem(problem, problem.Target);
            }

            if (reading.Import is { } import)
            {
                Show(import, $"{read} of {_accounts.Count} accounts");
            }
        }
    }

    private void Show(object news, string progress)
    {
        if (news is Problem problem)
        {
            WriteProblem(problem, problem.Target);
            return;
        }

        Progress.Report("Reading identities", progress);
        WriteObject(news);
    }
}
