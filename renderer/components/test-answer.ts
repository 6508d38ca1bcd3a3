/** The words for what a try of a host and port came to (design §9.6). Pure. */
import type { ErrorData } from '../../electron/contract/errors.ts';
import { formatDuration } from '../../electron/contract/format.ts';
import { testTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';

export interface TestAnswer {
  readonly tone: 'good' | 'act';
  readonly text: string;
  /** Last and small, where the words above are those of an error that has no words of its own here. */
  readonly code: string | null;
}

export function unreadableAnswer(): TestAnswer {
  return { tone: 'act', text: testTexts.unreadable, code: null };
}

export function reachedAnswer(dialMs: number): TestAnswer {
  return {
    tone: 'good',
    text: fillText(testTexts.reached, { duration: formatDuration(dialMs) }),
    code: null,
  };
}

/** @param port as it was typed: what the host refused. */
export function refusedAnswer(error: ErrorData, port: number): TestAnswer {
  const { code, title, cause } = describeError(error);
  const text = ownText(error, port);
  return text === null
    ? { tone: 'act', text: fillText(testTexts.other, { title, cause }), code }
    : { tone: 'act', text, code: null };
}

function ownText({ code, details }: ErrorData, port: number): string | null {
  switch (code) {
    case 'HCM3101':
      return testTexts.unknownName;
    case 'HCM3102':
      return fillText(testTexts.refused, { port });
    case 'HCM3104':
      return fillText(testTexts.noAnswer, details);
    default:
      return null;
  }
}
