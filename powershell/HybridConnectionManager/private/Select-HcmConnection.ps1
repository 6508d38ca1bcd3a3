function Select-HcmConnection {
    # The words of hcm that name one connection: by its id, by name and namespace, or by what its connection string says.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [psobject] $InputObject = $null,
        [AllowEmptyString()] [string] $Name = '',
        [AllowEmptyString()] [string] $Namespace = '',
        [AllowEmptyString()] [string] $ConnectionString = ''
    )

    if ($null -ne $InputObject) {
        return [string] $InputObject.Id
    }
    if ($Name -eq '') {
        return Get-ConnectionStringChoice -Text $ConnectionString
    }
    if ($Namespace -eq '') {
        return '--name', $Name
    }
    return '--namespace', $Namespace, '--name', $Name
}
