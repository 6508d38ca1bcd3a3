import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readFeedFile } from './feed-file.ts';

const folder = new URL('https://updates.example.net/hcm/');
const sha512 = Buffer.alloc(64, 7).toString('base64');

/** As electron-builder 26 writes it, with what newer ones may add. */
const good = {
  version: '1.2.3',
  files: [{ url: 'hcm-1.2.3-amd64.deb', sha512, size: 80_000_000, blockMapSize: 12 }],
  path: 'hcm-1.2.3-amd64.deb',
  sha512,
  releaseDate: '2026-11-20T09:30:00.000Z',
  stagingPercentage: 10,
};

function read(change: object = {}) {
  return readFeedFile(Buffer.from(stringify({ ...good, ...change })), 'latest.yml', folder);
}

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

describe('a file of the feed', () => {
  it('keys that nobody knows are passed over', () => {
    expect(read()).toEqual({
      version: '1.2.3',
      publishedAt: Date.UTC(2026, 10, 20, 9, 30),
      notes: '',
      files: [
        {
          name: 'hcm-1.2.3-amd64.deb',
          url: 'https://updates.example.net/hcm/hcm-1.2.3-amd64.deb',
          sha512,
          sizeBytes: 80_000_000,
        },
      ],
    });
  });

  it('notes are one text, or one for each version', () => {
    expect(read({ releaseNotes: '- faster' }).notes).toBe('- faster');
    expect(read({ releaseNotes: null }).notes).toBe('');
    const both = [
      { version: '1.2.3', note: '- faster' },
      { version: '1.2.2', note: null },
    ];
    expect(read({ releaseNotes: both }).notes).toBe('## 1.2.3\n\n- faster\n\n## 1.2.2');
    expect(read({ releaseNotes: 'a'.repeat(100_000) }).notes).toHaveLength(65_536);
  });

  it('a date that can’t be read is none', () => {
    expect(read({ releaseDate: 'soon' }).publishedAt).toBeNull();
    expect(read({ releaseDate: undefined }).publishedAt).toBeNull();
  });

  it.each([
    ['https://cdn.example.net/a/hcm.deb', 'https://cdn.example.net/a/hcm.deb'],
    ['v1/hcm.deb', 'https://updates.example.net/hcm/v1/hcm.deb'],
    ['hcm 1.deb', 'https://updates.example.net/hcm/hcm%201.deb'],
  ])('a package at %s', (url, full) => {
    expect(read({ files: [{ url, sha512, size: 1 }] }).files[0]?.url).toBe(full);
  });

  it.each([
    ['an address without TLS', { files: [{ url: 'http://cdn.example.net/hcm.deb', sha512, size: 1 }] }],
    ['a file of this computer', { files: [{ url: 'file:///tmp/hcm.deb', sha512, size: 1 }] }],
    ['an address with a user', { files: [{ url: 'https://a:b@cdn.example.net/hcm.deb', sha512, size: 1 }] }],
    ['an address without a name', { files: [{ url: 'https://cdn.example.net/', sha512, size: 1 }] }],
    ['no files', { files: [] }],
    ['a hash of another kind', { files: [{ url: 'a.deb', sha512: 'abc=', size: 1 }] }],
    ['no size', { files: [{ url: 'a.deb', sha512 }] }],
    ['a size beyond reason', { files: [{ url: 'a.deb', sha512, size: 3 * 1024 ** 3 }] }],
    ['a list', [1, 2]],
  ])('refuses %s', (_what, change) => {
    const bytes = Buffer.from(stringify(Array.isArray(change) ? change : { ...good, ...change }));
    expect(refusal(() => readFeedFile(bytes, 'latest.yml', folder))).toMatchObject({
      code: 'HCM5107',
      details: { file: 'latest.yml' },
    });
  });

  it.each(['1.2', 'v1.2.3', 'latest', 3])('a version %j is named as what is wrong', (version) => {
    expect(refusal(() => read({ version }))).toMatchObject({ details: { reason: 'version' } });
  });

  it.each([
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['half a file', Buffer.from('version: "1.2.3\nfiles: [')],
    ['nothing', Buffer.alloc(0)],
    ['aliases, which could be multiplied', Buffer.from('a: &a [1]\nb: *a\nversion: 1.2.3\n')],
  ])('refuses %s', (_what, bytes) => {
    expect(refusal(() => readFeedFile(bytes, 'latest.yml', folder))).toMatchObject({ code: 'HCM5107' });
  });
});
