namespace SonraiControlTower.Aws.Tests.Runbooks;

public sealed class RunbookTests
{
    public static TheoryData<string> All => [.. Runbook.Names];

    [Fact]
    public void There_is_a_runbook_for_onboarding_for_reconciling_for_the_token_and_for_what_one_does_with_a_ticket()
    {
        Runbook.Names.ShouldBe(["Sonrai-DecideTicket", "Sonrai-OnboardAccount", "Sonrai-Reconcile", "Sonrai-RemediateTicket", "Sonrai-RotateToken"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_runbook_is_as_Systems_Manager_takes_it(string name)
    {
        var runbook = Runbook.Read(name);

        var findings = RunbookRules.Check(runbook);

        findings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_page_about_runbooks_tells_of_every_one(string name)
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "runbooks", "README.md"));

        page.ShouldContain($"{name}.yaml");
    }

    [Theory]
    [InlineData("schemaVersion: '0.3'", "schemaVersion: 0.3x", "schemaVersion is not")]
    [InlineData("outputs:\n", "results:\n", "has no outputs")]
    [InlineData("assumeRole:", "files: {}\nassumeRole:", "unknown element files")]
    [InlineData("assumeRole: '{{ AutomationAssumeRole }}'", "assumeRole: '{{ Way }}'", "assumeRole is not")]
    [InlineData("type: String\n    description: A", "type: Text\n    description: A", "Parameter Way has no known type")]
    [InlineData("description: A way.", "description: ''", "Parameter Way has no description")]
    [InlineData("description: A way.", "description: A way.\n    pattern: x", "unknown field pattern")]
    [InlineData("    allowedPattern: '^[0-9]{12}$'\n", "", "takes anything")]
    [InlineData("'^[0-9]{12}$'", "'^(?=1)[0-9]{12}$'", "none of RE2")]
    [InlineData("'^[0-9]{12}$'", "'^[0-9]{1,1024}$'", "none of RE2")]
    [InlineData("default: Lambda", "default: Elsewhere", "none that it allows")]
    [InlineData("name: Look", "name: Invoke", "Two steps are called Invoke")]
    [InlineData("name: Look", "name: Look at it", "is no name of a step")]
    [InlineData("    timeoutSeconds: 25\n", "    timeoutSeconds: 25\n    retries: 2\n", "unknown property retries")]
    [InlineData("description: Looks.", "description: ''", "Step Look has no description")]
    [InlineData("action: aws:executeAwsApi", "action: aws:callApi", "no known action")]
    [InlineData("      Api: DescribeSecret\n", "", "lacks the input Api")]
    [InlineData("      FunctionName: setup\n", "      FunctionName: setup\n      Timeout: 3\n", "unknown input Timeout")]
    [InlineData("Selector: $.Name", "Selector: Name", "without name, JSONPath")]
    [InlineData("Runtime: python3.11", "Runtime: PowerShell 7.0", "something else than Python")]
    [InlineData("DocumentName: AWS-RunShellScript", "DocumentName: AWS-RunAnything", "a document that is none of AWS")]
    [InlineData("        commands:", "        scripts:", "a parameter that it does not have")]
    [InlineData("nextStep: Look", "nextStep: LookAway", "goes on to LookAway")]
    [InlineData("NextStep: OnNode", "NextStep: OffNode", "goes on to OffNode")]
    [InlineData("onFailure: step:Look", "onFailure: step:Over", "goes on to Over")]
    [InlineData("onFailure: step:Look", "onFailure: Ignore", "an onFailure that is none")]
    [InlineData("isEnd: true", "isEnd: 'yes'", "neither true nor false")]
    [InlineData("StringEquals: Node", "Equals: Node", "without a variable and one operation")]
    [InlineData("NextStep: OnNode", "NextStep: Invoke", "No way leads to step OnNode")]
    [InlineData("{{ Invoke.Payload }}", "{{ Invoke.Answer }}", "refers to Invoke.Answer")]
    [InlineData("{{ Invoke.Payload }}", "{{ Look.Name }}", "refers to Look.Name")]
    [InlineData("{{ global:REGION }}", "{{ global:TIME }}", "refers to global:TIME")]
    [InlineData("- Look.Name", "- Look.Title", "The output Look.Title")]
    [InlineData("[\"{{ AccountId }}\"]", "[]", "Nothing refers to parameter AccountId")]
    [InlineData("timeoutSeconds: 300", "timeoutSeconds: 301", "no timeoutSeconds, or one")]
    [InlineData("timeoutSeconds: 600", "timeoutSeconds: 601", "no timeoutSeconds, or one")]
    [InlineData("    timeoutSeconds: 25\n", "", "no timeoutSeconds, or one")]
    [InlineData("maxAttempts: 1", "maxAttempts: 0", "a maxAttempts that is none")]
    [InlineData("TimeoutSeconds: 60\n", "TimeoutSeconds: 20\n", "no time to reach the node")]
    [InlineData("- '100'", "- '200000'", "no executionTimeout, or one")]
    [InlineData("timeoutSeconds: 160", "timeoutSeconds: 159", "ends before its command may")]
    [InlineData("'^[0-9]{12}$'", "'^.{12}$'", "becomes part of a text")]
    [InlineData("'^[0-9]{12}$'", "'^[^0]{12}$'", "becomes part of a text")]
    [InlineData("'^[0-9]{12}$'", "'^[0-9\"]{12}$'", "becomes part of a text")]
    [InlineData("'^[0-9]{12}$'", "'[0-9]{12}'", "becomes part of a text")]
    [InlineData("'^[0-9]{12}$'", "'^[0-9]{12}|x$'", "becomes part of a text")]
    [InlineData("      - Lambda", "      - Lambda\n      - \"'; reboot; '\"", "becomes part of a text")]
    [InlineData("- export WAY='{{ Way }}'", "- echo {{ Way }}", "puts a value into its script")]
    [InlineData("- export WAY='{{ Way }}'", "- export WAY=\"{{ Way }}\"", "puts a value into its script")]
    [InlineData("return {}", "return \"{{ Way }}\"", "puts a value into its script")]
    public void What_is_wrong_with_a_runbook_is_found(string sound, string broken, string finding)
    {
        SampleRunbook.Text.ShouldContain(sound);
        var runbook = Runbook.Parse("Sample", SampleRunbook.Text.Replace(sound, broken, StringComparison.Ordinal));

        var findings = RunbookRules.Check(runbook);

        findings.ShouldContain(one => one.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_has_nothing_wrong()
    {
        var runbook = Runbook.Parse("Sample", SampleRunbook.Text);

        var findings = RunbookRules.Check(runbook);

        findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_runbook_of_more_than_64_KB_is_found()
    {
        var runbook = Runbook.Parse("Sample", SampleRunbook.Text + $"# {new string('x', 64 * 1024)}\n");

        var findings = RunbookRules.Check(runbook);

        findings.ShouldBe(["The document is larger than 64 KB."]);
    }

    [Fact]
    public void The_node_s_scripts_load_the_module_alike()
    {
        var beginnings = Runbook.Names.Select(name => PowerShellScripts.Of(Runbook.Read(name)).Single()).Select(script => script[..script.IndexOf("Import-Module", StringComparison.Ordinal)]);

        beginnings.Distinct().Count().ShouldBe(1);
    }
}
