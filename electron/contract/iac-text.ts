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

/** What the `userMetadata` of a Hybrid Connection says of its endpoint (relay-protocol §6.3). */
export function endpointMetadata(endpoint: string): string {
  return JSON.stringify([{ key: 'endpoint', value: endpoint }]);
}
