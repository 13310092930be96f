namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>A small runbook with nothing wrong, which tests break in one place each.</summary>
internal static class SampleRunbook
{
    public const string Text =
        """
        schemaVersion: '0.3'
        description: A sample.
        assumeRole: '{{ AutomationAssumeRole }}'
        parameters:
          AutomationAssumeRole:
            type: AWS::IAM::Role::Arn
            description: The role.
            allowedPattern: '^arn:.*$'
          AccountId:
            type: String
            description: An account.
            allowedPattern: '^[0-9]{12}$'
          Way:
            type: String
            description: A way.
            default: Lambda
            allowedValues:
              - Lambda
              - Node
        outputs:
          - Look.Name
        mainSteps:
          - name: Choose
            description: Chooses.
            action: aws:branch
            inputs:
              Choices:
                - NextStep: OnNode
                  Variable: '{{ Way }}'
                  StringEquals: Node
              Default: Invoke
          - name: Invoke
            description: Invokes.
            action: aws:invokeLambdaFunction
            timeoutSeconds: 300
            maxAttempts: 1
            onFailure: step:Look
            nextStep: Read
            inputs:
              FunctionName: setup
              Payload: '{"accountIds":["{{ AccountId }}"],"region":"{{ global:REGION }}"}'
          - name: Read
            description: Reads.
            action: aws:executeScript
            timeoutSeconds: 600
            nextStep: Look
            inputs:
              Runtime: python3.11
              Handler: read
              InputPayload:
                answer: '{{ Invoke.Payload }}'
              Script: |
                def read(events, context):
                    return {}
          - name: Look
            description: Looks.
            action: aws:executeAwsApi
            timeoutSeconds: 25
            isEnd: true
            inputs:
              Service: secretsmanager
              Api: DescribeSecret
              SecretId: token
            outputs:
              - Name: Name
                Selector: $.Name
                Type: String
          - name: OnNode
            description: Runs.
            action: aws:runCommand
            timeoutSeconds: 160
            inputs:
              DocumentName: AWS-RunShellScript
              InstanceIds:
                - i-0123456789abcdef0
              TimeoutSeconds: 60
              Parameters:
                executionTimeout:
                  - '100'
                commands:
                  - export WAY='{{ Way }}'
                  - echo "$WAY"

        """;
}
