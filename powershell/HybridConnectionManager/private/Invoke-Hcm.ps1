function Invoke-Hcm {
    # Runs hcm once. Rows of the answer are what it wrote, read from JSON; Errors and Notes what it said besides.
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory = $true)] [string[]] $Words,
        # Goes to its standard input: connection strings.
        [AllowEmptyString()] [string] $Secret = '',
        [object] $Target = $null
    )

    $program = @(Find-Hcm)
    $all = @($program | Select-Object -Skip 1) + $Words + @('--output', 'json')
    $utf8 = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo
    $start.FileName = $program[0]
    $start.Arguments = @($all | ForEach-Object { ConvertTo-HcmArgument -Word $_ }) -join ' '
    # .NET's own folder doesn't follow Set-Location.
    $start.WorkingDirectory = (Get-Location -PSProvider FileSystem).ProviderPath
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $utf8
    $start.StandardErrorEncoding = $utf8

    $process = New-Object -TypeName System.Diagnostics.Process
    $process.StartInfo = $start
    $isStarted = $false
    try {
        $isStarted = $process.Start()
        # Both at once: a pipe that nobody reads fills up, and then hcm waits for ever.
        $output = $process.StandardOutput.ReadToEndAsync()
        $errors = $process.StandardError.ReadToEndAsync()
        $bytes = $utf8.GetBytes($Secret)
        try {
            $process.StandardInput.BaseStream.Write($bytes, 0, $bytes.Length)
            $process.StandardInput.BaseStream.Flush()
            $process.StandardInput.Close()
        }
        catch [System.IO.IOException] {
            # It has ended without reading: its exit code and error output say why.
            Write-Verbose -Message 'hcm ended before it had read its standard input.'
        }
        finally {
            [Array]::Clear($bytes, 0, $bytes.Length)
        }
        # In small steps, so that Ctrl+C gets through.
        while (-not $process.WaitForExit(200)) { }
        $process.WaitForExit()
        $exitCode = $process.ExitCode
        $text = $output.GetAwaiter().GetResult()
        $saidText = $errors.GetAwaiter().GetResult()
        $said = ConvertTo-HcmError -Text $saidText -ExitCode $exitCode -Target $Target
    }
    finally {
        if ($isStarted -and -not $process.HasExited) {
            $process.Kill()
        }
        $process.Dispose()
    }
    $rows = @()
    if ($text.Trim() -ne '') {
        # Windows PowerShell gives a list as one object, PowerShell 7 gives its members: the loop makes them the same.
        $read = ConvertFrom-Json -InputObject $text
        $rows = @(foreach ($row in $read) { $row })
    }
    return New-Object -TypeName psobject -Property @{ Rows = $rows; Errors = $said.Errors; Notes = $said.Notes }
}
