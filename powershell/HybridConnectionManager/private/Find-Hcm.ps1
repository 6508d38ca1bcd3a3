function Find-Hcm {
    # The words that start hcm: what HCM_PROGRAM names, else the hcm that this module came with, else the one in the path.
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $named = $env:HCM_PROGRAM
    $beside = [System.IO.Path]::GetFullPath((Join-Path $script:ModuleRoot '../../bin/hcm.mjs'))
    if (-not [string]::IsNullOrEmpty($named)) {
        $program = $named
    }
    elseif (Test-Path -LiteralPath $beside -PathType Leaf) {
        $program = $beside
    }
    else {
        # cmd.exe reads what is given to a batch file a second time, with rules of its own that nothing can quote safely.
        $found = @(Get-Command -Name 'hcm' -CommandType Application -All -ErrorAction SilentlyContinue |
                Where-Object { $_.Path -notmatch '\.(cmd|bat)$' })
        if ($found.Count -eq 0) {
            throw (New-HcmProblem -Id 'HcmNotFound' -Category ObjectNotFound -Message 'The program hcm was not found.' `
                    -Next 'Put hcm into the path, or name it in the environment variable HCM_PROGRAM: its exe, or its bin/hcm.mjs.')
        }
        $program = $found[0].Path
    }
    if ($program -match '\.(cmd|bat)$') {
        throw (New-HcmProblem -Id 'HcmNotFound' -Category InvalidArgument -Message 'HCM_PROGRAM names a batch file, to which arguments can not be given safely.' `
                -Next 'Name hcm itself there: its exe, or its bin/hcm.mjs.')
    }
    if ($program -notmatch '\.m?js$') {
        return $program
    }
    $node = @(Get-Command -Name 'node' -CommandType Application -ErrorAction SilentlyContinue |
            Where-Object { $_.Path -notmatch '\.(cmd|bat)$' })
    if ($node.Count -eq 0) {
        throw (New-HcmProblem -Id 'NodeNotFound' -Category ObjectNotFound -Message 'Node.js, which runs hcm, was not found.' `
                -Next 'Install Node.js 20.19 or later, and put it into the path.')
    }
    return $node[0].Path, $program
}
