namespace SonraiControlTower.Engine;

/// <summary>The policies of one file, by where in it they are.</summary>
internal sealed class PolicySlices(byte[] text, PolicyDocuments documents, Action<Problem> problem)
{
    /// <summary>The policy at a place; null where there is none, or where it cannot be understood, which is a problem of its own.</summary>
    /// <param name="slice">The place.</param>
    /// <param name="name">What to call it in a problem.</param>
    public Policy? Read(JsonSlice slice, Func<string> name)
    {
        if (slice.IsNothing)
        {
            return null;
        }

        var reading = documents.Read(slice.Of(text));
        if (reading.Policy is null)
        {
            problem(IdentityProblems.PolicyMalformed(name(), reading.Why!));
        }

        return reading.Policy;
    }
}
