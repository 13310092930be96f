BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    Import-Module "$PSScriptRoot/StandIn.psm1" -Force
    $standIn = Start-StandIn
}

AfterAll {
    Stop-StandIn $standIn
    Disconnect-Sonrai
}

Describe 'Connect-Sonrai' {
    It 'opens the sandbox without anything' {
        (Connect-Sonrai -Sandbox).Mode | Should -Be 'Sandbox'
        (Get-SonraiContext).Mode | Should -Be 'Sandbox'
    }

    It 'connects to a tenant with a <Kind>' -ForEach @(
        @{ Kind = 'SecureString'; Make = { ConvertTo-SecureString $args[0] -AsPlainText -Force } }
        @{ Kind = 'text'; Make = { $args[0] } }
        @{ Kind = 'PSCredential'; Make = { [pscredential]::new('token', (ConvertTo-SecureString $args[0] -AsPlainText -Force)) } }
    ) {
        $context = Connect-Sonrai -Token (& $Make $standIn.Token) -Endpoint $standIn.Endpoint

        $context.Mode | Should -Be 'Tenant'
        $context.Endpoint | Should -Be $standIn.Endpoint
        $context.TokenExpiresAt | Should -BeGreaterThan ([datetimeoffset]::Now)
    }

    It 'refuses a token that has ended, before sending it' {
        { Connect-Sonrai -Token $standIn.EndedToken -Endpoint $standIn.Endpoint } |
            Should -Throw -ErrorId 'TokenExpired,SonraiControlTower.Commands.ConnectSonraiCommand'
    }

    It 'refuses a token of another tenant' {
        { Connect-Sonrai -Token $standIn.ForeignToken -Endpoint $standIn.Endpoint } |
            Should -Throw -ErrorId 'WrongTenant,SonraiControlTower.Commands.ConnectSonraiCommand'
    }

    It 'refuses what is no token without repeating it' {
        $problem = { Connect-Sonrai -Token 'hunter2.hunter2' } | Should -Throw -PassThru

        $problem.FullyQualifiedErrorId | Should -BeLike 'MalformedToken,*'
        "$problem" | Should -Not -BeLike '*hunter2*'
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses to send a token over plain HTTP to another machine' {
        { Connect-Sonrai -Token $standIn.Token -Endpoint http://tenant.example/graphql } | Should -Throw -ErrorId 'PlainHttpRefused,*'
    }

    It 'refuses a queries folder that does not exist' {
        { Connect-Sonrai -Token $standIn.Token -Endpoint $standIn.Endpoint -QueriesFolder "$TestDrive/none" } |
            Should -Throw -ErrorId 'QueriesFolderNotFound,*'
    }

    It 'says at once that no region is set' {
        $keys = [pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' }

        $problem = { Connect-Sonrai -Local -Credential $keys } | Should -Throw -PassThru

        $problem.FullyQualifiedErrorId | Should -BeLike 'NoRegion,*'
        $problem.ErrorDetails.RecommendedAction | Should -BeLike '*-Region*'
    } -Skip:([bool]$env:AWS_REGION -or [bool]$env:AWS_DEFAULT_REGION -or (Test-Path ~/.aws/config))

    It 'takes a folder of files, and needs no AWS for it' {
        Import-Module "$PSScriptRoot/Analysis.psm1" -Force
        New-Estate -Path "$TestDrive/estate"

        $context = Connect-Sonrai -Local -Data TestDrive:/estate

        $context.Mode | Should -Be 'Local'
        $context.Data | Should -BeLike '*estate'
        (Get-SonraiActivity).Action | Should -Contain 'ec2:DescribeInstances'
        (Get-SonraiEffectivePermission -Principal worker).Action | Should -Contain 's3:GetObject'
    }

    It 'remembers what it has counted in the folder' {
        $verbose = Connect-Sonrai -Local -Data "$TestDrive/estate" -Verbose 4>&1

        "$verbose" | Should -BeLike '*0 new files*'
        (Get-SonraiActivity -Principal worker -Action ec2:DescribeInstances).Count | Should -Be 2
    }

    It 'refuses a folder that does not exist' {
        { Connect-Sonrai -Local -Data "$TestDrive/nowhere" } | Should -Throw -ErrorId 'DataFolderNotFound,*'
    }
}
