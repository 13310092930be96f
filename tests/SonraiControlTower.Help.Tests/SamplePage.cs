namespace SonraiControlTower.Help.Tests;

/// <summary>A page with one of everything, to be read as it is or with one thing in it changed.</summary>
internal static class SamplePage
{
    public const string Name = "Get-Parcel";
    public const string Module = "Depot";

    public const string Text = """
        ---
        external help file: Depot.dll-Help.xml
        Module Name: Depot
        online version: https://example.com/Get-Parcel
        schema: 2.0.0
        ---

        # Get-Parcel

        ## SYNOPSIS

        Lists parcels.

        ## SYNTAX

        ### All (Default)

        ```
        Get-Parcel [-Kind <string[]>] [-Recurse] [<CommonParameters>]
        ```

        ### Id

        ```
        Get-Parcel [-Id] <string[]> [-Kind <string[]>]
         [<CommonParameters>]
        ```

        ## DESCRIPTION

        Reads the depot and lists `parcels`, see
        [the depot](https://example.com/depot).

        - one
          - below
        - two

        ## EXAMPLES

        ### Example 1: List all

        ```powershell
        Get-Parcel
        Get-Parcel -Recurse
        ```

        ```Output
        Id  Kind
        7   box
        ```

        Lists all.

        ### Example 2: List from the tenant

        ```powershell needs-tenant
        Get-Parcel -Id 7
        ```

        ## PARAMETERS

        ### -Id

        The numbers of the parcels.

        ```yaml
        Type: String[]
        Parameter Sets: Id
        Aliases: Number, No

        Required: True
        Position: 0
        Default value: None
        Accept pipeline input: True (ByPropertyName, ByValue)
        Accept wildcard characters: False
        ```

        ### -Kind

        The kind.

        ```yaml
        Type: String[]
        Parameter Sets: (All)
        Aliases:
        Accepted values: box, bag

        Required: False
        Position: Named
        Default value: box
        Accept pipeline input: False
        Accept wildcard characters: True
        ```

        ### -Recurse

        Below, too.

        ```yaml
        Type: SwitchParameter
        Parameter Sets: All
        Aliases:

        Required: False
        Position: Named
        Default value: False
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### CommonParameters

        The common parameters.

        ## INPUTS

        ### System.String

        Numbers.

        ## OUTPUTS

        ### Depot.Parcel

        A parcel.

        ## NOTES

        Nothing is changed.

        ## RELATED LINKS

        [Get-Depot](Get-Depot.md)

        [The web](https://example.com/)
        """;

    /// <summary>The page with one passage replaced, which must be there.</summary>
    public static string With(string passage, string replacement)
    {
        Text.ShouldContain(passage);
        return Text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    /// <summary>The line on which a passage begins, counted from 1.</summary>
    public static int LineOf(string passage, string? text = null) =>
        (text ?? Text)[..(text ?? Text).IndexOf(passage, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
