<#
.SYNOPSIS
Makes docs/compare.svg: what Compare-SonraiPolicy shows in a console, colours and all, for a ticket of the sandbox.

.EXAMPLE
dotnet run --project src/SonraiControlTower.Shell -- docs/compare.ps1
#>
$ErrorActionPreference = 'Stop'
if (-not (Get-Module -Name SonraiControlTower)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', 'SonraiControlTower.psd1'))
}

$width = 130
$command = 'Get-SonraiLeastPrivilegeTicket AllSafeProdRole -ControlFramework *Policy | Compare-SonraiPolicy -PolicyName Amazon*, mon*'

Connect-Sonrai -Sandbox | ForEach-Object { }
$lines = @(
    "PS> $command"
    foreach ($comparison in & ([scriptblock]::Create($command))) {
        ''
        [SonraiControlTower.ComparisonText]::Lines($comparison, $width, $true)
    }
)
Disconnect-Sonrai

# A panel that is dark in light and dark pages alike; every piece is put where its column is, so that no reader's font can shift it.
$columnWidth, $lineHeight, $margin = 7.25, 17, 16
$colours = @{ '1' = 'font-weight="700" fill="#f8fafc"'; '2' = 'fill="#94a3b8"'; '31' = 'fill="#fca5a5"'; '32' = 'fill="#86efac"'; '33' = 'fill="#fcd34d"' }
$text = [System.Text.StringBuilder]::new()
$y = $margin + 12
foreach ($line in $lines) {
    $column, $style = 0, 'fill="#e2e8f0"'
    foreach ($piece in [regex]::Matches($line, '\x1b\[(?<code>\d+)m|[^\x1b]+')) {
        if ($piece.Groups['code'].Success) {
            $code = $piece.Groups['code'].Value
            $style = if ($code -eq '0') { 'fill="#e2e8f0"' } else { $colours[$code] }
            continue
        }
        # Words stand alone: spaces between them are only distance.
        foreach ($word in [regex]::Matches($piece.Value, '\S+(?: \S+)*')) {
            $x = $margin + ($column + $word.Index) * $columnWidth
            $length = $word.Length * $columnWidth
            $null = $text.AppendFormat([cultureinfo]::InvariantCulture, '<text x="{0:0.##}" y="{1}" textLength="{2:0.##}" lengthAdjust="spacingAndGlyphs" {3}>', $x, $y, $length, $style)
            $null = $text.Append([System.Net.WebUtility]::HtmlEncode($word.Value)).Append('</text>').Append("`n")
        }
        $column += $piece.Length
    }
    $y += $lineHeight
}

$full, $height = [int]($width * $columnWidth + 2 * $margin), ($y - 12 + $margin - 4)
$svg = @(
    "<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $full $height`" width=`"$full`" height=`"$height`" font-family=`"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace`" font-size=`"12`" role=`"img`" aria-label=`"Compare-SonraiPolicy in a console: two policies of the role AllSafeProdRole as they are on the left, and what the role needs of them on the right. Lines that go, come or change are marked.`">"
    "<rect width=`"$full`" height=`"$height`" rx=`"8`" fill=`"#0f172a`"/>"
    $text.ToString().TrimEnd()
    '</svg>'
) -join "`n"
[System.IO.File]::WriteAllText([System.IO.Path]::Combine($PSScriptRoot, 'compare.svg'), "$svg`n")
