BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $role = @{ CollectorAccount = '222233334444'; ExternalId = '9d2f6c1e-0a4b-4a55-8d1e-6f1f6f0f2b11' }
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Install-SonraiCollectorRole' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'tells of every account of the organization what came of it' {
        $results = Get-OrgAccount | Install-SonraiCollectorRole @role -ErrorAction SilentlyContinue

        $results | Should -HaveCount @(Get-OrgAccount).Count
        $results.Status | Sort-Object -Unique | Should -Be 'Failed', 'Installed', 'Skipped'
    }

    It 'gives AWS its say about the account that failed, though the operation went well' {
        $failed = Install-SonraiCollectorRole @role -ErrorVariable wrong -ErrorAction SilentlyContinue | Where-Object Status -EQ 'Failed'

        $failed.Name | Should -Be 'Harbourline data'
        $failed.Reason | Should -BeLike '*AWSControlTowerExecution*'
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'CollectorRoleFailed,*'
    }

    It 'reaches the management account by a stack of its own' {
        $result = Get-OrgAccount -Name 'Larkmoor Freight' | Install-SonraiCollectorRole @role

        $result.Status | Should -Be 'Installed'
        $result.StackSet | Should -Be 'SonraiDigAccess-Management'
    }

    It 'goes on as a job, in the session it was begun in' {
        $job = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role -AsJob

        $job.PSJobTypeName | Should -Be 'SonraiJob'
        $results = $job | Wait-Job | Receive-Job -AutoRemoveJob -Wait -ErrorAction SilentlyContinue
        $results.Status | Should -Contain 'Installed'
        (Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role).Status | Should -Not -Contain 'Installed'
    }

    It 'does nothing twice' {
        Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role | Out-Null

        $again = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Install-SonraiCollectorRole @role

        $again.Status | Sort-Object -Unique | Should -Be 'AlreadyInstalled'
    }

    It 'begins and does not wait with -NoWait, and the next run tells the end' {
        $begun = Get-OrgAccount -OrganizationalUnit /Security | Install-SonraiCollectorRole @role -NoWait
        $begun.Status | Should -Be 'Pending', 'Pending'

        $end = Get-OrgAccount -OrganizationalUnit /Security | Install-SonraiCollectorRole @role
        $end.Status | Should -Not -Contain 'Pending'
        $end.Status | Should -Not -Contain 'Failed'
    }

    It 'takes what is there otherwise as it is, with a warning' {
        Get-OrgAccount -OrganizationalUnit /Security | Install-SonraiCollectorRole @role | Out-Null

        Get-OrgAccount -OrganizationalUnit /Security |
            Install-SonraiCollectorRole @role -PolicyChoice ReadOnlyAccess -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null

        "$warnings" | Should -BeLike '*-Force*'
        (Get-OrgAccount -OrganizationalUnit /Security | Get-SonraiCollectorRole).PolicyChoice | Sort-Object -Unique | Should -Be 'SecurityAuditViewOnly'
    }

    It 'writes nothing with -WhatIf' {
        Get-OrgAccount | Install-SonraiCollectorRole @role -WhatIf | Where-Object Status -EQ 'Installed' | Should -BeNullOrEmpty

        { Get-SonraiCollectorRole } | Should -Throw -ErrorId 'CollectorRoleNotInstalled,*'
    }

    It 'shows the external id nowhere' {
        $everything = Get-OrgAccount -OrganizationalUnit /Security | Install-SonraiCollectorRole @role -Verbose -Debug *>&1 | ConvertTo-Json -Depth 5

        "$everything" | Should -Not -Match $role.ExternalId
    }

    It 'says that the pipeline was empty' {
        { Get-OrgAccount -Name nobody | Install-SonraiCollectorRole @role -ErrorAction Stop } | Should -Throw -ErrorId 'NoAccountGiven,*'
    }

    It 'reaches with a service-managed set what is not enrolled in Control Tower' {
        $result = Get-OrgAccount -Name 'Harbourline data' | Install-SonraiCollectorRole @role -PermissionModel ServiceManaged

        $result.Status | Should -Be 'Installed'
    }

    It 'keeps to the permission model of a stack set' {
        Install-SonraiCollectorRole @role -OrganizationalUnit /Security | Out-Null

        { Install-SonraiCollectorRole @role -OrganizationalUnit /Security -PermissionModel ServiceManaged } | Should -Throw -ErrorId 'StackSetOtherModel,*'
    }

    It 'makes the role for remediation by a stack set of its own, and only where it is asked for' {
        $results = Install-SonraiCollectorRole @role -OrganizationalUnit /Security -BotRoleName sonrai-bot-role

        $results.StackSet | Sort-Object -Unique | Should -Be 'SonraiDigAccess', 'SonraiDigAccess-Bot'
        ($results | Where-Object StackSet -EQ 'SonraiDigAccess-Bot').RoleArn | Should -BeLike '*:role/sonrai-bot-role'
    }

    It 'binds the rows of a CSV file and goes on after a bad one' {
        $rows = "AccountId,Owner`n222233334444,me`n12,you`n333344445555,they" | ConvertFrom-Csv

        ($rows | Install-SonraiCollectorRole @role -ErrorVariable wrong -ErrorAction SilentlyContinue).Status | Should -Be 'Installed', 'Installed'
        $wrong.FullyQualifiedErrorId | Should -BeLike 'MalformedAccountId,*'
    }

    It 'repeats no external id that is none' {
        $wrong = { Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId 'not one!' } | Should -Throw -ErrorId 'MalformedExternalId,*' -PassThru

        "$($wrong.Exception.Message) $($wrong.ErrorDetails)" | Should -Not -Match 'not one!'
    }
}
