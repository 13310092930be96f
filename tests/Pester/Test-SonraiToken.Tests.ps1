BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
    $standIn = Start-StandIn
}

AfterAll {
    Stop-StandIn $standIn
    Disconnect-Sonrai
}

Describe 'Test-SonraiToken' {
    It 'needs no session to judge a token that is <Expected>' -ForEach @(
        @{ Expected = 'Valid'; Which = 'Token' }
        @{ Expected = 'Expired'; Which = 'EndedToken' }
        @{ Expected = 'WrongTenant'; Which = 'ForeignToken' }
    ) {
        Disconnect-Sonrai

        (Test-SonraiToken -Token $standIn.$Which -Endpoint $standIn.Endpoint).Status | Should -Be $Expected
    }

    It 'judges the session''s own token' {
        Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint | Out-Null

        $verdict = Test-SonraiToken

        $verdict.IsValid | Should -BeTrue
        $verdict.TimeLeft | Should -BeGreaterThan ([timespan]::Zero)
        $verdict.User | Should -Not -BeNullOrEmpty
    }
}
