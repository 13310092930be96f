BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
    Connect-Sonrai -Sandbox | Out-Null
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-OrgAccount' {
    It 'lists every account once, with its place' {
        $accounts = Get-OrgAccount

        $accounts.Count | Should -BeGreaterThan 20
        @($accounts.AccountId | Sort-Object -Unique).Count | Should -Be $accounts.Count
        $accounts | Where-Object { -not $_.OrganizationalUnitPath } | Should -BeNullOrEmpty
    }

    It 'finds by <How>' -ForEach @(
        @{ How = 'id'; Filter = @{ AccountId = '222233334444' }; Names = 'Audit' }
        @{ How = 'name with wildcard'; Filter = @{ Name = 'Log*' }; Names = 'Log archive' }
        @{ How = 'unit name'; Filter = @{ OrganizationalUnit = 'Security' }; Names = 'Audit', 'Log archive' }
        @{ How = 'unit path'; Filter = @{ OU = '/Security' }; Names = 'Audit', 'Log archive' }
        @{ How = 'status'; Filter = @{ Status = 'SUSPENDED' }; Names = 'Booking legacy' }
    ) {
        (Get-OrgAccount @Filter).Name | Should -Be $Names
    }

    It 'takes units below with -Recurse' {
        Get-OrgAccount -OU /Workloads | Should -BeNullOrEmpty
        (Get-OrgAccount -OU /Workloads -Recurse).Count | Should -BeGreaterThan 8
    }

    It 'stops as soon as nobody reads on' {
        (Get-OrgAccount | Select-Object -First 1).IsManagementAccount | Should -BeTrue
    }

    It 'shows a table with the OU' {
        (Get-OrgAccount -Name Audit | Out-String) | Should -Match 'AccountId\s+Name\s+Status\s+OU'
    }

    It 'says which id is in no account' {
        Get-OrgAccount -AccountId 999999999999 -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $problem.FullyQualifiedErrorId | Should -Be 'AccountNotInOrganization,SonraiControlTower.Commands.GetOrgAccountCommand'
        $problem.TargetObject | Should -Be '999999999999'
    }

    It 'completes units' {
        (TabExpansion2 'Get-OrgAccount -OrganizationalUnit /Sec').CompletionMatches.CompletionText | Should -Be '/Security'
    }

    It 'reads the wire of AWS Organizations with keys in <Where>' -ForEach @(
        @{ Where = 'a parameter'; With = @{ Credential = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' } } }
        @{ Where = 'the variable that AWS Tools leaves'; With = @{} }
    ) {
        $standIn = Start-StandIn -Accounts 60
        try {
            if (-not $With.Count) {
                $global:StoredAWSCredentials = [pscustomobject]@{ AccessKey = 'AKIAEXAMPLE'; SecretKey = 'secret' }
                $global:StoredAWSRegion = 'eu-west-1'
                Connect-Sonrai -Local -EndpointUrl $standIn.Organizations | Out-Null
            }
            else {
                Connect-Sonrai -Local -Region eu-west-1 -EndpointUrl $standIn.Organizations @With | Out-Null
            }

            @(Get-OrgAccount).Count | Should -Be 60
        }
        finally {
            Remove-Variable -Name StoredAWSCredentials, StoredAWSRegion -Scope Global -ErrorAction Ignore
            Stop-StandIn $standIn
            Connect-Sonrai -Sandbox | Out-Null
        }
    }
}
