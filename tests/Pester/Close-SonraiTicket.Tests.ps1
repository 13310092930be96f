BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Close-SonraiTicket' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'closes tickets through the pipe, each with a result' {
        $results = Get-SonraiLeastPrivilegeTicket -Severity MEDIUM | Close-SonraiTicket

        $results.Status | Sort-Object -Unique | Should -Be 'Done'
        (Get-SonraiLeastPrivilegeTicket -Status CLOSED).Srn | Should -Be $results.Srn
    }

    It 'finds nothing more to do when run again' {
        Get-SonraiLeastPrivilegeTicket -Severity MEDIUM | Close-SonraiTicket | Out-Null

        $results = Get-SonraiLeastPrivilegeTicket -Severity MEDIUM | Close-SonraiTicket

        $results.Status | Sort-Object -Unique | Should -Be 'AlreadyDone'
    }

    It 'closes the rows of a CSV file' {
        $rows = Get-SonraiLeastPrivilegeTicket | ConvertTo-Csv | ConvertFrom-Csv | Where-Object IsExpected -EQ True

        ($rows | Close-SonraiTicket).TicketStatus | Should -Be 'CLOSED'
    }

    It 'closes tickets that came back from a job' {
        $away = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-SonraiLeastPrivilegeTicket -First 1)))

        ($away | Close-SonraiTicket).Status | Should -Be 'Done'
    }

    It 'closes what a saved search finds' {
        $results = Get-SonraiSearchResult 'Open tickets' | Where-Object account -EQ 666688880000 | Close-SonraiTicket

        $results.ResourceName | Should -Contain 'legacy-reporting'
        $results.Account | Sort-Object -Unique | Should -Be '666688880000'
    }

    It 'does not undo an accepted risk by the way' {
        Get-SonraiLeastPrivilegeTicket -Resource BreakGlassAdmin | Approve-SonraiRisk -Reason 'It must be there.' | Out-Null

        $results = Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Close-SonraiTicket -ErrorVariable wrong -ErrorAction SilentlyContinue

        $failed = $results | Where-Object Status -EQ Failed
        $failed.ResourceName | Should -Be 'BreakGlassAdmin'
        $failed.Reason | Should -Match 'RISK_ACCEPTED'
        $results.Status | Sort-Object -Unique | Should -Be 'Done', 'Failed'
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'TicketDecided,*'
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiLeastPrivilegeTicket | Close-SonraiTicket -WhatIf | Should -BeNullOrEmpty

        Get-SonraiLeastPrivilegeTicket -Status CLOSED | Should -BeNullOrEmpty
    }

    It 'says that the pipeline was empty' {
        Get-SonraiLeastPrivilegeTicket -Resource nothing | Close-SonraiTicket -ErrorVariable wrong -ErrorAction SilentlyContinue

        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'NoTicketGiven,*'
    }

    It 'has a table of its own' {
        (Get-SonraiLeastPrivilegeTicket -First 1 | Close-SonraiTicket | Out-String -Width 120) | Should -Match 'Status\s+TicketStatus\s+Resource\s+Account\s+Reason'
    }
}
