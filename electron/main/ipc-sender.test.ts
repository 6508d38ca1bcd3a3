import { describe, expect, it } from 'vitest';
import { isTrustedSender, type Sender } from './ipc-sender.ts';

const ours = 7;

function sender(frame: Sender['senderFrame'], id = ours, url = 'hcm-app://app/index.html'): Sender {
  return { sender: { id, getURL: () => url }, senderFrame: frame };
}
const main = { url: 'hcm-app://app/index.html', parent: null };

describe('isTrustedSender', () => {
  it.each<[string, Sender, boolean]>([
    ['our page', sender(main), true],
    ['our page, just committed', sender({ url: '', parent: null }), true],
    ['another page, just committed', sender({ url: '', parent: null }, ours, 'https://evil/'), false],
    ['another window', sender(main, 8), false],
    ['a frame in our page', sender({ ...main, parent: main }), false],
    ['a frame that is gone', sender(null), false],
    ['another page in our window', sender({ url: 'https://evil/', parent: null }), false],
    ['a page with a host like ours', sender({ url: 'hcm-app://app.evil/', parent: null }), false],
    ['an empty page', sender({ url: 'about:blank', parent: null }), false],
  ])('%s: %s', (_, asked, expected) => expect(isTrustedSender(asked, ours)).toBe(expected));

  it('trusts nobody while there is no window', () => expect(isTrustedSender(sender(main), null)).toBe(false));
});
