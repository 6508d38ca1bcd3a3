import { describe, expect, it } from 'vitest';
import type { KeysView } from '../connection-view.ts';
import { connectedView } from '../testing/test-views.ts';
import { keyText } from './detail-values.ts';
import { endpointCallout, endpointInAzureNote, endpointToDecide } from './endpoint-words.ts';
import { keyState, refusedKeyCallout } from './key-words.ts';
import { connectedMark, secondLine, statusTooltip } from './status-lines.ts';

const at = Date.UTC(2026, 10, 2, 10);

function withKeys(keys: Partial<KeysView>) {
  return { ...connectedView(), keys: { ...connectedView().keys, ...keys } };
}

describe('a connection without a key', () => {
  const entra = { accountId: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11', name: 'ada@contoso.com' };

  it('says who signs in, and why there is no new token', () => {
    const view = connectedView({ keyName: '', entra });
    expect(keyText(view, 'primary')).toBe('None: signs in with Entra as ada@contoso.com');
    expect(keyState(view, 'primary', at)).toBeNull();
    const tokenProblem = { code: 'HCM6004', details: { name: entra.name } } as const;
    expect(keyState({ ...view, tokenProblem }, 'primary', at)).toEqual({
      tone: 'watch',
      text: 'No new token: Azure wants ada@contoso.com to sign in again',
    });
  });
});

describe('the keys of a connection', () => {
  it('say nothing where there is only one and nobody refused it', () => {
    const view = connectedView();
    expect(keyState(view, 'primary', at)).toBeNull();
    expect(connectedMark(view)).toBeNull();
    expect(refusedKeyCallout(view)).toBeNull();
    expect(secondLine(view, at)).toBe('This host and 1 other');
  });

  it('tell which one is in use, and which one died since when', () => {
    const both = withKeys({ hasSecondary: true });
    expect(keyState(both, 'primary', at)).toEqual({ tone: 'good', text: 'In use' });
    expect(keyState(both, 'secondary', at)).toEqual({ tone: 'quiet', text: 'In reserve' });
    const dead = withKeys({ hasSecondary: true, inUse: 'secondary', refused: [{ slot: 'primary', at }] });
    expect(keyState(dead, 'primary', at)?.text).toMatch(/^Refused by Azure since \d/u);
    expect(keyState(dead, 'primary', at)?.tone).toBe('watch');
    expect(keyState(dead, 'secondary', at)?.text).toBe('In use');
    expect(secondLine(dead, at)).toBe('Primary key refused');
    expect(statusTooltip(dead)).toBe('Azure refuses the primary key; the secondary key is in use.');
    expect(refusedKeyCallout(dead)).toEqual({
      slot: 'primary',
      title: 'Azure refuses the primary key',
      text: 'The secondary key is in use, so apps notice nothing. The primary key was probably regenerated: paste the new one.',
    });
  });

  it('are for a person to mend where none is left, and then the state says so', () => {
    const dead = withKeys({
      hasSecondary: true,
      refused: [
        { slot: 'primary', at },
        { slot: 'secondary', at },
      ],
    });
    const view = { ...dead, azure: { ...dead.azure, status: 'unauthorized' } } as const;
    expect(keyState(view, 'primary', at)?.tone).toBe('act');
    expect(refusedKeyCallout(view)).toBeNull();
    expect(connectedMark(view)).toBeNull();
  });

  it('say what a refused only key means while the channel is still open', () => {
    const view = withKeys({ refused: [{ slot: 'primary', at }] });
    expect(secondLine(view, at)).toBe('Key refused');
    expect(refusedKeyCallout(view)?.title).toBe('Azure refuses the key');
  });
});

describe('another endpoint in Azure', () => {
  const view = { ...connectedView(), endpointInAzure: { host: 'sql02', port: 1433 } };

  it('waits for a decision where Azure’s endpoint is in force, and is marked in the row', () => {
    expect(endpointToDecide(view)).toEqual({ host: 'sql02', port: 1433 });
    expect(secondLine(view, at)).toBe('Endpoint changed in Azure');
    expect(statusTooltip(view)).toBe('Azure names another endpoint now: sql02:1433.');
    expect(endpointCallout(view)).toBe(
      'Sessions go to sql01.corp.contoso.com:1433. Azure now names sql02:1433. Nothing changes before you decide.',
    );
    expect(endpointInAzureNote(view)).toBeNull();
  });

  it('is only noted where a person chose another one', () => {
    const { endpoint } = view.config;
    if (endpoint === null) throw new Error('the sample has no endpoint');
    const chosen = {
      ...view,
      config: { ...view.config, endpoint: { ...endpoint, source: 'manual' as const } },
    };
    expect(endpointToDecide(chosen)).toBeNull();
    expect(endpointCallout(chosen)).toBeNull();
    expect(connectedMark(chosen)).toBeNull();
    expect(endpointInAzureNote(chosen)).toBe('Azure names sql02:1433');
  });
});
