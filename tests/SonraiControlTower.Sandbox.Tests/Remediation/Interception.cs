using System.Reflection;

namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>Lets every call of a port through, unless somebody steps in.</summary>
internal static class Interception
{
    /// <summary>AWS whose IAM is watched: of each change of IAM, what is done with it is asked.</summary>
    /// <param name="aws">AWS.</param>
    /// <param name="intruder">Is asked.</param>
    /// <param name="who">The ARN that the credentials are of; null for what they are.</param>
    public static IAws Of(IAws aws, Intruder intruder, string? who = null) => Proxy<IAws>(aws, (method, call) => method.Name switch
    {
        nameof(IAws.OpenIamAsync) => WatchedAsync((Task<IIam>)call()!, intruder),
        nameof(IAws.OpenStsAsync) when who is not null => KnownAsAsync((Task<ISts>)call()!, who),
        _ => call(),
    });

    private static async Task<ISts> KnownAsAsync(Task<ISts> opening, string who) => Proxy<ISts>(await opening, (method, call) =>
        method.Name == nameof(ISts.GetCallerIdentityAsync) ? RenamedAsync((Task<CallerIdentity>)call()!, who) : call());

    private static async Task<CallerIdentity> RenamedAsync(Task<CallerIdentity> asking, string who) => (await asking) with { Arn = who };

    private static async Task<IIam> WatchedAsync(Task<IIam> opening, Intruder intruder)
    {
        var iam = await opening;
        return Proxy<IIam>(iam, (method, call) => method.Name switch
        {
            "get_Roles" => Proxy<IIamRoles>(call()!, intruder.Handle),
            "get_Users" => Proxy<IIamUsers>(call()!, intruder.Handle),
            "get_Credentials" => Proxy<IIamCredentials>(call()!, intruder.Handle),
            "get_Policies" => Proxy<IIamPolicies>(call()!, intruder.Handle),
            "get_IdentityPolicies" => Proxy<IIdentityPolicies>(call()!, intruder.Handle),
            _ => call(),
        });
    }

    private static T Proxy<T>(object inner, Func<MethodInfo, Func<object?>, object?> handle)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Forwarding>();
        ((Forwarding)(object)proxy).Set(inner, handle);
        return proxy;
    }

    // What is made of it derives from it.
#pragma warning disable CA1852
    public class Forwarding : DispatchProxy
#pragma warning restore CA1852
    {
        private object? _inner;
        private Func<MethodInfo, Func<object?>, object?>? _handle;

        public void Set(object inner, Func<MethodInfo, Func<object?>, object?> handle) => (_inner, _handle) = (inner, handle);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _handle!(targetMethod!, () =>
        {
            try
            {
                return targetMethod!.Invoke(_inner, args);
            }
            catch (TargetInvocationException thrown)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(thrown.InnerException!).Throw();
                throw;
            }
        });
    }
}

/// <summary>Steps in at a change of IAM: the process is killed there, or AWS refuses.</summary>
internal sealed class Intruder
{
    private static readonly string[] _looks = ["Get", "List", "Has"];

    /// <summary>How many changes were asked for.</summary>
    public int Changes { get; private set; }

    /// <summary>At which change, from 1; 0 for none.</summary>
    public int At { get; set; }

    /// <summary>Whether the change is done before it is stepped in.</summary>
    public bool IsAfter { get; set; }

    /// <summary>Whether it goes on with every later change.</summary>
    public bool Persists { get; set; }

    /// <summary>What happens before each change, by its number.</summary>
    public Action<int> Before { get; set; } = _ => { };

    /// <summary>What is thrown.</summary>
    public Func<Exception> Throws { get; set; } = () => new Killed();

    public void Reset(int at = 0, bool isAfter = false, bool persists = false) => (Changes, At, IsAfter, Persists) = (0, at, isAfter, persists);

    public object? Handle(MethodInfo method, Func<object?> call)
    {
        if (Array.Exists(_looks, look => method.Name.StartsWith(look, StringComparison.Ordinal)))
        {
            return call();
        }

        Changes++;
        Before(Changes);
        if (Changes == At || (Persists && At > 0 && Changes > At))
        {
            if (IsAfter)
            {
                ((Task)call()!).GetAwaiter().GetResult();
            }

            throw Throws();
        }

        return call();
    }
}

/// <summary>The process has ended: nobody may catch it.</summary>
internal sealed class Killed : Exception;
