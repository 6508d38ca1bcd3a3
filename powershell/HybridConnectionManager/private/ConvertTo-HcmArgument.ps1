function ConvertTo-HcmArgument {
    # One word of a command line, as Windows' programs and .NET on Linux and macOS take it apart again. Written out here,
    # since Windows PowerShell neither has ArgumentList nor quotes by itself what holds quotes or ends with a backslash.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true)]
        [AllowEmptyString()]
        [string] $Word
    )

    if ($Word -ne '' -and $Word -notmatch '[\s"]') {
        return $Word
    }
    # Backslashes mean something only before a quote, and there each stands for half a one.
    $escaped = $Word -replace '(\\*)"', '$1$1\"'
    $escaped = $escaped -replace '(\\+)$', '$1$1'
    return '"' + $escaped + '"'
}
