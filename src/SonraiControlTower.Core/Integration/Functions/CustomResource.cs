using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// The resource of the stack that stands for the integration as such. Whatever happens CloudFormation gets its answer: a stack that gets none
/// waits until its time is over, and says nothing of why.
/// </summary>
internal sealed class CustomResource(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    private const int Attempts = 3;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(3);

    public async Task<string> RunAsync(JsonElement payload)
    {
        // Without an address there is nobody to answer.
        var request = FunctionJson.Read(payload, FunctionJson.Default.CustomResourceRequest) is { ResponseUrl.IsAbsoluteUri: true } read
            ? read
            : throw new SonraiException(FunctionProblems.RequestUnreadable("it is not a request of CloudFormation"));
        host.Log($"CloudFormation asks for {request}.");
        var answer = await AnswerToAsync(request).ConfigureAwait(false);
        host.Log(answer.Reason is null ? answer.Status : $"{answer.Status}: {answer.Reason}");
        await SendAsync(request.ResponseUrl, answer.ToBytes()).ConfigureAwait(false);
        return JsonSerializer.Serialize(new SetupAnswer(), FunctionJson.Default.SetupAnswer);
    }

    private async Task<CustomResourceAnswer> AnswerToAsync(CustomResourceRequest request)
    {
        var begun = request.RequestType != "Create";
        try
        {
            switch (request.RequestType)
            {
                case "Create" or "Update":
                    using (var session = await new SetupChecks(settings, host, deadline).RunAsync(request).ConfigureAwait(false))
                    {
                        begun = true;
                        return CustomResourceAnswer.Success(request, request.Id, await BringAsync(request, session).ConfigureAwait(false));
                    }

                case "Delete" when request.IsOfNothing:
                    return CustomResourceAnswer.Success(request, request.Id, null);
                case "Delete":
                    await new SetupRemoval(settings, host, deadline).RunAsync().ConfigureAwait(false);
                    return CustomResourceAnswer.Success(request, request.Id, null);
                default:
                    return CustomResourceAnswer.Failure(request, request.Id, $"There is no request '{request.RequestType}'.");
            }
        }
#pragma warning disable CA1031 // INVARIANT: every request is answered, whatever went wrong.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return CustomResourceAnswer.Failure(request, begun ? request.Id : request.IdOfNothing, ReasonOf(exception));
        }
    }

    /// <summary>Brings all accounts into step, as far as the time goes; the schedule does the rest, and one account that fails is no reason against the stack.</summary>
    private async Task<Dictionary<string, string>> BringAsync(CustomResourceRequest request, SetupSession session)
    {
        var run = new Reconciliation(settings, host, deadline, session);
        try
        {
            await new RoleRevision(settings, host, deadline).RunAsync(request).ConfigureAwait(false);
            await run.EverythingAsync().ConfigureAwait(false);
        }
        catch (SonraiException passing) when (passing.Problem.Kind is ProblemKind.Throttled or ProblemKind.Unreachable)
        {
            host.Log($"The schedule does what is left: {passing.Message}");
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            host.Log("The function's time is over; the schedule does what is left.");
        }

        var answer = SetupAnswer.Of(run.Results.Values);
        host.Log($"{answer}");
        return new Dictionary<string, string>
        {
            ["Accounts"] = Text(answer.Accounts),
            ["Synced"] = Text(answer.Synced),
            ["Failed"] = Text(answer.Failed),
            ["Pending"] = Text(answer.Pending),
        };

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private string ReasonOf(Exception exception)
    {
        switch (exception)
        {
            case SonraiException told:
                return $"{told.Message} {told.Problem.Remedy}";
            case OperationCanceledException when deadline.HasPassed:
                return "The function's time was over before it was done; try again.";
            default:
                // The message of whatever it is may hold anything; where it happened does not.
                host.Log($"{exception.GetType().Name}{Environment.NewLine}{exception.StackTrace}".ReplaceLineEndings(" "));
                return "The function failed in a way that it does not know; its log says where.";
        }
    }

    private async Task SendAsync(Uri responseUrl, byte[] body)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await host.AnswerAsync(responseUrl, body, deadline.Outer).ConfigureAwait(false);
                return;
            }
            catch (Exception lost) when (lost is SonraiException or HttpRequestException or TimeoutException && attempt < Attempts)
            {
                host.Log("CloudFormation could not be answered; it is tried again.");
                await Task.Delay(_pause, host.Clock, deadline.Outer).ConfigureAwait(false);
            }
        }
    }
}
