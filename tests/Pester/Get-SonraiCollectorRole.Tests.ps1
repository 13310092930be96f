BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiCollectorRole' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role | Out-Null
    }

    It 'tells the accounts that have the role from those that have not' {
        $states = Get-SonraiCollectorRole

        @($states | Where-Object Status -EQ 'Current').Count | Should -Be 6
        ($states | Where-Object Name -EQ 'Audit').Status | Should -Be 'Missing'
    }

    It 'looks at the role from inside with -Inspect' {
        $states = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Get-SonraiCollectorRole -Inspect

        $states.IsInspected | Should -Not -Contain $false
        $states.Drift | Should -BeNullOrEmpty
    }

    It 'says where there is no such stack set' {
        { Get-SonraiCollectorRole -StackSetName Nothing } | Should -Throw -ErrorId 'CollectorRoleNotInstalled,*'
    }

    It 'says why an account is not as it shall be' {
        Get-OrgAccount -Name 'Harbourline data' | Install-SonraiCollectorRole @role -ErrorAction SilentlyContinue | Out-Null

        $state = Get-OrgAccount -Name 'Harbourline data' | Get-SonraiCollectorRole

        $state.Status | Should -Be 'Outdated'
        $state.Reason | Should -BeLike '*AWSControlTowerExecution*'
    }

    It 'tells of the role for remediation with -Bot' {
        Install-SonraiCollectorRole @role -OrganizationalUnit /Security -BotRoleName sonrai-bot-role | Out-Null

        (Get-SonraiCollectorRole -OrganizationalUnit /Security -Bot).Status | Should -Be 'Current', 'Current'
    }
}
