/** `hcm completion fish`. Pure. */
import type { CompletedValues } from './completed-values.ts';
import type { CompletedOption, CompletionRow } from './completion-table.ts';

export function fishCompletion(table: readonly CompletionRow[]): string {
  return `# fish completion of hcm:  hcm completion fish > ~/.config/fish/completions/hcm.fish
function __hcm_route
    set -l route ''
    for word in (commandline -opc)[2..-1]
        switch "$route/$word"
${paths(table)}
        end
    end
    echo $route
end
function __hcm_at
    test (__hcm_route) = "$argv"
end
function __hcm_ask
    hcm __complete $argv 2>/dev/null
end
complete -c hcm -f
${table.flatMap(lines).join('\n')}
`;
}

function paths(table: readonly CompletionRow[]): string {
  return table
    .flatMap(({ path, commands }) =>
      commands.map(({ name }) => {
        const whole = path === '' ? name : `${path} ${name}`;
        return `            case '${path}/${name}'\n                set route '${whole}'`;
      }),
    )
    .join('\n');
}

function lines({ path, commands, options, argument }: CompletionRow): readonly string[] {
  const at = `complete -c hcm -n '__hcm_at ${path}'`;
  const below = commands.map(({ name, description }) => `${at} -a ${name} -d ${quoted(description)}`);
  const values = commands.length > 0 || argument.kind === 'none' ? [] : [`${at}${offered(argument)}`];
  return [...below, ...values, ...options.map((option) => `${at}${optionWords(option)}`)];
}

function optionWords({ spellings, description, takesValue, values }: CompletedOption): string {
  const names = spellings.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const value = takesValue ? ` -r${offered(values)}` : '';
  return ` ${names.join(' ')} -d ${quoted(description)}${value}`;
}

function offered(values: CompletedValues): string {
  switch (values.kind) {
    case 'words':
      return ` -a ${quoted(values.words.join(' '))}`;
    case 'names':
    case 'sessions':
      return ` -a '(__hcm_ask ${values.kind})'`;
    case 'files':
      return ' -F';
    case 'none':
      return '';
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}
