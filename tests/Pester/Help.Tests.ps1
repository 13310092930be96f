# The examples that a bare runspace cannot run, for want of Import-Csv or Sort-Object, run here, and with them all others: as Get-Help shows them.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $examples = foreach ($command in Get-Command -Module SonraiControlTower) {
        foreach ($example in (Get-Help $command.Name -Full).examples.example) {
            $needs = $example.remarks | Where-Object Text -Like '(Needs *'
            if (-not $needs) {
                @{ Command = $command.Name; Title = $example.title.Trim('- '); Code = $example.code }
            }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'The help of <Command>' -ForEach $examples {
    BeforeEach {
        Push-Location -LiteralPath $TestDrive
        Connect-Sonrai -Sandbox | Out-Null
    }

    AfterEach {
        Pop-Location
    }

    It '<Title>' {
        $ErrorActionPreference = 'Continue'
        $Error.Clear()

        & ([scriptblock]::Create($Code)) 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
    }
}
