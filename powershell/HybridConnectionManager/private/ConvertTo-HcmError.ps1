function New-HcmProblem {
    # An error record; what to do next is shown below the message, and is in ErrorDetails.RecommendedAction.
    [CmdletBinding()]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory = $true)] [string] $Id,
        [Parameter(Mandatory = $true)] [System.Management.Automation.ErrorCategory] $Category,
        [Parameter(Mandatory = $true)] [string] $Message,
        [AllowEmptyString()] [string] $Next = '',
        [object] $Target = $null
    )

    $text = (@($Message, $Next) | Where-Object { $_ -ne '' }) -join ' '
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList $text
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, $Id, $Category, $Target
    $details = New-Object -TypeName System.Management.Automation.ErrorDetails -ArgumentList $text
    $details.RecommendedAction = $Next
    $record.ErrorDetails = $details
    return $record
}

function ConvertTo-HcmError {
    # What hcm wrote to its error output. Its errors are a line "hcm: what happened" and, indented, the likely cause, the next
    # step and the code; every other line is a note. Errors and Notes of the answer hold them.
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory = $true)] [AllowEmptyString()] [string] $Text,
        [Parameter(Mandatory = $true)] [int] $ExitCode,
        [object] $Target = $null
    )

    $categories = @{
        HCM1040 = 'ResourceExists'
        HCM1041 = 'ObjectNotFound'
        HCM1042 = 'InvalidArgument'
        HCM1060 = 'InvalidArgument'
        HCM2020 = 'AuthenticationError'
        HCM5001 = 'ResourceUnavailable'
        HCM5008 = 'PermissionDenied'
    }
    $blocks = New-Object -TypeName System.Collections.ArrayList
    $notes = New-Object -TypeName System.Collections.ArrayList
    $block = $null
    foreach ($line in ($Text -split '\r?\n')) {
        if ($line -match '^hcm: (.*)$') {
            $block = New-Object -TypeName System.Collections.ArrayList
            [void] $blocks.Add($block)
            [void] $block.Add($Matches[1])
        }
        elseif ($null -ne $block -and $line -match '^  (\S.*)$') {
            [void] $block.Add($Matches[1])
        }
        elseif ($line.Trim() -ne '') {
            $block = $null
            [void] $notes.Add($line)
        }
    }
    $records = New-Object -TypeName System.Collections.ArrayList
    foreach ($lines in $blocks) {
        $code = 'HcmFailed'
        if ($lines[$lines.Count - 1] -match '^(HCM\d{4})\b') {
            $code = $Matches[1]
        }
        $category = 'InvalidOperation'
        if ($categories.ContainsKey($code)) {
            $category = $categories[$code]
        }
        $next = ''
        if ($lines.Count -ge 4) {
            $next = $lines[2]
        }
        $said = @($lines | Select-Object -First 2)
        if ($code -ne 'HcmFailed') {
            $said[0] = '{0}: {1}' -f $code, $said[0]
        }
        [void] $records.Add((New-HcmProblem -Id $code -Category $category -Message ($said -join '. ') -Next $next -Target $Target))
    }
    if ($records.Count -eq 0 -and $ExitCode -ne 0) {
        [void] $records.Add((New-HcmProblem -Id 'HcmFailed' -Category InvalidOperation -Target $Target `
                    -Message ('hcm ended with exit code {0}. {1}' -f $ExitCode, ($notes -join ' ')).Trim()))
        $notes.Clear()
    }
    return New-Object -TypeName psobject -Property @{ Errors = $records.ToArray(); Notes = $notes.ToArray() }
}
