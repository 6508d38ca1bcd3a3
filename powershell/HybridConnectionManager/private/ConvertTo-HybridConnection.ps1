function ConvertTo-HybridConnection {
    # A row of hcm's JSON as an object: the same names with a capital first letter, moments as dates in both PowerShells.
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory = $true)] [psobject] $Row
    )

    $connection = New-Object -TypeName psobject
    $connection.PSObject.TypeNames.Insert(0, 'HybridConnectionManager.HybridConnection')
    foreach ($property in $Row.PSObject.Properties) {
        $name = $property.Name.Substring(0, 1).ToUpperInvariant() + $property.Name.Substring(1)
        $value = $property.Value
        $moment = [datetime]::MinValue
        if ($name -cmatch '(At|On|Updated)$' -and $value -is [string] -and
            [datetime]::TryParse($value, [cultureinfo]::InvariantCulture, [System.Globalization.DateTimeStyles]::RoundtripKind, [ref] $moment)) {
            $value = $moment
        }
        $connection | Add-Member -MemberType NoteProperty -Name $name -Value $value
    }
    return $connection
}
