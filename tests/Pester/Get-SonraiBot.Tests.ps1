BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiBot' {
    It 'lists the bots by title and by what they remedy' {
        (Get-SonraiBot -Title '*managed policy').Title | Should -Contain 'Update Managed Policy'
        Get-SonraiBot -RemediationType UPDATE_POLICY | Should -HaveCount 4
        Get-SonraiBot -Title nothing* | Should -BeNullOrEmpty
    }

    It 'says what a bot must be allowed where that is known' {
        (Get-SonraiBot -Title 'Apply Monitored*').RequiredPermissions | Should -Contain 'iam:CreatePolicy'
    }

    It 'has a table of its own' {
        (Get-SonraiBot -Title 'Delete role' | Out-String -Width 200) | Should -Match 'Title\s+RemediationType\s+Description'
    }
}
