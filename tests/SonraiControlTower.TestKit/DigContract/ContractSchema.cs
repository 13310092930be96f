using System.Globalization;
using System.Text.Json;
using GraphQL;
using GraphQL.Conversion;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace SonraiControlTower.TestKit;

/// <summary>The contract as an executable schema: the SDL file is the contract, the resolvers below are the tenant behind it.</summary>
public static class ContractSchema
{
    private static readonly Lazy<Schema> _bare = new(() => Build(Text(new DigContractOptions { OffersFindings = true }), static _ => { }));

    /// <summary>The contract's SDL, with those parts that the tenant has of the ones it may lack.</summary>
    public static string Text(DigContractOptions tenant) => string.Concat(Parts(tenant).Select(Read));

    /// <summary>What the contract has against a document; nothing where it is valid.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(string document)
    {
        var parsed = Parser.Parse(document);
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = _bare.Value,
            Document = parsed,
            Variables = Inputs.Empty,
            Operation = parsed.Definitions.OfType<GraphQLOperationDefinition>().Single(),
        });

        // A document is judged without values for its variables.
        return [.. result.Errors.Where(error => error is not InvalidVariableError).Select(error => error.Message)];
    }

    internal static ISchema Over(ContractTenant tenant) => Build(Text(tenant.Options), types =>
    {
        var options = tenant.Options;
        Field(types, "Query", "PlatformAccounts", context => tenant.FindCollectors(context));
        Field(types, "Query", "PlatformCloudAccounts", context => tenant.FindAccounts(context));
        Field(types, "Query", "SonraiUserTokens", _ => new ContractCard([.. tenant.Tokens.Listed]));
        Field(types, "Mutation", "GenerateSonraiUserToken", context => tenant.IssueToken(context));
        Field(types, "Mutation", "CreatePlatformcloudaccount", context => tenant.Register(context));
        Field(types, "Mutation", "DeletePlatformcloudaccount", context => tenant.Unregister(context.GetArgument<string>("srn")));
        if (options.OffersTokenRemoval)
        {
            Field(types, "Mutation", "DeleteSonraiUserToken", context => tenant.RemoveToken(context.GetArgument<string>("srn")));
        }

        if (options.OffersAccountUpdate)
        {
            Field(types, "Mutation", "UpdatePlatformcloudaccount", context => tenant.Change(context));
        }

        if (options.OffersBots)
        {
            ConfigureBots(types, tenant);
        }

        if (options.OffersTickets)
        {
            TicketFields.AddTo(types, tenant);
            TicketMutations.AddTo(types, tenant);
        }

        if (options.OffersFindings)
        {
            FindingFields.AddTo(types, tenant);
            FindingMutations.AddTo(types, tenant);
        }

        FrameworkFields.AddTo(types, tenant);
        PlatformFields.AddTo(types, tenant);
        string[] cards =
        [
            "PlatformAccountCard", "PlatformCloudAccountCard", "SwimlaneCard", "ControlFrameworkCard", "ControlPolicyCard", "SonraiUsersCard",
            "SonraiAuditLogCard", "SearchCard",
        ];
        foreach (var card in cards)
        {
            ConfigureCard(types, card, options);
        }

        Field(types, "SonraiUserTokenCard", "items", context => ((ContractCard)context.Source!).Found);

        Field<ContractCollector>(types, "PlatformAccount", "name", one => one.Name);
        Field<ContractCollector>(types, "PlatformAccount", "srn", one => one.Srn);
        Field<ContractCollector>(types, "PlatformAccount", "cloudType", one => one.CloudType);
        Field(types, "PlatformAccount", "containsCloudAccount", context => ContractCard.Of(
            tenant.Accounts.Accounts(one => one.Collector == (ContractCollector)context.Source!), context, options));

        Field<ContractAccount>(types, "PlatformCloudAccount", "srn", one => one.Srn);
        Field<ContractAccount>(types, "PlatformCloudAccount", "name", one => one.Number);
        Field<ContractAccount>(types, "PlatformCloudAccount", "resourceId", one => one.Srn[(one.Srn.LastIndexOf('/') + 1)..]);
        Field<ContractAccount>(types, "PlatformCloudAccount", "cloudType", one => one.CloudType);
        Field<ContractAccount>(types, "PlatformCloudAccount", "blob", one => options.BlobAsText ? one.Blob : JsonElement.Parse(one.Blob));

        Field<ContractToken>(types, "SonraiUserToken", "name", one => one.Name);
        Field<ContractToken>(types, "SonraiUserToken", "srn", one => one.Srn);
        Field<ContractToken>(types, "SonraiUserToken", "resourceId", one => one.Srn[(one.Srn.LastIndexOf('/') + 1)..]);
        Field<ContractToken>(types, "SonraiUserToken", "createdDate", one => one.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
        Field<ContractToken>(types, "SonraiUserToken", "expireAt", one => one.ExpireAt(options));
        Field<ContractToken>(types, "GeneratedSonraiUserToken", "expireAt", one => one.ExpireAt(options));
        Field<ContractToken>(types, "GeneratedSonraiUserToken", "token", one => one.Text);
        Field<ContractToken>(types, "GeneratedSonraiUserToken", "name", one => one.Name);
    });

    private static IEnumerable<string> Parts(DigContractOptions tenant)
    {
        (string File, bool IsOffered)[] parts =
        [
            ("contract.graphql", true),
            ("token-removal.graphql", tenant.OffersTokenRemoval),
            ("account-update.graphql", tenant.OffersAccountUpdate),
            ("framework-update.graphql", tenant.OffersFrameworkUpdate),
            ("framework-swimlanes.graphql", tenant.OffersFrameworkUpdate && tenant.OffersFrameworkSwimlanes),
            ("framework-global.graphql", tenant.OffersFrameworkUpdate && !tenant.OffersFrameworkSwimlanes),
            ("bots.graphql", tenant.OffersBots),
            ("tickets.graphql", tenant.OffersTickets),
            ("ticket-evidence.graphql", tenant.OffersTickets && tenant.OffersTicketEvidence),
            ("ticket-comments.graphql", tenant.OffersTickets && tenant.OffersTicketComments),
            ("findings.graphql", tenant.OffersFindings),
        ];
        return parts.Where(part => part.IsOffered).Select(part => part.File);
    }

    private static void ConfigureBots(TypeSettings types, ContractTenant tenant)
    {
        Field(types, "Query", "Bots", context => tenant.FindBots(context));
        ConfigureCard(types, "BotCard", tenant.Options);
        Field<ContractBot>(types, "Bot", "srn", one => one.Srn);
        Field<ContractBot>(types, "Bot", "title", one => one.Title);
        Field<ContractBot>(types, "Bot", "description", one => $"What '{one.Title}' does.");
        Field<ContractBot>(types, "Bot", "type", one => one.Type);
        Field<ContractBot>(types, "Bot", "cloud", one => one.Cloud);
        Field<ContractBot>(types, "Bot", "operation", _ => "EXECUTE_PYTHON_SCRIPT");
        Field<ContractBot>(types, "Bot", "remediationType", one => one.RemediationType);
        Field<ContractBot>(types, "Bot", "requiredPermissions", one => one.RequiredPermissions);
        Field<ContractBot>(types, "Bot", "version", _ => "2021-04-01");
        Field<ContractBot>(types, "Bot", "enabled", _ => true);
    }

    private static void ConfigureCard(TypeSettings types, string card, DigContractOptions options)
    {
        Field(types, card, "count", context => ((ContractCard)context.Source!).Found.Count);
        Field(types, card, "items", context => ((ContractCard)context.Source!).PageOf(PageArguments.Of(context), options));
    }

    private static Schema Build(string sdl, Action<TypeSettings> configure)
    {
        var schema = Schema.For(sdl, builder => configure(builder.Types));
        schema.NameConverter = DefaultNameConverter.Instance;
        schema.RegisterType(new BlobGraphType());
        schema.RegisterType(new ContractInstant());
        schema.RegisterType(new LongGraphType());
        schema.Initialize();
        return schema;
    }

    internal static void Field(TypeSettings types, string type, string field, Func<IResolveFieldContext, object?> resolve) =>
        types.For(type).FieldFor(field).Resolver = new FuncFieldResolver<object?>(resolve);

    internal static void Field<TSource>(TypeSettings types, string type, string field, Func<TSource, object?> read) =>
        Field(types, type, field, context => read((TSource)context.Source!));

    private static string Read(string name)
    {
        using var stream = typeof(ContractSchema).Assembly.GetManifestResourceStream($"DigContract/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Whatever JSON there is, in and out.</summary>
    private sealed class BlobGraphType : ComplexScalarGraphType
    {
        public BlobGraphType() => Name = "Blob";
    }
}
