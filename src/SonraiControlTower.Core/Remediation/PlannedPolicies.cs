namespace SonraiControlTower;

/// <summary>What an identity will have when changes are done.</summary>
internal static class PlannedPolicies
{
    public static PolicyCollection After(LiveIdentity live, IReadOnlyList<IamChange> changes)
    {
        var created = changes.OfType<CreatePolicy>().ToDictionary(change => change.Arn);
        var policies = live.Collection.Policies.ToDictionary(policy => policy.Arn ?? policy.Name);
        var boundary = live.Boundary?.Document;
        foreach (var change in changes)
        {
            switch (change)
            {
                case AttachPolicy attached when created.TryGetValue(attached.PolicyArn, out var policy):
                    policies[policy.Arn] = new(policy.Name, policy.Arn, policy.Document);
                    break;
                case DetachPolicy detached:
                    policies.Remove(detached.PolicyArn);
                    break;
                case PutInlinePolicy put:
                    policies[put.PolicyName] = new(put.PolicyName, null, put.Document);
                    break;
                case DeleteInlinePolicy deleted:
                    policies.Remove(deleted.PolicyName);
                    break;
                case CreatePolicyVersion version when policies.TryGetValue(version.PolicyArn, out var old):
                    policies[version.PolicyArn] = old with { Document = version.Document };
                    break;
                case PutBoundary bound when created.TryGetValue(bound.PolicyArn, out var policy):
                    boundary = policy.Document;
                    break;
                case DeleteUser or DeleteRole:
                    policies.Clear();
                    break;
            }
        }

        return new PolicyCollection([.. policies.Values], boundary);
    }
}
