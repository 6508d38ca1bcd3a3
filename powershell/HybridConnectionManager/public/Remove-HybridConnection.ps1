function Remove-HybridConnection {
    <#
    .SYNOPSIS
    Removes a Hybrid Connection from this computer; nothing is deleted in Azure.

    .DESCRIPTION
    Open sessions of the connection are closed, its key is forgotten. Asks before it does so; a script says -Confirm:$false.

    .PARAMETER Name
    Name of the connection.

    .PARAMETER Namespace
    Its namespace, short as in Azure or as a whole host name, where several connections have the name.

    .PARAMETER InputObject
    Connections of Get-HybridConnection, through the pipeline.

    .PARAMETER ConnectionString
    The connection that a connection string means, as a string or a SecureString; its key doesn't matter.

    .PARAMETER PassThru
    Gives back id, name, and how many open sessions were closed.

    .INPUTS
    HybridConnectionManager.HybridConnection

    .OUTPUTS
    None, or with -PassThru an object with Id, Name and ClosedSessions

    .EXAMPLE
    Remove-HybridConnection -Namespace contoso -Name payroll-sql -Confirm:$false

    Removes one, without a question.

    .EXAMPLE
    Get-HybridConnection -Namespace fabrikam | Remove-HybridConnection -WhatIf

    Shows what would be removed.

    .LINK
    Get-HybridConnection
    #>
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High', DefaultParameterSetName = 'Name')]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Name')]
        [string] $Name,

        [Parameter(Position = 1, ParameterSetName = 'Name')]
        [Alias('ns')]
        [string] $Namespace,

        [Parameter(Mandatory = $true, ValueFromPipeline = $true, ParameterSetName = 'InputObject')]
        [PSTypeName('HybridConnectionManager.HybridConnection')]
        [psobject] $InputObject,

        [Parameter(Mandatory = $true, ParameterSetName = 'ConnectionString')]
        [ValidateScript({ $_ -is [string] -or $_ -is [securestring] })]
        [object] $ConnectionString,

        [switch] $PassThru
    )

    process {
        try {
            $text = ''
            if ($PSCmdlet.ParameterSetName -eq 'ConnectionString') { $text = Read-ConnectionString -Given $ConnectionString }
            $choice = @(Select-HcmConnection -InputObject $InputObject -Name $Name -Namespace $Namespace -ConnectionString $text)
            $shown = $choice -join ' '
            if ($null -ne $InputObject) { $shown = '{0}/{1}' -f $InputObject.Namespace, $InputObject.Name }
            if (-not $PSCmdlet.ShouldProcess($shown, 'Remove the Hybrid Connection from this computer')) { return }
            $answer = Invoke-Hcm -Words (@('remove') + $choice + '--yes') -Target $shown
        }
        catch {
            $PSCmdlet.ThrowTerminatingError($_)
        }
        foreach ($note in $answer.Notes) { $PSCmdlet.WriteWarning($note) }
        foreach ($problem in $answer.Errors) { $PSCmdlet.WriteError($problem) }
        if ($PassThru) {
            foreach ($row in $answer.Rows) {
                New-Object -TypeName psobject -Property @{ Id = $row.id; Name = $row.name; ClosedSessions = $row.closedSessions }
            }
        }
    }
}
