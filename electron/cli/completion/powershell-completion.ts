/** `hcm completion powershell`: for Windows PowerShell 5.1 and PowerShell 7. Pure. */
import type { CompletedValues } from './completed-values.ts';
import type { CompletedOption, CompletionRow } from './completion-table.ts';

export function powershellCompletion(table: readonly CompletionRow[]): string {
  return `# PowerShell completion of hcm. In $PROFILE:  hcm completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName hcm -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $table = @{
${table.map(rowText).join('\n')}
    }
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $path = ''
    foreach ($word in @($words | Select-Object -Skip 1)) {
        $next = if ($path -eq '') { $word } else { "$path $word" }
        if ($table.ContainsKey($next)) { $path = $next }
    }
    $row = $table[$path]
    $last = if ($words.Count -gt 1) { $words[-1] } else { '' }
    $values = if ($row.Values.ContainsKey($last)) { $row.Values[$last] }
        elseif ($wordToComplete -like '-*') { $row.Options }
        else { $row.Arguments }
    # A word behind : is what the program is asked for.
    $found = foreach ($value in $values) {
        if ($value -like ':*') { hcm __complete $value.Substring(1) 2>$null } else { $value }
    }
    $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
`;
}

function rowText({ path, commands, options, argument }: CompletionRow): string {
  const words = commands.length > 0 ? commands.map(({ name }) => name) : offered(argument);
  const values = options
    .filter(({ takesValue }) => takesValue)
    .flatMap((option) => option.spellings.map((name) => `${quoted(name)} = ${valueList(option)}`));
  const spellings = options.flatMap(({ spellings: names }) => names);
  return `        ${quoted(path)} = @{ Options = ${list(spellings)}; Arguments = ${list(words)}; Values = @{ ${values.join('; ')} } }`;
}

function valueList({ values }: CompletedOption): string {
  return list(offered(values));
}

/** Nothing for files: PowerShell offers those itself where nothing else is offered. */
function offered(values: CompletedValues): readonly string[] {
  switch (values.kind) {
    case 'words':
      return values.words;
    case 'names':
    case 'sessions':
      return [`:${values.kind}`];
    case 'files':
    case 'none':
      return [];
  }
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
