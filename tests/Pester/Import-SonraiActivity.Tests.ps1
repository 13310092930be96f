BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/Analysis.psm1" -Force
    New-Estate -Path "$TestDrive/estate"
    $trail = "$TestDrive/estate/trail"
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Import-SonraiActivity' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'reads a folder, and counts a file once' {
        $first = Import-SonraiActivity -Path $trail
        $again = Import-SonraiActivity -Path $trail

        $first.Files | Should -Be 1
        $first.Events | Should -Be 3
        $first.EventsDenied | Should -Be 1
        $again.Files | Should -Be 0
        $again.FilesSkipped | Should -Be 1
    }

    It 'takes <Kind> from the pipeline' -ForEach @(
        @{ Kind = 'files'; Give = { Get-ChildItem -Path $args[0] -Recurse -File } }
        @{ Kind = 'paths'; Give = { (Get-ChildItem -Path $args[0] -Recurse -File).FullName } }
        @{ Kind = 'folders'; Give = { Get-Item -Path $args[0] } }
    ) {
        (& $Give $trail | Import-SonraiActivity).Files | Should -Be 1
    }

    It 'understands wildcards and drives of PowerShell''s own' {
        (Import-SonraiActivity -Path 'TestDrive:/estate/tr*').Files | Should -Be 1
    }

    It 'reads as a job what a drive of PowerShell''s own has' {
        (Import-SonraiActivity -Path 'TestDrive:/estate/trail' -AsJob | Receive-Job -Wait -AutoRemoveJob).Events | Should -Be 3
    }

    It 'tells what is damaged, with its name, and reads the rest' {
        $broken = "$TestDrive/broken"
        $null = New-Item -ItemType Directory -Path $broken -Force
        Write-Record -Path "$broken/good.json.gz" -Record (New-Record -EventName ListUsers -EventSource iam.amazonaws.com)
        $bytes = [IO.File]::ReadAllBytes("$broken/good.json.gz")
        [IO.File]::WriteAllBytes("$broken/half.json.gz", $bytes[0..([int]($bytes.Length / 2))])
        [IO.File]::WriteAllBytes("$broken/empty.json.gz", @())

        $import = Import-SonraiActivity -Path $broken, "$TestDrive/nowhere" -ErrorVariable problems -ErrorAction SilentlyContinue

        $import.Files | Should -BeGreaterOrEqual 1
        $ids = $problems.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] }
        $ids | Should -Contain 'ActivityPathNotFound'
        $ids | Should -Contain 'ActivityFileDamaged'
        $ids | Should -Contain 'ActivityFileEmpty'
        ($problems | Where-Object FullyQualifiedErrorId -Like 'ActivityFileDamaged,*').TargetObject | Should -BeLike '*half.json.gz'
    }

    It 'reads the organization''s trail' {
        $import = Import-SonraiActivity -OrganizationTrail

        $import.Files + $import.FilesSkipped | Should -BeGreaterThan 0
    }

    It 'reads nothing with -WhatIf' {
        Import-SonraiActivity -Path $trail -WhatIf | Should -BeNullOrEmpty
        Get-SonraiActivity -Principal worker | Should -BeNullOrEmpty
    }
}
