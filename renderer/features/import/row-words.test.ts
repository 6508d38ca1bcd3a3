import { describe, expect, it } from 'vitest';
import { sampleImportRow } from '../../testing/sample-import.ts';
import { rowWords } from './row-words.ts';

const context = { step: 'choose', isTicked: true, view: null, now: 0 } as const;

describe('an entry that can be added', () => {
  it('is warned of when its port can’t be tunnelled', () => {
    const words = rowWords(sampleImportRow(0, { endpoint: 'ftp.corp:21' }), context);
    expect(words).toMatchObject({ tone: 'quiet', icon: 'add' });
    expect(words.reason).toMatch(/^Port 21 is FTP/);
    expect(rowWords(sampleImportRow(0, { endpoint: 'sql01.corp:1433' }), context).reason).toBeUndefined();
  });
});
