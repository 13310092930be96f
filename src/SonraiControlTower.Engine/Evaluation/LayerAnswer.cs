namespace SonraiControlTower.Engine;

/// <summary>What one layer says to a request.</summary>
internal struct LayerAnswer
{
    /// <summary>Whether a statement denies.</summary>
    public Truth Deny;
    public Finding DeniedBy;

    /// <summary>Whether the layer lets it pass: a statement allows, or the layer does not limit this request.</summary>
    public Truth Allow;
    public Finding AllowedBy;

    /// <summary>A resource's policy: whether the caller's account is allowed.</summary>
    public Truth AllowsAccount;

    /// <summary>A resource's policy: whether the caller's role is.</summary>
    public Truth AllowsRole;

    /// <summary>A resource's policy: whether the user, the session itself or everybody is.</summary>
    public Truth AllowsItself;

    /// <summary>A layer that does not limit.</summary>
    public static LayerAnswer Open => new() { Allow = Truth.True };

    /// <summary>Asks statement after statement, and stops where one denies.</summary>
    public void Ask(HeldPolicy held, in AccessRequest request)
    {
        var statements = held.Policy.Compiled;
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            if (statement.Source.IsAllow)
            {
                if (Allow is Truth.True)
                {
                    continue;
                }

                var applies = statement.Applies(request);
                if (applies > Allow)
                {
                    Allow = applies;
                    AllowedBy = new Finding(held, statement);
                }
            }
            else
            {
                var applies = statement.Applies(request);
                if (applies > Deny)
                {
                    Deny = applies;
                    DeniedBy = new Finding(held, statement);
                    if (applies is Truth.True)
                    {
                        return;
                    }
                }
            }
        }
    }

    /// <summary>Asks policy after policy, and stops where one denies.</summary>
    public void Ask(HeldPolicy[] policies, in AccessRequest request)
    {
        foreach (var policy in policies)
        {
            Ask(policy, request);
            if (Deny is Truth.True)
            {
                return;
            }
        }
    }

    /// <summary>Asks policy after policy, and stops where one denies.</summary>
    public void Ask(IReadOnlyList<HeldPolicy> policies, in AccessRequest request)
    {
        for (var i = 0; i < policies.Count && Deny is not Truth.True; i++)
        {
            Ask(policies[i], request);
        }
    }
}

/// <summary>A statement with the policy that it is in; neither where nothing is found.</summary>
internal readonly record struct Finding(HeldPolicy? Policy, CompiledStatement? Statement);
