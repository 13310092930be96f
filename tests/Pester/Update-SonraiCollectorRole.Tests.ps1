BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Update-SonraiCollectorRole' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role | Out-Null
    }

    It 'changes what the role may read, in place' {
        $results = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess

        $results.Status | Sort-Object -Unique | Should -Be 'Updated'
        (Get-SonraiCollectorRole | Where-Object Status -EQ 'Current').PolicyChoice | Sort-Object -Unique | Should -Be 'ReadOnlyAccess'
    }

    It 'changes the external id, so that only the new one is admitted' {
        $new = 'b0c4e7a2-7d11-4f0f-9a2a-1c5d8e3f6a90'
        $accounts = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse
        $accounts | Update-SonraiCollectorRole -ExternalId $new | Out-Null

        ($accounts | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $new).Status | Sort-Object -Unique | Should -Be 'Passed'
        ($accounts[0] | Test-SonraiAccount @role).Status | Should -Be 'Failed'
    }

    It 'writes nothing with -WhatIf' {
        Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess -WhatIf | Out-Null

        (Get-SonraiCollectorRole | Where-Object Status -EQ 'Current').PolicyChoice | Sort-Object -Unique | Should -Be 'SecurityAuditViewOnly'
    }

    It 'says how many accounts are left behind by a change of some' {
        Get-OrgAccount -Name 'Billing prod' | Update-SonraiCollectorRole -PolicyChoice ReadOnlyAccess -WarningVariable left -WarningAction SilentlyContinue | Out-Null

        "$left" | Should -BeLike '*5 accounts*OUTDATED*'
        @(Get-SonraiCollectorRole | Where-Object Status -EQ 'Outdated').Count | Should -Be 5
    }

    It 'leaves what is so already' {
        Update-SonraiCollectorRole -OrganizationalUnit /Workloads/Prod -PolicyChoice ReadOnlyAccess | Out-Null

        (Update-SonraiCollectorRole -OrganizationalUnit /Workloads/Prod -PolicyChoice ReadOnlyAccess).Status | Sort-Object -Unique | Should -Be 'AlreadyInstalled'
    }

    It 'asks to be told what shall be otherwise' {
        { Update-SonraiCollectorRole } | Should -Throw -ErrorId 'NothingToChange,*'
    }
}
