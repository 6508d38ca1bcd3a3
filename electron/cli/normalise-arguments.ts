/**
 * Makes Microsoft's way of writing options readable for the parser, so that scripts carry over: `-ns` and `-rg` are words
 * behind one hyphen, which POSIX takes for two options (product B3). What follows `--` is never touched.
 */
const spellings: Readonly<Record<string, string>> = {
  '-ns': '--namespace',
  '-rg': '--resource-group',
};

export function normaliseArguments(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    if (end !== -1 && index >= end) return argument;
    const equals = argument.indexOf('=');
    const name = equals === -1 ? argument : argument.slice(0, equals);
    // What a parser takes for the value `=sql`.
    if (name === '-n' && equals !== -1) return `--name${argument.slice(name.length)}`;
    const spelled = Object.hasOwn(spellings, name) ? spellings[name] : undefined;
    return spelled === undefined ? argument : spelled + argument.slice(name.length);
  });
}
