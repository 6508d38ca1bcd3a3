/** One line about a release: which version runs, when it was published, how much there is to fetch. */
import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import { formatBytes, formatMoment } from '../../../electron/contract/format.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { momentWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import type { Release, UpdateState } from '../../../electron/contract/updates.ts';

export interface ReleaseFactsProps {
  readonly update: Pick<UpdateState, 'current' | 'phase'>;
  readonly release: Release;
}

export function ReleaseFacts({ update: { current, phase }, release }: ReleaseFactsProps) {
  const { publishedAt, sizeBytes } = release;
  const [now] = useState(() => Date.now());
  return (
    <Text as="p">
      {joinSentences([
        fillText(upgradeTexts.youHave, { version: current }),
        publishedAt === null
          ? ''
          : fillText(upgradeTexts.published, {
              date: formatMoment(publishedAt, now, momentWordTexts),
            }),
        sizeBytes === null || phase !== 'available'
          ? ''
          : fillText(upgradeTexts.size, { size: formatBytes(sizeBytes) }),
      ])}
    </Text>
  );
}
