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

Show-Step 'A registration made here can be ended here.' {
    Get-OrgAccount -Name 'Sandbox *' | Unregister-SonraiAccount -Confirm:$false -PassThru
}

Show-Step 'Least privilege begins with the four control frameworks that look for permissions nobody uses. Enable the four frameworks globally.' {
    Enable-SonraiControlFramework -Title 'Least Privilege*Optimize*' -PassThru
}

Show-Step 'What these frameworks find becomes tickets. Here are those about permissions that are granted and not used.' {
    Get-SonraiLeastPrivilegeTicket -Swimlane Global -ControlFramework 'Least Privilege - Optimize Policy'
}

Show-Step 'Open one. Its evidence has an entry for each policy of the role.' {
    Get-SonraiLeastPrivilegeTicket -Resource BookingApiProdRole -Detailed
}

Show-Step 'For each of them the policy that would be enough, ready for IAM: the actions that are used, and those whose use no log shows.' {
    (Get-SonraiLeastPrivilegeTicket -Resource BookingApiProdRole -Detailed).Evidence.RecommendedPolicy
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

Show-Step 'That is the tour so far. Leaving the sandbox forgets it.' {
    Disconnect-Sonrai
}
