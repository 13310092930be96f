BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Remove-SonraiToken' {
    It 'removes by name and through the pipe' {
        Connect-Sonrai -Sandbox | Out-Null
        'one', 'two' | ForEach-Object { New-SonraiToken -Name $_ | Out-Null }

        Remove-SonraiToken one -Confirm:$false
        Get-SonraiToken two | Remove-SonraiToken -Confirm:$false

        Get-SonraiToken one, two | Should -BeNullOrEmpty
    }

    It 'is refused by name where the tenant does not offer it' {
        $standIn = Start-StandIn -WithoutTokenRemoval
        try {
            Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint | Out-Null
            New-SonraiToken one | Out-Null

            { Remove-SonraiToken one -Confirm:$false } | Should -Throw -ErrorId 'OperationNotOffered,*'
        }
        finally {
            Stop-StandIn $standIn
        }
    }
}
