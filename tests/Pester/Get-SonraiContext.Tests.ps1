BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiContext' {
    It 'gives nothing without a session' {
        Disconnect-Sonrai

        Get-SonraiContext | Should -BeNullOrEmpty
    }

    It 'belongs to its runspace' {
        Connect-Sonrai -Sandbox | Out-Null

        $elsewhere = 1..2 | ForEach-Object -Parallel {
            Import-Module "$using:PSScriptRoot/../../SonraiControlTower.psd1"
            @(Get-SonraiContext).Count
        }

        $elsewhere | Should -Be 0, 0
        (Get-SonraiContext).Mode | Should -Be 'Sandbox'
    }

    It 'becomes JSON with its words' {
        Connect-Sonrai -Sandbox | Out-Null

        (Get-SonraiContext | ConvertTo-Json | ConvertFrom-Json).Mode | Should -Be 'Sandbox'
    }
}
