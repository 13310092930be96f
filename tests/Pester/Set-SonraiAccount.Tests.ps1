BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Set-SonraiAccount' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
        Get-OrgAccount -OU Security | Register-SonraiAccount | Out-Null
    }

    It 'has the accounts of the pipeline read through another role' {
        (Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader).Status | Should -Be 'Done', 'Done'

        (Get-SonraiAccount).RoleArn | Should -Be 'arn:aws:iam::222233334444:role/sonrai-reader', 'arn:aws:iam::333344445555:role/sonrai-reader'
    }

    It 'takes accounts of the organization, and gives bots a role' {
        $result = Get-OrgAccount -Name Audit | Set-SonraiAccount -BotRoleName sonrai-bot

        $result.BotRoleArn | Should -Be 'arn:aws:iam::222233334444:role/sonrai-bot'
        $result.RoleArn | Should -Be 'arn:aws:iam::222233334444:role/sonrai-collector-role'
    }

    It 'takes the role away from bots' {
        Set-SonraiAccount 222233334444 -BotRoleName sonrai-bot | Out-Null

        (Set-SonraiAccount 222233334444 -RemoveBotRole).BotRoleArn | Should -BeNullOrEmpty
    }

    It 'does nothing twice' {
        Set-SonraiAccount 222233334444 -RoleName sonrai-reader | Out-Null

        (Set-SonraiAccount 222233334444 -RoleName sonrai-reader).Status | Should -Be 'AlreadyDone'
    }

    It 'writes nothing with -WhatIf' {
        Get-SonraiAccount | Set-SonraiAccount -RoleName sonrai-reader -WhatIf | Should -BeNullOrEmpty

        (Get-SonraiAccount).RoleArn | Should -Not -Match 'sonrai-reader'
    }

    It 'says what is not registered, and goes on' {
        $results = '444455556666', '222233334444' |
            Set-SonraiAccount -RoleName sonrai-reader -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeLike 'AccountNotRegistered,*'
        $results.Status | Should -Be 'Failed', 'Done'
    }

    It 'wants to know what shall change' {
        { Get-SonraiAccount | Set-SonraiAccount } | Should -Throw -ErrorId 'NoRoleGiven,*'
        { Get-SonraiAccount | Set-SonraiAccount -BotRoleName b -RemoveBotRole } | Should -Throw -ErrorId 'BotRoleContradicted,*'
    }
}
