BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Update-SonraiActionCatalog' {
    It 'changes nothing where the network does not answer' {
        { Update-SonraiActionCatalog -Endpoint http://127.0.0.1:9/ } | Should -Throw -ErrorId 'ServiceReferenceUnreachable,*'

        Get-SonraiEffectivePermission | Should -Not -BeNullOrEmpty
    }

    It 'fetches nothing with -WhatIf' {
        Update-SonraiActionCatalog -Endpoint http://127.0.0.1:9/ -WhatIf | Should -BeNullOrEmpty
    }
}
