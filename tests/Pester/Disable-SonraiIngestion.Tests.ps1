BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Disable-SonraiIngestion' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiIntegration -ExternalId $id | Out-Null
        Enable-SonraiIngestion | Out-Null
    }

    It 'takes back what was granted, and the trail goes on writing' {
        $ingestion = Disable-SonraiIngestion

        $ingestion.Status | Should -Be 'Disabled'
        $ingestion.CanRead | Should -BeFalse
        (Test-SonraiIntegration | Where-Object Check -EQ 'Organization trail').Status | Should -Be 'Pass'
    }

    It 'can be run again, and undone' {
        Disable-SonraiIngestion | Out-Null
        (Disable-SonraiIngestion).Status | Should -Be 'Disabled'

        (Enable-SonraiIngestion).CanRead | Should -BeTrue
    }

    It 'takes nothing back with -WhatIf' {
        Disable-SonraiIngestion -WhatIf | Out-Null

        (Get-SonraiIngestion).CanRead | Should -BeTrue
    }
}
