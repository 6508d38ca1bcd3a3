function Add-HybridConnection {
    <#
    .SYNOPSIS
    Adds a Hybrid Connection to this computer from its connection string.

    .DESCRIPTION
    Takes the gateway connection string of a Hybrid Connection, as the Azure portal shows it. The host that runs on this
    computer connects at once; without one the connection is kept for the next start. Which host is meant:
    about_HybridConnectionManager.

    The string goes to hcm by its standard input, so that no other user of the computer sees it.

    .PARAMETER ConnectionString
    The connection string, as a string or a SecureString. Strings can come through the pipeline.

    .PARAMETER ConnectionStringFile
    A file that holds the connection string and nothing else.

    .PARAMETER Endpoint
    Host and port of the service, where Azure's metadata lacks them: sql01.corp.example:1433.

    .PARAMETER Name
    Name of the Hybrid Connection, where the string is one of a whole namespace.

    .PARAMETER CaFile
    PEM file of the certificate authority that alone is trusted for this relay.

    .INPUTS
    System.String, System.Security.SecureString

    .OUTPUTS
    HybridConnectionManager.HybridConnection

    .EXAMPLE
    Add-HybridConnection -ConnectionString (Read-Host -AsSecureString)

    Asks for the string and shows nothing of it.

    .EXAMPLE
    Add-HybridConnection -ConnectionStringFile C:\keys\payroll-sql.txt -Endpoint sql01.corp.example:1433

    Reads the string from a file, and names the endpoint by hand.

    .LINK
    Get-HybridConnection
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'ConnectionString')]
    [OutputType('HybridConnectionManager.HybridConnection')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true, ParameterSetName = 'ConnectionString')]
        [ValidateScript({ $_ -is [string] -or $_ -is [securestring] })]
        [object] $ConnectionString,

        [Parameter(Mandatory = $true, ParameterSetName = 'File')]
        [string] $ConnectionStringFile,

        [string] $Endpoint,

        [string] $Name,

        [string] $CaFile
    )

    process {
        try {
            $words = @('add')
            $secret = ''
            if ($PSCmdlet.ParameterSetName -eq 'File') {
                $words += '--connection-string-file', $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ConnectionStringFile)
            }
            else {
                $words += '-'
                $secret = Read-ConnectionString -Given $ConnectionString
            }
            if ($Endpoint -ne '') { $words += '--endpoint', $Endpoint }
            if ($Name -ne '') { $words += '--name', $Name }
            if ($CaFile -ne '') { $words += '--ca-file', $PSCmdlet.GetUnresolvedProviderPathFromPSPath($CaFile) }
            if (-not $PSCmdlet.ShouldProcess('Hybrid Connections of this computer', 'Add the connection of a connection string')) { return }
            $answer = Invoke-Hcm -Words $words -Secret $secret
        }
        catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
        foreach ($note in $answer.Notes) { $PSCmdlet.WriteWarning($note) }
        foreach ($problem in $answer.Errors) { $PSCmdlet.WriteError($problem) }
        foreach ($row in $answer.Rows) { ConvertTo-HybridConnection -Row $row }
    }
}
