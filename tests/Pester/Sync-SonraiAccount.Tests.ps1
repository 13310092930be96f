BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Sync-SonraiAccount' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'installs, proves and registers, and a second run finds nothing to do' {
        $first = Sync-SonraiAccount -OrganizationalUnit /Workloads/Prod @role
        $second = Sync-SonraiAccount -OrganizationalUnit /Workloads/Prod @role

        $first.Status | Sort-Object -Unique | Should -Be 'Synced'
        $second.Status | Sort-Object -Unique | Should -Be 'InSync'
        @(Get-SonraiAccount).Count | Should -Be $first.Count
    }

    It 'registers no account whose role is not there' {
        Sync-SonraiAccount @role -ErrorAction SilentlyContinue | Where-Object Name -EQ 'Harbourline data' | ForEach-Object Status | Should -Be 'Failed'

        (Get-SonraiAccount).AccountId | Should -Not -Contain '222255558888'
    }

    It 'prints the drift with -WhatIf and changes nothing' {
        $drift = Sync-SonraiAccount @role -WhatIf

        ($drift | Where-Object Name -EQ 'Booking test').Needs | Should -Be 'Role', 'Registration'
        Get-SonraiAccount | Should -BeNullOrEmpty
        { Get-SonraiCollectorRole } | Should -Throw -ErrorId 'CollectorRoleNotInstalled,*'
    }

    It 'adopts a role that is there' {
        Get-OrgAccount -OrganizationalUnit /Security | Install-SonraiCollectorRole @role | Out-Null

        $results = Sync-SonraiAccount -OrganizationalUnit /Security @role

        $results.Needs | Sort-Object -Unique | Should -Be 'Registration'
        $results.Status | Sort-Object -Unique | Should -Be 'Synced'
    }

    It 'says what it skips and why' {
        $closed = Sync-SonraiAccount -OrganizationalUnit /Suspended @role

        $closed.Status | Sort-Object -Unique | Should -Be 'Skipped'
        $closed.Reason | Should -Contain 'The account is SUSPENDED, not ACTIVE.'
    }

    It 'takes an empty pipeline for nothing, not for everything' {
        { Get-OrgAccount -Name nobody | Sync-SonraiAccount @role -ErrorAction Stop } | Should -Throw -ErrorId 'NoAccountGiven,*'
        Get-SonraiAccount | Should -BeNullOrEmpty
    }
}
