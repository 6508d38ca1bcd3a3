/** `hcm completion bash`: made for bash 3.2 (macOS) and later, without the package bash-completion. Pure. */
import type { CompletedValues } from './completed-values.ts';
import type { CompletedOption, CompletionRow } from './completion-table.ts';

export function bashCompletion(table: readonly CompletionRow[]): string {
  return `# bash completion of hcm. In ~/.bashrc:  source <(hcm completion bash)
_hcm() {
  local cur prev word path i values
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  # bash splits --output=json at the sign.
  if [[ $cur == "=" ]]; then cur=
  elif [[ $prev == "=" && COMP_CWORD -ge 2 ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
  path=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$path/$word" in
${paths(table)}
    esac
  done
  case "$path $prev" in
${table.flatMap(optionCases).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$path" in
${table.map(({ path, options }) => `    ${quoted(path)}) values=${quoted(spellings(options))} ;;`).join('\n')}
    esac
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
    return
  fi
  case "$path" in
${table.map(argumentCase).join('\n')}
  esac
}
_hcm_reply() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_hcm_ask() {
  _hcm_reply "$(hcm __complete "$1" 2>/dev/null)"
}
_hcm_files() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
}
complete -F _hcm hcm
`;
}

/** A word is part of the path only where it calls a command: values of options are passed over. */
function paths(table: readonly CompletionRow[]): string {
  return table
    .flatMap(({ path, commands }) =>
      commands.map(({ name }) => {
        const whole = path === '' ? name : `${path} ${name}`;
        return `      ${quoted(`${path}/${name}`)}) path=${quoted(whole)} ;;`;
      }),
    )
    .join('\n');
}

function optionCases({ path, options }: CompletionRow): readonly string[] {
  return options
    .filter(({ takesValue }) => takesValue)
    .map(({ spellings: names, values }) => {
      const cases = names.map((name) => quoted(`${path} ${name}`)).join('|');
      return `    ${cases}) ${action(values)}; return ;;`;
    });
}

function argumentCase({ path, commands, argument }: CompletionRow): string {
  const words = commands.map(({ name }) => name);
  const values: CompletedValues = words.length === 0 ? argument : { kind: 'words', words };
  return `    ${quoted(path)}) ${action(values)} ;;`;
}

function action(values: CompletedValues): string {
  switch (values.kind) {
    case 'words':
      return `_hcm_reply $'${values.words.join('\\n')}'`;
    case 'names':
    case 'sessions':
      return `_hcm_ask ${values.kind}`;
    case 'files':
      return '_hcm_files';
    case 'none':
      return ':';
  }
}

function spellings(options: readonly CompletedOption[]): string {
  return options.flatMap(({ spellings: names }) => names).join(' ');
}

/** Words of ours hold no quotes. */
function quoted(text: string): string {
  return `"${text}"`;
}
