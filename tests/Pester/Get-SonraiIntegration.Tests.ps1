BeforeAll {
    Import-Module "$PSScriptRoot/../../SonraiControlTower.psd1" -Force
    $id = '4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31'
}

AfterAll {
    Disconnect-Sonrai
}

Describe 'Get-SonraiIntegration' {
    BeforeAll {
        Connect-Sonrai -Sandbox | Out-Null
        Install-SonraiIntegration -ExternalId $id | Out-Null
    }

    It 'tells what there is' {
        $integration = Get-SonraiIntegration

        $integration.Status | Should -Be 'CREATE_COMPLETE'
        $integration.StackSetName | Should -Be 'SonraiDigAccess'
        $integration.SecretArn | Should -BeLike 'arn:aws:secretsmanager:*'
        $integration.RotationDays | Should -Be 15
    }

    It 'has a table' {
        Get-SonraiIntegration | Out-String | Should -Match 'StackName +Status +Region'
    }

    It 'takes the name of the stack by the pipeline' {
        { [pscustomobject]@{ StackName = 'Other' } | Get-SonraiIntegration } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }

    It 'looks into one region' {
        { Get-SonraiIntegration -Region us-west-2 } | Should -Throw -ErrorId 'IntegrationNotInstalled,*'
    }
}
