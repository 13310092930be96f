#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '..' '..' 'SonraiControlTower.psd1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Remediation.psm1') -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Invoke-SonraiRemediation' {
    Context 'the walkthrough: AllSafeProdRole, from ticket to closed ticket and back' {
        BeforeAll {
            Connect-SandboxWithBot
            $script:bot = Get-BotEntry
            $script:before = Get-RolePolicy
            $script:unused = (Get-RoleTicket).Evidence.UnusedSensitiveActions | Sort-Object -Unique
            $script:used = (Get-SonraiActivity -Principal AllSafeProdRole | Where-Object Count -GT 0).Action
            $script:done = Get-RoleTicket | Invoke-SonraiRemediation @bot -Confirm:$false -PassThru
        }

        It 'is no job as long as it would ask' {
            { Get-RoleTicket | Invoke-SonraiRemediation @bot -AsJob -ErrorAction Stop } | Should -Throw -ErrorId 'JobCannotAsk,*'
        }

        It 'is applied, with every step done' {
            $done.Status | Should -Be 'Applied'
            $done.Steps.State | Sort-Object -Unique | Should -Be 'Done'
        }

        It 'creates and attaches before it detaches' {
            $steps = $done.Steps | ForEach-Object { "$($_.Change)" }
            $attached = ($steps | ForEach-Object { $index = 0 } { if ($_ -like 'Attach *') { $index }; $index++ } | Measure-Object -Maximum).Maximum
            $detached = ($steps | ForEach-Object { $index = 0 } { if ($_ -like 'Detach *') { $index }; $index++ } | Measure-Object -Minimum).Minimum
            $attached | Should -BeLessThan $detached
        }

        It 'closes the ticket with a comment that names it' {
            $ticket = Get-RoleTicket
            $ticket.Status | Should -Be 'CLOSED'
            "$($ticket.Comments)" | Should -Match $done.Id
        }

        It 'leaves every recorded call allowed' {
            $allowed = (Get-SonraiEffectivePermission -Principal AllSafeProdRole | Where-Object Decision -In Allowed, Conditional).Action
            $used | Where-Object { $_ -NotIn $allowed } | Should -BeNullOrEmpty
        }

        It 'takes every unused sensitive permission away' {
            $unused | Should -Not -BeNullOrEmpty
            $allowed = (Get-SonraiEffectivePermission -Principal AllSafeProdRole | Where-Object Decision -In Allowed, Conditional).Action
            $unused | Where-Object { $_ -In $allowed } | Should -BeNullOrEmpty
        }

        It 'needs nothing more when it is run again' {
            Get-RoleTicket | Invoke-SonraiRemediation @bot -Confirm:$false -PassThru -WarningVariable idle -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            "$idle" | Should -BeLike 'Nothing is to be done*'
        }

        It 'is undone byte for byte, and the ticket is open again' {
            Undo-SonraiRemediation $done.Id @bot -Confirm:$false
            Get-RolePolicy | Should -BeExactly $before
            (Get-RoleTicket).Status | Should -Be 'NEW'
        }
    }

    Context 'what it does not do' {
        BeforeAll {
            Connect-SandboxWithBot
            $script:bot = Get-BotEntry
        }

        It 'changes nothing with -WhatIf' {
            $before = Get-RolePolicy
            Get-RoleTicket | Invoke-SonraiRemediation @bot -WhatIf
            Get-SonraiRemediation | Should -BeNullOrEmpty
            Get-RolePolicy | Should -BeExactly $before
        }

        It 'refuses a bot that nobody knows, before anything is read' {
            { Get-RoleTicket | Invoke-SonraiRemediation @bot -Bot 'Make coffee' -Confirm:$false } | Should -Throw -ErrorId 'BotNotFound,*'
        }

        It 'names a policy that the ticket does not tell of' {
            Get-RoleTicket | Invoke-SonraiRemediation @bot -PolicyName nothing -Confirm:$false -ErrorVariable wrong -ErrorAction SilentlyContinue
            $wrong[0].FullyQualifiedErrorId | Should -BeLike 'PolicyNotInTicket,*'
        }

        It 'does not delete a role that is used' {
            Get-RoleTicket | Invoke-SonraiRemediation @bot -Bot 'Delete role' -Confirm:$false -ErrorVariable wrong -ErrorAction SilentlyContinue
            $wrong[0].FullyQualifiedErrorId | Should -Match '^(IdentityInUse|RemediationWouldDeny),'
        }

        It 'does the rest where some tickets are bad' {
            $tickets = 'srn:sandbox::Ticket/one', 'srn:sandbox::Ticket/two', (Get-RoleTicket).Srn
            $done = Invoke-SonraiRemediation $tickets @bot -Confirm:$false -PassThru -ErrorVariable wrong -ErrorAction SilentlyContinue
            $done.Status | Should -Be 'Applied'
            $wrong.TargetObject | Should -Be $tickets[0..1]
        }
    }

    It 'says what is missing where the bot has no role' {
        Connect-Sonrai -Sandbox | Out-Null
        $entry = Get-BotEntry
        Get-RoleTicket | Invoke-SonraiRemediation @entry -Confirm:$false -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'BotRoleNotGiven,*'
        $wrong[0].ErrorDetails.RecommendedAction | Should -BeLike '*Install-SonraiCollectorRole -BotRoleName*'
    }
}
