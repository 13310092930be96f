namespace SonraiControlTower;

/// <summary>A change of IAM that knows how to be done and how to be taken back, each any number of times with the same end.</summary>
public abstract record IamChange
{
    private protected IamChange()
    {
    }
}
