<#
.SYNOPSIS
Walks the steps of an integration of AWS Control Tower with Sonrai Dig, in the sandbox: no AWS account, no Sonrai tenant, nothing is sent anywhere.
#>
$ErrorActionPreference = 'Stop'
if (-not (Get-Module -Name SonraiControlTower)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'SonraiControlTower.psd1'))
}

# Says a sentence, shows the command, runs it, and shows what it gives.
function Show-Step {
    param([string] $Sentence, [scriptblock] $Command)

    ''
    $Sentence
    ''
    foreach ($line in $Command.ToString().Trim() -split '\r?\n') {
        "    PS> $($line.Trim())"
    }
    & $Command | Out-Host
}

'SonraiControlTower: a tour of the sandbox.'

# The Sonrai portal shows the external id of a collector deployment; this one is made up.
$externalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11'

Show-Step 'The sandbox is a made-up landing zone of AWS Control Tower, with a Dig of its own. Connecting to it needs nothing.' {
    Connect-Sonrai -Sandbox
}

Show-Step 'Step 3.1 of the walkthrough: an API token. Its lifetime is what Dig granted, not what was asked for; the secret stays protected.' {
    New-SonraiToken
}

Show-Step 'Is the token of this session good, and for how long?' {
    Test-SonraiToken
}

Show-Step 'The organization: every account with its place among the organizational units.' {
    Get-OrgAccount
}

Show-Step 'Only some of it: what runs in production, at any depth.' {
    Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse
}

Show-Step 'The collector that reads the accounts; it was deployed in the security account.' {
    Get-SonraiCollector
}

Show-Step 'The collector needs a role in every account. A stack set brings it; one account is not enrolled in AWS Control Tower, and AWS says so.' {
    Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId $externalId -ErrorAction SilentlyContinue
}

Show-Step 'Run again, only what is missing is tried. That one account still fails, with its reason.' {
    Get-OrgAccount -Name Harbourline* | Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId $externalId -ErrorAction SilentlyContinue
}

Show-Step 'Is the role given to the collector, and to nobody without the external id? It is tried with it, without it, and with a wrong one.' {
    Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId
}

Show-Step 'The three answers for one account: with the external id, without it, and with a wrong one.' {
    $test = Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId
    $test.WithExternalId, $test.WithoutExternalId, $test.WithWrongExternalId
}

Show-Step 'What stands in the way of the account that failed, and what to do about it.' {
    Get-OrgAccount -Name 'Harbourline data' |
        Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId |
        ForEach-Object -MemberName Remedy
}

Show-Step 'What would be registered? -WhatIf writes nothing.' {
    Get-OrgAccount -OrganizationalUnit /Security, /Suspended | Register-SonraiAccount -WhatIf
}

Show-Step 'The whole organization reaches Dig through one pipe. An account that is closed or suspended is skipped, with the reason.' {
    Get-OrgAccount | Register-SonraiAccount -Collector larkmoor-security
}

Show-Step 'Run again, nothing is done twice: what is registered is adopted.' {
    Get-OrgAccount -OrganizationalUnit /Security | Register-SonraiAccount
}

Show-Step 'What Dig monitors now, and through which role.' {
    Get-SonraiAccount
}

Show-Step 'All of it in one pass, as a schedule would run it: the role, its proof, and only then the registration. Here is what is left to do.' {
    Sync-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId -WhatIf | Where-Object Status -ne InSync
}

Show-Step 'A registration made here can be ended here.' {
    Get-OrgAccount -Name 'Sandbox *' | Unregister-SonraiAccount -Confirm:$false -PassThru
}

Show-Step 'All of this can go on by itself: one stack with two functions. What would setting it up make? -WhatIf asks CloudFormation, and changes nothing.' {
    Install-SonraiIntegration -ExternalId $externalId -WhatIf
}

Show-Step 'Set it up: the secret with its rotation, the functions, the queue, the rules for the events, the schedule.' {
    Install-SonraiIntegration -ExternalId $externalId
}

Show-Step 'The collector may not read the organization''s CloudTrail files yet. Let it: two policies get a statement each, and one file is read as it reads.' {
    Enable-SonraiIngestion
}

Show-Step 'Control Tower enrolls the account that failed before, and Account Factory makes a new one. Nobody runs a command for them.' {
    $zone = (Get-SonraiContext).GetLandingZone()
    $zone.UpdateManagedAccount('222255558888')
    $zone.CreateManagedAccount('Pricing prod', 'aws+pricing-prod@example.com', 'Tracking')
}

Show-Step 'Their events go through the queue to the Setup function. A minute of the sandbox''s time later both are registered.' {
    do {
        [System.Threading.Thread]::Sleep(200)
        $found = Get-OrgAccount -Name 'Pricing prod', 'Harbourline data' | Get-SonraiAccount -ErrorAction SilentlyContinue
    } until (@($found).Count -eq 2)
    $found
}

