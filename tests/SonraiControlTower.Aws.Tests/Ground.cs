using SonraiControlTower.Aws.Tests.CloudFormation;

namespace SonraiControlTower.Aws.Tests;

/// <summary>Makes in moto what the module only looks at, by a template.</summary>
internal static class Ground
{
    /// <summary>Makes the resources; gives the template's outputs.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(IAws aws, AwsAccess access, string template)
    {
        var stacks = (await aws.OpenCloudFormationAsync(access, default)).Stacks;
        await stacks.CreateAsync(CollectorRoll.Stack("ground") with { TemplateBody = template, Parameters = [], Tags = null }, default);
        return (await stacks.DescribeAsync("ground", default)).ShouldNotBeNull().Outputs;
    }
}
