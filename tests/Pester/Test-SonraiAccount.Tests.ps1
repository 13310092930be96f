BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
    Connect-Sonrai -Sandbox | Out-Null
    Install-SonraiCollectorRole @role -ErrorAction SilentlyContinue | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Test-SonraiAccount' {
    It 'proves that the role is given with the external id and not without it' {
        $result = Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount @role

        $result.Status | Should -Be 'Passed'
        $result.WithExternalId | Should -Be 'Admitted'
        $result.WithoutExternalId | Should -Be 'Refused'
        $result.WithWrongExternalId | Should -Be 'Refused'
        $result.CanRead | Should -BeTrue
    }

    It 'names what stands in the way of an account, with AWS as the witness' {
        $result = Get-OrgAccount -Name 'Harbourline data' | Test-SonraiAccount @role

        $result.Status | Should -Be 'Failed'
        $result.Blocker | Should -Be 'RoleNotAssumable'
        $result.Evidence | Should -Not -BeNullOrEmpty
        $result.Remedy | Should -Not -BeNullOrEmpty
    }

    It 'does not pass with an external id that is not the role''s' {
        (Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId 'another-external-id' -PropagationTimeoutSec 0).Status |
            Should -Be 'Failed'
    }

    It 'tells of closed accounts without asking them' {
        (Get-OrgAccount -Name 'Booking legacy' | Test-SonraiAccount @role).Blocker | Should -Be 'AccountClosed'
    }

    It 'tells another external id from no role' {
        $wrong = Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId 'another-external-id'

        $wrong.Blocker | Should -Be 'TrustMismatch'
        "$($wrong | ConvertTo-Json)" | Should -Not -Match "another-external-id|$($role.ExternalId)"
        (Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount @role -RoleName no-such-role).Blocker | Should -Be 'NoRole'
    }

    It 'goes no further where the collector''s account does not let it in' {
        { Get-OrgAccount -Name 'Booking test' | Test-SonraiAccount @role -ExecutionRoleName no-such-role } | Should -Throw -ErrorId 'NotTheCollector,*'
    }

    It 'gives accounts that bind to the next command' {
        $registered = Get-OrgAccount -Name 'Booking test', 'Harbourline data' | Test-SonraiAccount @role | Where-Object HasPassed | Register-SonraiAccount

        $registered.Name | Should -Be 'Booking test'
    }
}
