# What the suites about remediation share: the sandbox with the bot's role, and the role that the walkthrough is about.

$script:Bot = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }

# The account and the external id that the bot's role trusts, to be splatted.
function Get-BotEntry {
    $script:Bot
}

# A new sandbox. One account is not enrolled in Control Tower and gets no role; its error is expected.
function Connect-SandboxWithBot {
    Connect-Sonrai -Sandbox | Out-Null
    Install-SonraiCollectorRole @script:Bot -BotRoleName sonrai-bot-role -ErrorAction SilentlyContinue | Out-Null
}

# The ticket about unused sensitive permissions of a role.
function Get-RoleTicket {
    param([string] $Role = 'AllSafeProdRole')

    Get-SonraiLeastPrivilegeTicket -Resource $Role -ControlFramework '*Policy' -Detailed
}

# The documents of a role as the engine knows them, as one text.
function Get-RolePolicy {
    param([string] $Role = 'AllSafeProdRole')

    (Get-SonraiPolicyRecommendation -Identity $Role | ForEach-Object { "$($_.PolicyName) $($_.OriginalPolicy)" } | Sort-Object) -join "`n"
}

Export-ModuleMember -Function Get-BotEntry, Connect-SandboxWithBot, Get-RoleTicket, Get-RolePolicy
