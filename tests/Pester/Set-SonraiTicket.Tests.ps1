BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Set-SonraiTicket' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'assigns and comments' {
        $results = Get-SonraiLeastPrivilegeTicket -Severity CRITICAL | Set-SonraiTicket -AssignTo maren@example.com -Comment 'Still needed?'

        $tickets = Get-SonraiLeastPrivilegeTicket -Severity CRITICAL -Detailed
        $results.Status | Sort-Object -Unique | Should -Be 'Done'
        $tickets.AssignedTo | Sort-Object -Unique | Should -Be 'maren@example.com'
        $tickets.Comments.Body | Sort-Object -Unique | Should -Be 'Still needed?'
        $tickets.Status | Sort-Object -Unique | Should -Be 'NEW'
    }

    It 'knows people by name' {
        Get-SonraiLeastPrivilegeTicket -Resource ci-deployer -ControlFramework '*Policy' | Set-SonraiTicket -AssignTo 'tomas brandt' | Out-Null

        (Get-SonraiLeastPrivilegeTicket -Resource ci-deployer -ControlFramework '*Policy').AssignedTo | Should -Be 'tomas@example.com'
    }

    It 'ends for somebody unknown, and says nothing' {
        { Get-SonraiLeastPrivilegeTicket | Set-SonraiTicket -AssignTo nobody -Comment hello } | Should -Throw -ErrorId 'UserNotFound,*'

        (Get-SonraiLeastPrivilegeTicket -Detailed).Comments | Should -BeNullOrEmpty
    }

    It 'wants an assignee or a comment' {
        { Get-SonraiLeastPrivilegeTicket | Set-SonraiTicket } | Should -Throw -ErrorId 'NothingToSet,*'
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiLeastPrivilegeTicket | Set-SonraiTicket -AssignTo operator -Comment hello -WhatIf | Should -BeNullOrEmpty

        Get-SonraiAuditLog | Should -BeNullOrEmpty
    }

    It 'completes who there is' {
        (TabExpansion2 'Set-SonraiTicket -AssignTo ').CompletionMatches.CompletionText | Should -Contain "'maren@example.com'"
    }
}
