#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '..' '..' 'SonraiControlTower.psd1') -Force
    Import-Module (Join-Path $PSScriptRoot 'Remediation.psm1') -Force
    Connect-SandboxWithBot
    $script:bot = Get-BotEntry
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Undo-SonraiRemediation' {
    BeforeEach {
        $script:done = Get-RoleTicket | Invoke-SonraiRemediation @bot -Confirm:$false -PassThru
    }

    It 'takes it back through the pipeline, and the account forgets it' {
        $undone = Get-SonraiRemediation -Status Applied | Undo-SonraiRemediation @bot -Confirm:$false -PassThru
        $undone.Status | Should -Be 'Undone'
        Get-SonraiRemediation -AccountId 222244446666 @bot | Should -BeNullOrEmpty
    }

    It 'is told once only' {
        Undo-SonraiRemediation $done.Id @bot -Confirm:$false
        Undo-SonraiRemediation $done.Id @bot -Confirm:$false -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'RemediationWrongStatus,*'
    }

    It 'changes nothing with -WhatIf' {
        Undo-SonraiRemediation $done.Id @bot -WhatIf
        (Get-SonraiRemediation $done.Id).Status | Should -Be 'Applied'
        Undo-SonraiRemediation $done.Id @bot -Confirm:$false
    }
}
