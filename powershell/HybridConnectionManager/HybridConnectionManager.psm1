# Hybrid Connections of this computer as objects: a thin layer over the program hcm, which does the work.
#
# What holds: a connection string reaches hcm by its standard input or by the path of a file, never in an argument; what
# goes wrong is an error record with hcm's code and next step. Written for Windows PowerShell 5.1 and for PowerShell 7,
# in ASCII alone, since the older one takes files without a byte order mark for the system's code page.

$script:ModuleRoot = $PSScriptRoot

. (Join-Path $PSScriptRoot 'private/Find-Hcm.ps1')
. (Join-Path $PSScriptRoot 'private/ConvertTo-HcmArgument.ps1')
. (Join-Path $PSScriptRoot 'private/ConvertTo-HcmError.ps1')
. (Join-Path $PSScriptRoot 'private/ConvertTo-HybridConnection.ps1')
. (Join-Path $PSScriptRoot 'private/Invoke-Hcm.ps1')
. (Join-Path $PSScriptRoot 'private/Read-ConnectionString.ps1')
. (Join-Path $PSScriptRoot 'private/Select-HcmConnection.ps1')

. (Join-Path $PSScriptRoot 'public/Add-HybridConnection.ps1')
. (Join-Path $PSScriptRoot 'public/Get-HybridConnection.ps1')
. (Join-Path $PSScriptRoot 'public/Remove-HybridConnection.ps1')
. (Join-Path $PSScriptRoot 'public/Update-HybridConnection.ps1')

Export-ModuleMember -Function 'Add-HybridConnection', 'Get-HybridConnection', 'Remove-HybridConnection', 'Update-HybridConnection'
