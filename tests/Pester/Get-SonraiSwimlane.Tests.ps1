BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiSwimlane' {
    It 'lists the swimlanes by title' {
        (Get-SonraiSwimlane -Title prod*).Title | Should -Be 'Production'
        (Get-SonraiSwimlane -Title Global).IsGlobal | Should -BeTrue
        Get-SonraiSwimlane -Title nothing* | Should -BeNullOrEmpty
    }
}
