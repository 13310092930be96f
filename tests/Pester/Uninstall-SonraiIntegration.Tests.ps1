BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Uninstall-SonraiIntegration' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'takes roles, registrations and stack away' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        $removal = Uninstall-SonraiIntegration -Confirm:$false

        $removal.Status | Should -Be 'Removed'
        $removal.RolesRemoved | Should -Be (@(Get-OrgAccount -Status ACTIVE).Count - 1)
        $removal.RegistrationsEnded | Should -Be $removal.RolesRemoved
        $removal.Leftovers | Should -BeNullOrEmpty
        Get-SonraiAccount | Should -BeNullOrEmpty
        { Get-SonraiIntegration } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }

    It 'takes nothing away with -WhatIf' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        Uninstall-SonraiIntegration -WhatIf | Should -BeNullOrEmpty

        (Get-SonraiIntegration).Status | Should -Be 'CREATE_COMPLETE'
        Get-SonraiAccount | Should -Not -BeNullOrEmpty
    }

    It 'asks of itself' {
        (Get-Command Uninstall-SonraiIntegration).ImplementingType.GetCustomAttributes($false).ConfirmImpact | Should -Contain 'High'
    }

    It 'says that there is none' {
        { Uninstall-SonraiIntegration -Confirm:$false } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }
}
