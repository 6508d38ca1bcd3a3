/** Has the host try a host and port once, and puts the answer in words. Never rejects. */
import { toErrorData } from '../../electron/contract/errors.ts';
import { parseHostPort } from '../../electron/contract/host-port.ts';
import type { Bridge } from '../bridge.ts';
import { reachedAnswer, refusedAnswer, unreadableAnswer, type TestAnswer } from './test-answer.ts';

export async function tryEndpoint(bridge: Bridge, text: string): Promise<TestAnswer> {
  const reading = parseHostPort(text);
  if (!reading.ok) return unreadableAnswer();
  const { host, port } = reading;
  try {
    const { dialMs } = await bridge.call('endpoints.test', { host, port });
    return reachedAnswer(dialMs);
  } catch (error) {
    return refusedAnswer(toErrorData(error), port);
  }
}
