#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '..' '..' 'SonraiControlTower.psd1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Remediation.psm1') -Force
    Connect-SandboxWithBot
    $script:bot = Get-BotEntry
    $script:done = Get-RoleTicket | Invoke-SonraiRemediation @bot -Confirm:$false -PassThru
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiRemediation' {
    It 'finds it by id, identity and status' {
        (Get-SonraiRemediation $done.Id).IdentityName | Should -Be 'AllSafeProdRole'
        (Get-SonraiRemediation -Identity AllSafe*).Id | Should -Be $done.Id
        (Get-SonraiRemediation -Status Applied).Id | Should -Be $done.Id
        Get-SonraiRemediation -Status Undone | Should -BeNullOrEmpty
    }

    It 'tells an id that the journal has not' {
        Get-SonraiRemediation 00000000 -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'RemediationNotFound,*'
    }

    It 'asks the account itself' {
        (Get-SonraiRemediation -AccountId 222244446666 @bot).Id | Should -Be $done.Id
    }

    It 'keeps every document as it was' {
        $policy = $done.Policies | Where-Object Name -EQ monitoring
        $policy.Before | Should -Match 'PutMetricAlarm'
        $policy.After | Should -Not -Match 'PutMetricAlarm'
    }
}
