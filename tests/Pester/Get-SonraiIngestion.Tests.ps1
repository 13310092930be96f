BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiIngestion' {
    BeforeEach {
        Connect-Sonrai -Sandbox | Out-Null
    }

    It 'finds trail, bucket and key, and says what is missing' {
        $ingestion = Get-SonraiIngestion

        $ingestion.Status | Should -Be 'Disabled'
        $ingestion.BucketAccount | Should -Be '333344445555'
        $ingestion.KmsKeyArn | Should -BeLike 'arn:aws:kms:*'
        $ingestion.CanRead | Should -BeNullOrEmpty
        $ingestion.Reason | Should -Not -BeNullOrEmpty
    }

    It 'sees that somebody took a grant away' {
        Install-SonraiIntegration -ExternalId $id | Out-Null
        Enable-SonraiIngestion | Out-Null

        (Get-SonraiContext).GetLandingZone().SetBucketPolicy((Get-SonraiIngestion).BucketName, $null)

        $ingestion = Get-SonraiIngestion
        $ingestion.Status | Should -Be 'Incomplete'
        $ingestion.CanRead | Should -BeFalse
    }

    It 'says which account cannot be entered' {
        { Get-SonraiIngestion -ExecutionRoleName NoSuchRole } | Should -Throw -ErrorId 'TrailAccountNotEntered,*'
    }
}
