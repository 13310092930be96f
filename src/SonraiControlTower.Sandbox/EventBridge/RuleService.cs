namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: the rules of every account's and region's default bus.</summary>
internal sealed class RuleService(LandingZone zone)
{
    private readonly Dictionary<string, RuleState> _rules = [];
    private readonly EventDelivery _delivery = new(zone);

    public RuleState? Find(AccountId account, string region, string name) => _rules.GetValueOrDefault(Arn(account, region, name));

    /// <summary>The rule of that name in the management account, in whichever region.</summary>
    public RuleState Demand(string name) =>
        _rules.Values.FirstOrDefault(rule => rule.Name == name)
        ?? throw new SonraiException(AwsProblems.NotFound("DescribeRule", $"Rule {name} does not exist on EventBus default."));

    public RuleState Put(Caller caller, string region, string name, string? pattern, string? schedule, string state)
    {
        var arn = Arn(caller.Account, region, name);
        zone.Authorizer.Demand(caller, "events:PutRule", arn);
        if (pattern is null == schedule is null)
        {
            throw new AwsFault("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        TimeSpan? period = schedule is null ? null : Rate.Find(schedule) ?? throw new AwsFault("ValidationException", "Parameter ScheduleExpression is not valid.");
        var rule = _rules.GetValueOrDefault(arn) ?? new RuleState(name, arn, caller.Account, region);
        var before = rule.Schedule;
        rule.State = state;
        if (rule.PatternText != pattern || before != schedule)
        {
            rule.Set(pattern, schedule);
            if (period is { } wait)
            {
                Schedule(rule, wait, rule.Generation);
            }
        }

        _rules[arn] = rule;
        return rule;
    }

    public void PutTargets(Caller caller, RuleState rule, IEnumerable<RuleTarget> targets)
    {
        zone.Authorizer.Demand(caller, "events:PutTargets", rule.Arn);
        foreach (var target in targets)
        {
            if (target.RoleArn is { } role)
            {
                zone.Authorizer.Demand(caller, "iam:PassRole", role, ("iam:PassedToService", "events.amazonaws.com"));
            }

            rule.Targets.RemoveAll(other => other.Id == target.Id);
            rule.Targets.Add(target);
        }
    }

    public void RemoveTargets(Caller caller, RuleState rule, IReadOnlyCollection<string> ids)
    {
        zone.Authorizer.Demand(caller, "events:RemoveTargets", rule.Arn);
        rule.Targets.RemoveAll(target => ids.Contains(target.Id));
    }

    public void Delete(Caller caller, string region, string name)
    {
        var arn = Arn(caller.Account, region, name);
        zone.Authorizer.Demand(caller, "events:DeleteRule", arn);
        _rules.Remove(arn);
    }

    public EventRule? Describe(Caller caller, string region, string name)
    {
        zone.Authorizer.Demand(caller, "events:DescribeRule", Arn(caller.Account, region, name));
        return Find(caller.Account, region, name)?.ToEventRule();
    }

    public IReadOnlyList<EventTarget> Targets(Caller caller, string region, string name)
    {
        zone.Authorizer.Demand(caller, "events:ListTargetsByRule", Arn(caller.Account, region, name));
        return [.. (Find(caller.Account, region, name)?.Targets ?? []).Select(target => new EventTarget(target.Id, target.Arn, target.DeadLetterArn))];
    }

    /// <summary>Something happened: every rule of the bus that takes it sends it on.</summary>
    public void Publish(AccountId account, string region, Happening happening)
    {
        foreach (var rule in _rules.Values.Where(rule => rule.Account == account && rule.Region == region && rule.State != "DISABLED").ToList())
        {
            if (rule.Pattern?.Matches(happening.Node) == true)
            {
                _delivery.Send(rule, happening);
            }
        }
    }

    private void Schedule(RuleState rule, TimeSpan period, int generation) => zone.Agenda.In(period, () =>
    {
        if (rule.Generation == generation && _rules.GetValueOrDefault(rule.Arn) == rule)
        {
            if (rule.State != "DISABLED")
            {
                _delivery.Send(rule, Happening.Scheduled(zone, rule));
            }

            Schedule(rule, period, generation);
        }
    });

    private string Arn(AccountId account, string region, string name) => zone.Arn("events", region, account, $"rule/{name}");
}
