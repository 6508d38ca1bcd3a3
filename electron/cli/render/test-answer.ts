/** What a test came to, for people: what was found at each step, and the sentence that answers the question. */
import { formatDuration } from '../../contract/format.ts';
import { testFoundTexts, testStepTexts, testWordTexts } from '../../contract/messages/texts/cli-test.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { namespaceSteps, type NamespaceStep } from '../../contract/namespace-test.ts';
import type { EndpointAnswer, NamespaceAnswer, TestAnswer } from '../test-answer.ts';
import { printable, renderDetails } from './table.ts';

export function renderTestAnswer({ target, isReached, namespace, endpoint }: TestAnswer): string {
  const sentences = [
    ...(isReached && namespace !== null
      ? [fillText(testWordTexts.namespaceReached, { target: namespace.namespace })]
      : []),
    ...(endpoint?.isReached === true ? [endpointSentence(endpoint)] : []),
    ...(isReached && namespace !== null && endpoint !== null
      ? [fillText(testWordTexts.connectionReached, { name: target })]
      : []),
  ];
  const steps = namespace === null ? '' : renderDetails(stepsOf(namespace));
  return steps + sentences.map((sentence) => `${printable(sentence)}\n`).join('');
}

function endpointSentence({ endpoint, address, dialMs }: EndpointAnswer): string {
  const time = formatDuration(dialMs);
  return fillText(testWordTexts.reached, { target: endpoint ?? '', address: address ?? '', time });
}

/** Up to where it ended. */
function stepsOf(answer: NamespaceAnswer): readonly (readonly [string, string])[] {
  const { failedAt } = answer;
  const last = failedAt === null ? namespaceSteps.length : namespaceSteps.indexOf(failedAt);
  return namespaceSteps.slice(0, last + 1).map((step) => [testStepTexts[step], found(step, answer)] as const);
}

function found(step: NamespaceStep, answer: NamespaceAnswer): string {
  const { failedAt, namespace: host, addresses, proxy, dialMs, protocol, issuer, httpStatus } = answer;
  const words = testFoundTexts;
  switch (step) {
    case 'name':
      return addresses.length === 0
        ? fillText(words.noAddresses, { host })
        : fillText(words.addresses, { host, addresses: addresses.join(', ') });
    case 'proxy':
      return proxy ?? words.noProxy;
    case 'connect':
      return failedAt === step ? words.notReached : words.connected;
    case 'tls':
      return failedAt === step
        ? fillText(words.notTrusted, { issuer: issuer ?? '' })
        : fillText(words.secured, {
            protocol: protocol ?? '',
            issuer: issuer ?? '',
            time: formatDuration(dialMs),
          });
    case 'https':
      return httpStatus === null ? words.notAnswered : fillText(words.answered, { status: httpStatus });
  }
}
