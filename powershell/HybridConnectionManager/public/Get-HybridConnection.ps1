function Get-HybridConnection {
    <#
    .SYNOPSIS
    Gets the Hybrid Connections of this computer and how they are.

    .DESCRIPTION
    Gets what hcm list shows, as objects: status of the way to Azure (Status) and of the way to the endpoint
    (EndpointStatus) in the words of the window, the code of what is wrong (StatusCode), sessions, bytes, listeners, keys. Keys
    themselves are in no answer.

    .PARAMETER Name
    Names of connections, with wildcards where they help. A name without any that isn't there is an error.

    .PARAMETER Namespace
    Only connections of these namespaces: short as in Azure, or as a whole host name; with wildcards.

    .PARAMETER ConnectionString
    The connection that a connection string means, as a string or a SecureString; its key doesn't matter.

    .INPUTS
    System.String

    .OUTPUTS
    HybridConnectionManager.HybridConnection

    .EXAMPLE
    Get-HybridConnection

    All connections.

    .EXAMPLE
    Get-HybridConnection -Namespace contoso | Where-Object Status -ne 'Connected' | Format-List Name, Status, StatusCode

    Those of a namespace that aren't connected, and why.

    .LINK
    Add-HybridConnection
    #>
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    [OutputType('HybridConnectionManager.HybridConnection')]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true, ParameterSetName = 'Name')]
        [SupportsWildcards()]
        [string[]] $Name,

        [Parameter(Position = 1, ParameterSetName = 'Name')]
        [Alias('ns')]
        [SupportsWildcards()]
        [string[]] $Namespace,

        [Parameter(Mandatory = $true, ParameterSetName = 'ConnectionString')]
        [ValidateScript({ $_ -is [string] -or $_ -is [securestring] })]
        [object] $ConnectionString
    )

    process {
        try {
            if ($PSCmdlet.ParameterSetName -eq 'ConnectionString') {
                $text = Read-ConnectionString -Given $ConnectionString
                $answer = Invoke-Hcm -Words (@('show') + @(Select-HcmConnection -ConnectionString $text))
            }
            else {
                $answer = Invoke-Hcm -Words @('list')
            }
        }
        catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
        foreach ($note in $answer.Notes) { $PSCmdlet.WriteWarning($note) }
        foreach ($problem in $answer.Errors) { $PSCmdlet.WriteError($problem) }
        if ($answer.Errors.Count -gt 0) { return }

        $rows = @($answer.Rows | Where-Object {
                $row = $_
                $null -eq $Namespace -or @($Namespace | Where-Object { $row.namespace -like $_ -or $row.serviceBusEndpoint -like $_ }).Count -gt 0
            })
        if ($null -eq $Name) {
            foreach ($row in $rows) { ConvertTo-HybridConnection -Row $row }
            return
        }
        foreach ($wanted in $Name) {
            $found = @($rows | Where-Object { $_.name -like $wanted })
            foreach ($row in $found) { ConvertTo-HybridConnection -Row $row }
            if ($found.Count -eq 0 -and -not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($wanted)) {
                $PSCmdlet.WriteError((New-HcmProblem -Id 'HCM1041' -Category ObjectNotFound -Target $wanted `
                            -Message ('HCM1041: There is no connection {0} here.' -f $wanted) -Next 'See what there is with Get-HybridConnection.'))
            }
        }
    }
}
