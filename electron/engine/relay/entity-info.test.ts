import { describe, expect, it } from 'vitest';
import { readEndpoint } from './entity-info.ts';

const metadata = '[{"key":"endpoint","value":"sql01.corp:1433"}]';

describe('readEndpoint', () => {
  it.each([
    [metadata, { kind: 'found', host: 'sql01.corp', port: 1433 }],
    ['[{"key":" Endpoint ","value":"SQL01:80"}]', { kind: 'found', host: 'sql01', port: 80 }],
    ['[{"key":"endpoint","value":"[fd00::1]:80"}]', { kind: 'found', host: 'fd00::1', port: 80 }],
    ['[{"key":"other","value":"x"},{"key":"endpoint","value":"a:1"}]', { kind: 'found', host: 'a', port: 1 }],
    ['[5,null,{"key":"endpoint","value":"a:1"}]', { kind: 'found', host: 'a', port: 1 }],
    ['[{"key":"endpoint","value":"no port"}]', { kind: 'unreadable', value: 'no port' }],
    ['[{"key":"endpoint","value":"a:70000"}]', { kind: 'unreadable', value: 'a:70000' }],
    ['', { kind: 'missing' }],
    ['{}', { kind: 'missing' }],
    ['[]', { kind: 'missing' }],
    ['nonsense', { kind: 'missing' }],
  ])('%s', (text, reading) => {
    expect(readEndpoint(text)).toEqual(reading);
  });
});
