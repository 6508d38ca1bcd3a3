/** YAML for people who keep it in files: the same values as JSON. */
import { stringify } from 'yaml';

export function renderYaml(value: unknown): string {
  // No anchors and no folding: what was written stays one line, so that a search finds it.
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}
