BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
    Get-OrgAccount -OU Security | Register-SonraiAccount | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiAccount' {
    It 'lists what is registered and by whom' {
        (Get-SonraiAccount).AccountId | Sort-Object | Should -Be '222233334444', '333344445555'
        (Get-SonraiAccount).RegisteredBy | Should -Be 'SonraiControlTower', 'SonraiControlTower'
    }

    It 'looks up what is piped in and says what is not registered' {
        $found = Get-OrgAccount -Name Audit, DNS | Get-SonraiAccount -ErrorVariable problem -ErrorAction SilentlyContinue

        $found.AccountId | Should -Be '222233334444'
        $problem.FullyQualifiedErrorId | Should -BeLike 'AccountNotRegistered,*'
    }
}
