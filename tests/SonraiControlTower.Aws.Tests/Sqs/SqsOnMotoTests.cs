using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Sqs;

public sealed class SqsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task A_queue_tells_its_ARN_and_where_its_dead_letters_go()
    {
        var outputs = await Ground.MakeAsync(Aws, Access, """
            Resources:
              Dead: { Type: AWS::SQS::Queue }
              Events:
                Type: AWS::SQS::Queue
                Properties:
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5 }
            Outputs:
              Url: { Value: !Ref Events }
              Arn: { Value: !GetAtt Events.Arn }
              DeadUrl: { Value: !Ref Dead }
              DeadArn: { Value: !GetAtt Dead.Arn }
            """);
        var sqs = await Aws.OpenSqsAsync(Access, default);

        var queue = (await sqs.GetQueueAsync(outputs["Url"], default)).ShouldNotBeNull();

        queue.Arn.ShouldBe(outputs["Arn"]);
        queue.DeadLetterArn.ShouldBe(outputs["DeadArn"]);
        queue.IsEmpty.ShouldBeTrue();
        (await sqs.GetQueueAsync(outputs["DeadUrl"], default)).ShouldNotBeNull().DeadLetterArn.ShouldBeNull();
    }

    [MotoFact]
    public async Task A_queue_that_is_not_there_is_none()
    {
        var sqs = await Aws.OpenSqsAsync(Access, default);

        (await sqs.GetQueueAsync(new Uri(Access.EndpointUrl!, $"{Account}/nowhere").AbsoluteUri, default)).ShouldBeNull();
    }
}
