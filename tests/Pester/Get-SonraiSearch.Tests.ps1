BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiSearch' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'lists the saved searches by name' {
        Get-SonraiSearch | Should -HaveCount 3
        (Get-SonraiSearch -Name open*).Name | Should -Be 'Open tickets'
        Get-SonraiSearch -Name nothing* | Should -BeNullOrEmpty
    }

    It 'has a table of its own' {
        (Get-SonraiSearch | Out-String -Width 120) | Should -Match 'Name\s+Srn'
    }
}
