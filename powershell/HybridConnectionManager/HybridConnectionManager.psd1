@{
    RootModule           = 'HybridConnectionManager.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6c0e1b52-0c57-4d0e-9a5e-3f2b8a7d41c6'
    Author               = 'Hybrid Connection Manager contributors'
    CompanyName          = 'Hybrid Connection Manager'
    Copyright            = '(c) Hybrid Connection Manager contributors. MIT licence.'
    Description          = 'Azure Relay Hybrid Connections of this computer: add, get, update and remove them. Needs hcm of the same version.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('HybridConnectionManager.format.ps1xml')
    FunctionsToExport    = @('Add-HybridConnection', 'Get-HybridConnection', 'Remove-HybridConnection', 'Update-HybridConnection')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags = @('Azure', 'Relay', 'HybridConnections', 'AppService')
        }
    }
}