Show-Step 'And the roles that came with that are proved.' {
    Get-OrgAccount -Name 'Pricing prod', 'Harbourline data' |
        Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId
}

Show-Step 'Rotate the API token now. The new one is tried at Dig before it takes the place of the old.' {
    Update-SonraiToken
}

Show-Step 'Is everything as it shall be?' {
    Test-SonraiIntegration
}

Show-Step 'Somebody switches the rule for the events off. What does the test say, and what is to be done?' {
    (Get-SonraiContext).GetLandingZone().DisableRule((Get-SonraiIntegration).LifecycleRule)
    Test-SonraiIntegration | Where-Object Status -ne Pass
}

Show-Step 'Least privilege begins with the four control frameworks that look for permissions nobody uses. Enable the four frameworks globally.' {
    Enable-SonraiControlFramework -Title 'Least Privilege*Optimize*' -PassThru
}

Show-Step 'What these frameworks find becomes tickets. Here are those about permissions that are granted and not used.' {
    Get-SonraiLeastPrivilegeTicket -Swimlane Global -ControlFramework 'Least Privilege - Optimize Policy'
}

Show-Step 'They come of an analysis: of what IAM says of every identity, and of three months of CloudTrail. What does the role AllSafeProdRole do?' {
    Get-SonraiActivity -Principal AllSafeProdRole
}

Show-Step 'And what may it do, of what is sensitive? The answer takes all its policies together, and those of the organization above it.' {
    Get-SonraiEffectivePermission -Principal AllSafeProdRole -Action 'iam:*', 'secretsmanager:*' -Sensitive
}

Show-Step 'Open its ticket. The evidence has an entry for each policy of the role.' {
    Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy' -Detailed
}

Show-Step 'For each of them there is a policy that would be enough: the actions that are used, and those whose use no log shows.' {
    Get-SonraiPolicyRecommendation -Identity AllSafeProdRole
}

Show-Step 'The original on the left, the optimized least-privilege policy on the right: the smallest of them, line by line.' {
    $ticket = Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy'
    Compare-SonraiPolicy -Ticket $ticket -PolicyName monitoring -AsText -Width 110
}

Show-Step 'The recommended one, ready for IAM.' {
    (Get-SonraiPolicyRecommendation -Identity AllSafeProdRole -Policy monitoring).RecommendedPolicies
}

Show-Step 'Who changes an account needs another role than who reads it. It is opt-in, and trusts the collector with its external id, too.' {
    Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId $externalId -BotRoleName sonrai-bot-role -ErrorAction SilentlyContinue |
        Where-Object AccountId -eq 222244446666
}

Show-Step 'What would be done about the ticket, for one of the policies? -WhatIf plans, tries three months of recorded calls with the new policy, and changes nothing.' {
    Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy' |
        Invoke-SonraiRemediation -CollectorAccount 222233334444 -ExternalId $externalId -PolicyName monitoring -WhatIf
}

Show-Step 'Create policy and assign to identity, for all of them: made and attached first, proved, and only then are the old ones taken away.' {
    Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy' |
        Invoke-SonraiRemediation -CollectorAccount 222233334444 -ExternalId $externalId -Confirm:$false -PassThru
}

Show-Step 'Each step of it is in a journal, with all that it takes to go back.' {
    (Get-SonraiRemediation).Steps | ForEach-Object { "$_" }
}

Show-Step 'The ticket is closed, with what was done as a comment.' {
    Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy' -Detailed
}

Show-Step 'What is left of the sensitive permissions is what the role uses.' {
    Get-SonraiEffectivePermission -Principal AllSafeProdRole -Action 'iam:*', 'secretsmanager:*' -Sensitive
}

Show-Step 'Was it wrong? Everything is as it was before, byte for byte.' {
    Get-SonraiRemediation -Status Applied |
        Undo-SonraiRemediation -CollectorAccount 222233334444 -ExternalId $externalId -Confirm:$false -PassThru
}

Show-Step 'The ticket is open again.' {
    Get-SonraiLeastPrivilegeTicket -Resource AllSafeProdRole -ControlFramework '*Policy'
}

Show-Step 'One ticket was to be expected: it is about the role that the collector itself reads accounts through.' {
    (Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected).Explanation
}

Show-Step 'So the risk is accepted, with a reason. Nothing else changes.' {
    Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected | Approve-SonraiRisk -Reason 'The collector must be able to read every account.'
}

Show-Step 'It is RISK_ACCEPTED now, and the reason is kept as a comment.' {
    Get-SonraiLeastPrivilegeTicket -Status RISK_ACCEPTED -Detailed
}

Show-Step 'Run again, nothing is done twice, and the comment is not made twice either.' {
    Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected | Approve-SonraiRisk -Reason 'The collector must be able to read every account.'
}

Show-Step 'That is the tour. Leaving the sandbox forgets it.' {
    Disconnect-Sonrai
}
