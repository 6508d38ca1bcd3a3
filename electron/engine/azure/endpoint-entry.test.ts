import { describe, expect, it } from 'vitest';
import { readEndpoint } from '../relay/entity-info.ts';
import { endpointMetadata, withEndpoint } from './endpoint-entry.ts';

const endpoint = { host: 'sql02.corp.example', port: 1433 };
const value = 'sql02.corp.example:1433';

describe('the endpoint in the metadata', () => {
  it('of a new one is what hosts read', () => {
    expect(readEndpoint(endpointMetadata(endpoint))).toEqual({ kind: 'found', ...endpoint });
    const v6 = { host: 'fd00::1', port: 5432 };
    expect(readEndpoint(endpointMetadata(v6))).toEqual({ kind: 'found', ...v6 });
  });

  it.each([
    ['', [{ key: 'endpoint', value }]],
    ['[]', [{ key: 'endpoint', value }]],
    ['[{"key":"endpoint","value":"old:1"}]', [{ key: 'endpoint', value }]],
    [
      '[{"key":"a","value":"b","more":{"x":1}},{"key":"Endpoint ","value":"old:1"}]',
      [
        { key: 'a', value: 'b', more: { x: 1 } },
        { key: 'Endpoint ', value },
      ],
    ],
    [
      '[{"key":"a","value":"b"}]',
      [
        { key: 'a', value: 'b' },
        { key: 'endpoint', value },
      ],
    ],
  ])('%s: it changes alone', (before, after) => {
    const changed = withEndpoint(before, endpoint, 'sql');
    expect(JSON.parse(changed)).toEqual(after);
    expect(readEndpoint(changed)).toEqual({ kind: 'found', ...endpoint });
  });

  it.each(['{"endpoint":"a:1"}', 'endpoint=a:1', '["endpoint"]', '[{"name":"endpoint"}]'])(
    '%s stays as it is',
    (before) => {
      expect(() => withEndpoint(before, endpoint, 'sql')).toThrow(
        expect.objectContaining({ code: 'HCM6065', details: { name: 'sql', reason: 'unreadable' } }) as Error,
      );
    },
  );

  it('is never longer than Azure keeps', () => {
    const note = (length: number): string => JSON.stringify([{ key: 'note', value: 'x'.repeat(length) }]);
    const room = 1024 - withEndpoint(note(0), endpoint, 'sql').length;
    expect(withEndpoint(note(room), endpoint, 'sql')).toHaveLength(1024);
    expect(() => withEndpoint(note(room + 1), endpoint, 'sql')).toThrow(
      expect.objectContaining({ code: 'HCM6065', details: { name: 'sql', reason: 'long' } }) as Error,
    );
  });
});
