/** Texts of docs/cli.md itself, in Markdown; those of the commands come from the product. */
export const enReference = {
  title: 'The command line',
  made: 'Made of the program by electron/cli/command-reference.test.ts: change its texts instead, then `npx vitest run --project unit electron/cli/command-reference.test.ts -u`.',
  intro: [
    'Every command takes a name where it is unique; otherwise it says which connections have it, and takes `namespace/name`, the id, or Microsoft’s `-ns` and `-n`. Without a running host the commands work on what is stored, and say so.',
    'Answers go to standard output: a table on a terminal, JSON elsewhere, or what `--output` says. Notes, questions and errors go to standard error; an error says what happened, the likely cause, one next step and its code. `--quiet` leaves out notes and confirmations. State words are coloured on terminals only, unless `NO_COLOR` is set, `TERM` is `dumb` or `--no-color` is given; the words alone say everything.',
  ].join('\n\n'),
  json: 'JSON and YAML have the same fields. Fields may be added in later versions, never renamed or taken away; what is a word of the window stays that word. Moments are ISO 8601 in UTC.',
  options: 'Options of every command',
  environment: 'Environment and exit codes',
  option: 'option',
  argument: 'argument',
  meaning: 'meaning',
  field: 'field',
  type: 'type',
  examples: 'Examples:',
  answer: 'JSON ([schema](schema/{file})):',
  answerList: 'JSON, a list ([schema](schema/{file})):',
  answerLines: 'JSON with `--watch`, one line for each change ([schema](schema/{file})):',
  sameAs: 'JSON: the fields of {link} ([schema](schema/{file})).',
  sameAsList: 'JSON: a list with the fields of {link} ([schema](schema/{file})).',
} as const satisfies Record<string, string>;
