BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiLeastPrivilegeTicket' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'lists what is found about least privilege, newest first' {
        $tickets = Get-SonraiLeastPrivilegeTicket

        $tickets.ResourceName | Should -Contain 'AllSafeProdRole'
        $tickets.CreatedAt | Should -Be ($tickets.CreatedAt | Sort-Object -Descending)
        $tickets.SeverityNumeric | Should -Be ($tickets.SeverityNumeric | Sort-Object -Descending)
    }

    It 'lists the tickets of the walkthrough with a plain dash' {
        $tickets = Get-SonraiLeastPrivilegeTicket -Swimlane Global -ControlFramework 'Least Privilege - Optimize Policy'

        $tickets.Title | Sort-Object -Unique | Should -Be 'AWS Groups: Unused Sensitive Permissions', 'AWS Roles: Unused Sensitive Permissions', 'AWS Users: Unused Sensitive Permissions'
        $tickets.ResourceName | Should -Contain 'AllSafeProdRole'
    }

    It 'lists every ticket for *' {
        Get-SonraiLeastPrivilegeTicket -ControlFramework * | Should -HaveCount @(Get-SonraiLeastPrivilegeTicket).Count
    }

    It 'narrows by severity, status, account and date together' {
        $tickets = Get-SonraiLeastPrivilegeTicket -Severity CRITICAL -Status NEW -AccountId 111133335555, 888899990000 -CreatedAfter (Get-Date).AddDays(-5)

        $tickets.ResourceName | Should -Contain 'BookingApiProdRole'
        $tickets.ResourceName | Should -Contain 'ci-deployer'
        $tickets.Severity | Sort-Object -Unique | Should -Be 'CRITICAL'
        $tickets.Account | Sort-Object -Unique | Should -Be '111133335555', '888899990000'
    }

    It 'finds a resource by <Way>' -ForEach @(
        @{ Way = 'its name'; Resource = 'ci-deployer' }
        @{ Way = 'a pattern'; Resource = 'ci-*' }
        @{ Way = 'its SRN'; Resource = 'srn:aws:iam::888899990000/User/*' }
        @{ Way = 'its ARN'; Resource = 'arn:aws:iam::888899990000:user/ci-deployer' }
    ) {
        (Get-SonraiLeastPrivilegeTicket -Resource $Resource).ResourceName | Sort-Object -Unique | Should -Be 'ci-deployer'
    }

    It 'lists the tickets of the accounts that come through the pipe' {
        $tickets = Get-OrgAccount -OrganizationalUnit /Workloads/Prod -Recurse | Get-SonraiLeastPrivilegeTicket

        foreach ($name in 'AllSafeProdRole', 'BookingApiProdRole', 'DataPlatformAdminRole', 'TelemetryIngestRole', 'billing-operators') {
            $tickets.ResourceName | Should -Contain $name
        }
        $tickets.ResourceName | Should -Not -Contain 'ci-deployer'
    }

    It 'gives nothing where no account comes' {
        Get-OrgAccount -Name nobody | Get-SonraiLeastPrivilegeTicket | Should -BeNullOrEmpty
    }

    It 'pages' {
        $all = Get-SonraiLeastPrivilegeTicket

        (Get-SonraiLeastPrivilegeTicket -First 4 -Skip 2).Srn | Should -Be $all[2..5].Srn
    }

    It 'stops reading when the pipeline has enough' {
        Get-SonraiLeastPrivilegeTicket | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'opens a ticket with what it knows of policies' {
        $ticket = Get-SonraiLeastPrivilegeTicket -Resource BookingApiProdRole -ControlFramework '*Policy' | Get-SonraiLeastPrivilegeTicket -Detailed

        $ticket.Evidence.PolicyName | Should -Be 'legacy-export', 'booking-api-wide'
        foreach ($policy in $ticket.Evidence.RecommendedPolicy | Where-Object { $_ }) {
            ($policy | ConvertFrom-Json).Statement.Effect | Should -Be (@('Allow') * ($policy | ConvertFrom-Json).Statement.Count)
        }
    }

    It 'explains the ticket of the role of the collector' {
        $expected = Get-SonraiLeastPrivilegeTicket | Where-Object IsExpected

        $expected.ResourceName | Should -Be 'sonrai-collector-role'
        $expected.Explanation | Should -Match 'Approve-SonraiRisk'
    }

    It 'goes on past an SRN of which there is no ticket' {
        $known = (Get-SonraiLeastPrivilegeTicket -First 1).Srn

        $tickets = Get-SonraiLeastPrivilegeTicket -Srn srn:none, $known -ErrorVariable wrong -ErrorAction SilentlyContinue

        $tickets.Srn | Should -Be $known
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'TicketNotFound,*'
    }

    It 'ends for a framework or a swimlane that there is not' {
        { Get-SonraiLeastPrivilegeTicket -ControlFramework Nothing } | Should -Throw -ErrorId 'FrameworkNotFound,*'
        { Get-SonraiLeastPrivilegeTicket -Swimlane Nowhere } | Should -Throw -ErrorId 'SwimlaneNotFound,*'
    }

    It 'is a table, and a list with details' {
        (Get-SonraiLeastPrivilegeTicket | Out-String -Width 120) | Should -Match 'Severity\s+Status\s+Resource\s+Account\s+Expected\s+Title'
        (Get-SonraiLeastPrivilegeTicket -Resource BookingApiProdRole -Detailed | Out-String -Width 120) | Should -Match 'Evidence\s+: {legacy-export, booking-api-wide}'
    }

    It 'becomes CSV and JSON' {
        (Get-SonraiLeastPrivilegeTicket | ConvertTo-Csv | ConvertFrom-Csv).Severity | Should -Contain 'CRITICAL'
        (Get-SonraiLeastPrivilegeTicket RouteplannerLambdaRole -Detailed -First 1 | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Evidence.PolicyName | Should -Not -BeNullOrEmpty
    }
}
