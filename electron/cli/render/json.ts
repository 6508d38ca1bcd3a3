/** JSON for scripts: indented where one value is all there is, one line where lines follow each other. */

export function renderJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function renderJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
