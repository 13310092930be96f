BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiSearchResult' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'gives what a search finds with the properties that the search has' {
        $found = Get-SonraiSearchResult -Name 'Identities with unused permissions' | Where-Object name -EQ BookingApiProdRole

        $found.account | Should -Be '111133335555'
        $found.policies | Should -Be 'legacy-export', 'booking-api-wide'
    }

    It 'runs searches that come through the pipe' {
        (Get-SonraiSearch -Name Open* | Get-SonraiSearchResult).Search | Sort-Object -Unique | Should -Be 'Open tickets'
    }

    It 'goes on past a search that there is not' {
        $found = Get-SonraiSearchResult nothing, 'Open tickets' -ErrorVariable wrong -ErrorAction SilentlyContinue

        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'SearchRefused,*'
        $found | Should -HaveCount @(Get-SonraiLeastPrivilegeTicket).Count
    }

    It 'becomes JSON with its properties' {
        $found = Get-SonraiSearchResult 'Open tickets' | ConvertTo-Json | ConvertFrom-Json

        $found.resourceName | Should -Contain 'ci-deployer'
    }

    It 'completes the names' {
        (TabExpansion2 'Get-SonraiSearchResult Op').CompletionMatches.CompletionText | Should -Be "'Open tickets'"
    }
}
