/**
 * Values as they stand in the lines that people copy: of a POSIX shell, of Bicep and of Terraform. Pure. Whatever a value holds
 * stays a value: nothing in it is ever run, expanded or put in anywhere else.
 */

/** One word of a POSIX shell: as it is where nothing in it means something to the shell, else in single quotes. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A string of Bicep with its quotes. */
export function bicepString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('${', '\\${')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** A line of Bicep that is read by people alone, whatever stands in it. */
export function bicepComment(text: string): string {
  return `// ${text.replaceAll(/[\r\n]+/g, ' ')}`;
}

/** A string of HCL, Terraform's language, with its quotes. */
export function hclString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** A resource of HCL as `terraform fmt` would write it; values are HCL already. */
export function hclResource(
  type: string,
  label: string,
  entries: readonly (readonly [name: string, value: string])[],
): readonly string[] {
  const width = Math.max(...entries.map(([name]) => name.length));
  const lines = entries.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return [`resource "${type}" "${label}" {`, ...lines, '}'];
}

/** What the `userMetadata` of a Hybrid Connection says of its endpoint (relay-protocol §6.3). */
export function endpointMetadata(endpoint: string): string {
  return JSON.stringify([{ key: 'endpoint', value: endpoint }]);
}
