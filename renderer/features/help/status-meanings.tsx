/** The words of both ways with their icons, from the one table of states (design §4). */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  helpEndpointStatusTexts,
  helpStatusHeadTexts,
  helpStatusTexts,
} from '../../../electron/contract/messages/texts/help-topics.ts';
import { endpointStatusWord, statusWord } from '../../../electron/contract/messages/messages.ts';
import { azureStatuses, endpointStatuses } from '../../../electron/contract/status.ts';
import { DefinitionRow } from '../../components/definition-row.tsx';
import { EndpointIcon, StatusIcon } from '../../components/status-icon.tsx';

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
  },
  list: { margin: 0 },
  word: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: tokens.lineHeightBase300,
  },
});

export function StatusMeanings() {
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.heading}>{helpStatusHeadTexts.azure}</h3>
      <dl className={styles.list}>
        {azureStatuses.map((azure) => (
          <Row
            key={azure}
            icon={<StatusIcon legs={{ azure, endpoint: 'reachable', problem: null }} />}
            word={statusWord(azure)}
            meaning={helpStatusTexts[azure]}
          />
        ))}
      </dl>
      <h3 className={styles.heading}>{helpStatusHeadTexts.endpoint}</h3>
      <dl className={styles.list}>
        {endpointStatuses.map((status) => (
          <Row
            key={status}
            icon={<EndpointIcon status={status} />}
            word={endpointStatusWord(status)}
            meaning={helpEndpointStatusTexts[status]}
          />
        ))}
      </dl>
    </>
  );
}

interface RowProps {
  readonly icon: ReactNode;
  readonly word: string;
  readonly meaning: string;
}

function Row({ icon, word, meaning }: RowProps) {
  const styles = useStyles();
  return (
    <DefinitionRow
      name={
        <span className={styles.word}>
          {icon}
          {word}
        </span>
      }
    >
      {meaning}
    </DefinitionRow>
  );
}
