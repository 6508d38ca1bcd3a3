/**
 * Guesses from a rule's name what its key may do. A connection string doesn't say which rights its rule has
 * (relay-protocol §2.3), but portal, App Service and most people name rules after them.
 *
 * Cautious on purpose: a wrong `send` refuses a string that would have worked, so only whole words count
 * (`sendaiOffice` isn't a send rule), and any sign of another right wins.
 */
export type RulePurpose = 'listen' | 'send' | 'broad' | 'unknown';

const sendWords = new Set(['send', 'sends', 'sending', 'sendonly', 'sendrule', 'sendkey']);
const listenWords = new Set(['listen', 'listens', 'listening', 'listenonly', 'listenrule', 'listenkey']);
const broadWords = new Set(['manage', 'manager', 'management', 'root', 'owner', 'admin', 'full', 'all']);

export function rulePurpose(ruleName: string): RulePurpose {
  const words = ruleName.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
  const broad = words.some((word) => broadWords.has(word)) || /rootmanage/i.test(ruleName);
  const listen = words.some((word) => listenWords.has(word) || /listeners?$/.test(word));
  const send = words.some(
    (word) => sendWords.has(word) || (/senders?$/.test(word) && !/ascenders?$/.test(word)),
  );
  if (broad) return 'broad';
  if (listen === send) return 'unknown';
  return listen ? 'listen' : 'send';
}
