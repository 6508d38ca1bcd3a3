# Puts a folder on this computer's PATH, or takes it off: installer.nsh calls it.
# Not by NSIS itself: its texts end at 1,024 characters, and a longer PATH would be cut. What stands in PATH as %NAME%
# stays as it is.
param(
  [Parameter(Mandatory)][ValidateSet('add', 'remove')][string]$Action,
  [Parameter(Mandatory)][string]$Folder
)
$ErrorActionPreference = 'Stop'
$place = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
$key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($place, $true)
try {
  $now = $key.GetValue('Path', '', [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
  $others = @($now -split ';' | Where-Object { $_ -ne '' -and $_.TrimEnd('\') -ne $Folder.TrimEnd('\') })
  $wanted = if ($Action -eq 'add') { $others + $Folder } else { $others }
  $text = $wanted -join ';'
  if ($text -ne $now) { $key.SetValue('Path', $text, [Microsoft.Win32.RegistryValueKind]::ExpandString) }
} finally {
  $key.Close()
}
