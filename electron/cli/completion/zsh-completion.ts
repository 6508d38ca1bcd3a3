/** `hcm completion zsh`. Pure. */
import type { CompletedValues } from './completed-values.ts';
import type { CompletionRow } from './completion-table.ts';

export function zshCompletion(table: readonly CompletionRow[]): string {
  return `#compdef hcm
# zsh completion of hcm. In ~/.zshrc, behind compinit:  source <(hcm completion zsh)
_hcm() {
  local word route i
  local -a values
  route=
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case "$route/$word" in
${paths(table)}
    esac
  done
  case "$route $words[CURRENT-1]" in
${table.flatMap(optionCases).join('\n')}
  esac
  if [[ $words[CURRENT] == -* ]]; then
    case "$route" in
${table.map(optionsCase).join('\n')}
    esac
    _describe -o option values
    return
  fi
  case "$route" in
${table.map(argumentCase).join('\n')}
  esac
}
_hcm_ask() {
  local -a answers
  answers=("\${(@f)$(hcm __complete $1 2>/dev/null)}")
  compadd -- $answers
}
if [[ $funcstack[1] == _hcm ]]; then _hcm "$@"; else compdef _hcm hcm; fi
`;
}

function paths(table: readonly CompletionRow[]): string {
  return table
    .flatMap(({ path, commands }) =>
      commands.map(({ name }) => {
        const whole = path === '' ? name : `${path} ${name}`;
        return `      ${quoted(`${path}/${name}`)}) route=${quoted(whole)} ;;`;
      }),
    )
    .join('\n');
}

function optionCases({ path, options }: CompletionRow): readonly string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ spellings, values }) => {
      const cases = spellings.map((name) => quoted(`${path} ${name}`)).join('|');
      return `    ${cases}) ${action(values)}; return ;;`;
    });
}

function optionsCase({ path, options }: CompletionRow): string {
  const described = options.flatMap(({ spellings, description }) =>
    spellings.map((name) => describedWord(name, description)),
  );
  return `    ${quoted(path)}) values=(${described.join(' ')}) ;;`;
}

function argumentCase({ path, commands, argument }: CompletionRow): string {
  if (commands.length === 0) return `    ${quoted(path)}) ${action(argument)} ;;`;
  const described = commands.map(({ name, description }) => describedWord(name, description));
  return `    ${quoted(path)}) values=(${described.join(' ')}); _describe command values ;;`;
}

function action(values: CompletedValues): string {
  switch (values.kind) {
    case 'words':
      return `compadd -- ${values.words.join(' ')}`;
    case 'names':
    case 'sessions':
      return `_hcm_ask ${values.kind}`;
    case 'files':
      return '_files';
    case 'none':
      return ':';
  }
}

/** A colon parts the word from what it means. */
function describedWord(name: string, description: string): string {
  return `'${name}:${description.replace(/'/gu, '’').replace(/[:\\]/gu, '\\$&')}'`;
}

function quoted(text: string): string {
  return `"${text}"`;
}
