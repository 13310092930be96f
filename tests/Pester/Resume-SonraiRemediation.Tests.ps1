#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '..' '..' 'SonraiControlTower.psd1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Remediation.psm1') -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Resume-SonraiRemediation' {
    BeforeEach {
        Connect-SandboxWithBot
        $script:bot = Get-BotEntry
    }

    It 'waits until what is staged is due' {
        $before = Get-RolePolicy
        $staged = Get-RoleTicket | Invoke-SonraiRemediation @bot -Stage -GraceDays 7 -Confirm:$false -PassThru
        $staged.Status | Should -Be 'Staged'
        $waiting = Resume-SonraiRemediation @bot -Confirm:$false
        $waiting.Status | Should -Be 'Staged'
        $waiting.Reason | Should -BeLike 'Nothing would have been denied so far*'
        Get-RolePolicy | Should -BeExactly $before
    }

    It 'applies what is due' {
        $staged = Get-RoleTicket | Invoke-SonraiRemediation @bot -Stage -GraceDays 0 -Confirm:$false -PassThru
        ($staged | Resume-SonraiRemediation @bot -Confirm:$false).Status | Should -Be 'Applied'
        (Get-RoleTicket).Status | Should -Be 'CLOSED'
    }

    It 'has nothing to do where nothing is staged' {
        Resume-SonraiRemediation @bot -Confirm:$false | Should -BeNullOrEmpty
    }
}
