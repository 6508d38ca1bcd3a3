/** What DNS says about the namespace, asked anew each time the details of a connection open. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { unknownValue } from '../../../electron/contract/format.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import { detailValueTexts } from '../../../electron/contract/messages/texts/details.ts';
import type { Bridge } from '../../bridge.ts';
import { useHostRead, type HostSource } from '../../components/host-read.ts';
import { useBridge } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

const useStyles = makeStyles({
  address: { display: 'block' },
  waiting: { color: tokens.colorNeutralForeground3 },
  problem: { color: toneColors.act.text },
});

export function ResolvedAddress({ connectionId }: { readonly connectionId: string }) {
  const styles = useStyles();
  const bridge = useBridge();
  const source = useMemo(() => addressSource(bridge, connectionId), [bridge, connectionId]);
  const { value, problem } = useHostRead(source);
  if (problem !== null && isAboutHost(problem)) return unknownValue;
  if (problem !== null || value?.length === 0) {
    return <span className={styles.problem}>{detailValueTexts.notResolved}</span>;
  }
  if (value === null) return <span className={styles.waiting}>{detailValueTexts.lookingUp}</span>;
  return value.map((address) => (
    <span key={address} className={styles.address}>
      {address}
    </span>
  ));
}

function addressSource(bridge: Bridge, id: string): HostSource<readonly string[]> {
  return {
    read: async () => (await bridge.call('connections.resolveNamespace', { id })).addresses,
  };
}

/** Nobody could ask DNS, so nothing is known about the name. */
function isAboutHost({ code }: ErrorData): boolean {
  return code.startsWith('HCM5');
}
