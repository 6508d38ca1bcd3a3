function Update-HybridConnection {
    <#
    .SYNOPSIS
    Gives a Hybrid Connection of this computer other keys or another endpoint; open sessions go on.

    .DESCRIPTION
    With -ConnectionString alone the string says which connection is meant, as with the older manager. Azure is asked about
    a new key before it counts: a key that Azure refuses changes nothing. Keys need a host that runs.

    When both keys are given, the secondary one is replaced first, but for a new name: it is the one to fall back on
    meanwhile. What was done stays when a later part fails.

    .PARAMETER Name
    Name of the connection.

    .PARAMETER Namespace
    Its namespace, short as in Azure or as a whole host name, where several connections have the name.

    .PARAMETER InputObject
    Connections of Get-HybridConnection, through the pipeline.

    .PARAMETER NewName
    Name of another Hybrid Connection of the same namespace, which takes the place of this one.

    .PARAMETER ConnectionString
    Connection string with the new key, as a string or a SecureString.

    .PARAMETER ConnectionStringFile
    A file that holds the connection string with the new key and nothing else.

    .PARAMETER SecondaryConnectionString
    The same for a second key, which takes over when Azure refuses the first one.

    .PARAMETER SecondaryConnectionStringFile
    A file that holds the connection string with the second key and nothing else.

    .PARAMETER RemoveSecondary
    Forgets the second key.

    .PARAMETER Endpoint
    Host and port of the service by hand; azure for the one that Azure names.

    .PARAMETER AcceptEndpoint
    Uses the endpoint that Azure names now.

    .INPUTS
    HybridConnectionManager.HybridConnection

    .OUTPUTS
    HybridConnectionManager.HybridConnection

    .EXAMPLE
    Update-HybridConnection -ConnectionString (Read-Host -AsSecureString)

    A new key for the connection that the string names.

    .EXAMPLE
    Update-HybridConnection payroll-sql -SecondaryConnectionStringFile C:\keys\payroll-sql-2.txt -Endpoint sql02.corp.example:1433

    A second key and another endpoint.

    .LINK
    Get-HybridConnection
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'ConnectionString')]
    [OutputType('HybridConnectionManager.HybridConnection')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Name')]
        [string] $Name,

        [Parameter(Position = 1, ParameterSetName = 'Name')]
        [Alias('ns')]
        [string] $Namespace,

        [Parameter(Mandatory = $true, ValueFromPipeline = $true, ParameterSetName = 'InputObject')]
        [PSTypeName('HybridConnectionManager.HybridConnection')]
        [psobject] $InputObject,

        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'InputObject')]
        [string] $NewName,

        [Parameter(Mandatory = $true, ParameterSetName = 'ConnectionString')]
        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'InputObject')]
        [ValidateScript({ $_ -is [string] -or $_ -is [securestring] })]
        [object] $ConnectionString,

        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'InputObject')]
        [string] $ConnectionStringFile,

        [ValidateScript({ $_ -is [string] -or $_ -is [securestring] })]
        [object] $SecondaryConnectionString,

        [string] $SecondaryConnectionStringFile,

        [switch] $RemoveSecondary,

        [string] $Endpoint,

        [switch] $AcceptEndpoint
    )

    process {
        try {
            $primary = ''
            if ($null -ne $ConnectionString) { $primary = Read-ConnectionString -Given $ConnectionString }
            $choice = @(Select-HcmConnection -InputObject $InputObject -Name $Name -Namespace $Namespace -ConnectionString $primary)
            $shown = $choice -join ' '
            if ($null -ne $InputObject) { $shown = '{0}/{1}' -f $InputObject.Namespace, $InputObject.Name }

            $others = @()
            if ($NewName -ne '') { $others += '--new-name', $NewName }
            if ($ConnectionStringFile -ne '') { $others += '--connection-string-file', $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ConnectionStringFile) }
            if ($SecondaryConnectionStringFile -ne '') { $others += '--secondary-connection-string-file', $PSCmdlet.GetUnresolvedProviderPathFromPSPath($SecondaryConnectionStringFile) }
            if ($RemoveSecondary) { $others += '--remove-secondary' }
            if ($Endpoint -ne '') { $others += '--endpoint', $Endpoint }
            if ($AcceptEndpoint) { $others += '--accept-endpoint' }

            # Standard input holds one string: with two of them hcm runs twice.
            $runs = @()
            if ($primary -ne '') {
                $runs += @{ Choice = $choice; Words = @('--connection-string', '-') + $others; Secret = $primary }
            }
            elseif ($others.Count -gt 0 -or $null -eq $SecondaryConnectionString) {
                $runs += @{ Choice = $choice; Words = $others; Secret = '' }
            }
            if ($null -ne $SecondaryConnectionString) {
                $second = @{ Choice = $choice; Words = @('--secondary-connection-string', '-'); Secret = (Read-ConnectionString -Given $SecondaryConnectionString) }
                if ($NewName -eq '') {
                    $runs = @($second) + $runs
                }
                else {
                    # The second key is one for the new name, so that comes first.
                    $second.Choice = @(Select-HcmConnection -InputObject $InputObject -Name $NewName -Namespace $Namespace)
                    $runs += $second
                }
            }
            if (-not $PSCmdlet.ShouldProcess($shown, 'Update the Hybrid Connection')) { return }
            foreach ($run in $runs) {
                $answer = Invoke-Hcm -Words (@('update') + $run.Choice + $run.Words) -Secret $run.Secret -Target $shown
                foreach ($note in $answer.Notes) { $PSCmdlet.WriteWarning($note) }
                if ($answer.Errors.Count -gt 0) { break }
            }
        }
        catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
        foreach ($problem in $answer.Errors) { $PSCmdlet.WriteError($problem) }
        foreach ($row in $answer.Rows) { ConvertTo-HybridConnection -Row $row }
    }
}
