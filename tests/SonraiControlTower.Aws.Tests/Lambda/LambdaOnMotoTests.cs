using System.Text;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Lambda;

public sealed class LambdaOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task A_function_and_the_queue_that_feeds_it()
    {
        var outputs = await Ground.MakeAsync(Aws, Access, """
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: '2012-10-17'
                    Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
              Queue: { Type: AWS::SQS::Queue }
              Setup:
                Type: AWS::Lambda::Function
                Properties:
                  FunctionName: setup
                  Runtime: python3.12
                  Handler: index.handle
                  Role: !GetAtt Role.Arn
                  Code: { ZipFile: 'def handle(event, context): return event' }
              Mapping:
                Type: AWS::Lambda::EventSourceMapping
                Properties: { FunctionName: !GetAtt Setup.Arn, EventSourceArn: !GetAtt Queue.Arn }
            Outputs:
              Arn: { Value: !GetAtt Setup.Arn }
              QueueArn: { Value: !GetAtt Queue.Arn }
            """);
        var lambda = await Aws.OpenLambdaAsync(Access, default);

        var function = (await lambda.GetFunctionAsync(outputs["Arn"], default)).ShouldNotBeNull();

        function.Name.ShouldBe("setup");
        function.Arn.ShouldStartWith(outputs["Arn"]);
        function.Runtime.ShouldBe("python3.12");
        function.Handler.ShouldBe("index.handle");
        function.CodeSha256.ShouldNotBeNull();
        (await lambda.GetFunctionAsync("setup", default)).ShouldNotBeNull().Name.ShouldBe("setup");
        (await lambda.ListEventSourceMappingsAsync(outputs["Arn"], default).SingleAsync()).EventSourceArn.ShouldBe(outputs["QueueArn"]);
    }

    [MotoFact]
    public async Task A_function_is_called()
    {
        using var http = new HttpClient();
        // Without this moto would run functions in containers; with it, they answer what they are given.
        using var simple = new StringContent("""{"lambda":{"use_docker":false} }""", Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri(Access.EndpointUrl!, "moto-api/config"), simple)).EnsureSuccessStatusCode();
        await Ground.MakeAsync(Aws, Access, """
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } }
              Setup:
                Type: AWS::Lambda::Function
                Properties:
                  FunctionName: setup
                  Runtime: python3.12
                  Handler: index.handle
                  Role: !GetAtt Role.Arn
                  Code: { ZipFile: 'def handle(event, context): return event' }
            """);
        var lambda = await Aws.OpenLambdaAsync(Access, default);

        var answer = await lambda.InvokeAsync("setup", """{"was":"Größe 全"}""", default);

        answer.ShouldBe(new LambdaAnswer(null, """{"was":"Größe 全"}"""));
    }

    [MotoFact]
    public async Task A_function_that_is_not_there_is_none_and_cannot_be_called()
    {
        var lambda = await Aws.OpenLambdaAsync(Access, default);

        (await lambda.GetFunctionAsync("nowhere", default)).ShouldBeNull();
        (await lambda.ListEventSourceMappingsAsync("nowhere", default).CountAsync()).ShouldBe(0);
        (await Should.ThrowAsync<SonraiException>(() => lambda.InvokeAsync("nowhere", "{}", default))).Problem.Id.ShouldBe("LambdaNotFound");
    }
}
