BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Enable-SonraiIngestion' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'lets the collector read, and reads as it does' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        $ingestion = Enable-SonraiIngestion

        $ingestion.Status | Should -Be 'Enabled'
        $ingestion.CanRead | Should -BeTrue
        $ingestion.ProbedKey | Should -BeLike '*AWSLogs/*.json.gz'
    }

    It 'works without an integration, with the roles alone' {
        $role = @{ CollectorAccount = '222233334444'; ExternalId = $id }
        Get-OrgAccount -Status ACTIVE | Install-SonraiCollectorRole @role -ErrorAction SilentlyContinue | Out-Null
        (Test-SonraiAccount -AccountId 333344445555 @role).HasPassed | Should -BeTrue

        (Enable-SonraiIngestion @role).CanRead | Should -BeTrue
    }

    It 'grants nothing with -WhatIf' {
        Install-SonraiIntegration -ExternalId $id | Out-Null

        Enable-SonraiIngestion -WhatIf | Out-Null

        (Get-SonraiIngestion).Status | Should -Be 'Disabled'
    }

    It 'says that there is no role to be let in' {
        { Enable-SonraiIngestion } | Should -Throw -ErrorId 'CollectorRoleMissing,*'
    }
}
