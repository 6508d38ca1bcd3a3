function Read-ConnectionString {
    # The text of a connection string that was given as a string or as a SecureString.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true)] [object] $Given
    )

    if ($Given -isnot [securestring]) {
        return [string] $Given
    }
    $pointer = [System.Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($Given)
    try {
        return [System.Runtime.InteropServices.Marshal]::PtrToStringUni($pointer)
    }
    finally {
        [System.Runtime.InteropServices.Marshal]::ZeroFreeGlobalAllocUnicode($pointer)
    }
}

function Get-ConnectionStringChoice {
    # Which connection a string means, as options of hcm: the cmdlets of Microsoft's older manager took the string for that.
    # Both of its forms are known: the name as EntityPath, or behind the host in Endpoint.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text
    )

    $hostName = ''
    $name = ''
    if ($Text -match '(?i)(?:^|;)\s*Endpoint\s*=\s*[a-z]+://([^/;\s]+)/*([^;\s]*?)/*\s*(?:;|$)') {
        $hostName = $Matches[1]
        $name = [uri]::UnescapeDataString($Matches[2])
    }
    if ($Text -match '(?i)(?:^|;)\s*EntityPath\s*=\s*([^;]+?)\s*(?:;|$)') {
        $name = $Matches[1]
    }
    if ($hostName -eq '' -or $name -eq '') {
        throw (New-HcmProblem -Id 'NoConnectionInString' -Category InvalidArgument -Message 'The connection string names no Hybrid Connection.' `
                -Next 'Give the connection with -Name, or use the string of one Hybrid Connection.')
    }
    return '--namespace', $hostName, '--name', $name
}
