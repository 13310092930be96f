BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
    $standIn = Start-StandIn -WithoutTokenRemoval
}

AfterAll {
    Stop-StandIn $standIn
    Disconnect-Sonrai
}

Describe 'Get-SonraiCapability' {
    It 'offers everything in the sandbox' {
        Connect-Sonrai -Sandbox | Out-Null

        Get-SonraiCapability | Should -Not -BeNullOrEmpty
        Get-SonraiCapability | Where-Object -Property IsOffered -EQ $false | Should -BeNullOrEmpty
    }

    It 'names what a tenant lacks, and the commands that need it' {
        Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint | Out-Null

        # This tenant speaks of tickets, not of findings.
        $lacking = Get-SonraiCapability | Where-Object { -not $_.IsOffered -and $_.Operation -notlike '*Finding*' }

        $lacking.Operation | Should -Be 'DeleteSonraiUserToken'
        $lacking.Standing | Should -Be 'inferred'
        $lacking.UsedBy | Should -Be 'Remove-SonraiToken'
    }

    It 'tells which documents a folder replaces' {
        'query SonraiCurrentUsers { SonraiCurrentUsers { items { srn } } }' | Set-Content -Path "$TestDrive/SonraiCurrentUsers.graphql"
        Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint -QueriesFolder TestDrive:/ | Out-Null

        (Get-SonraiCapability | Where-Object -Property IsReplaced).Operation | Should -Be 'SonraiCurrentUsers'
    }
}
