/** The connection's way from app to endpoint, with its states as they are now. */
import { Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, SubtractCircle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { SessionHistory } from '../../../electron/contract/api.ts';
import { connectionRow } from '../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { endpointCaption, hostCaption } from '../../../electron/contract/messages/detail-values.ts';
import { pathTexts } from '../../../electron/contract/messages/texts/details.ts';
import { appCaption, pathLegs, type PathLeg } from '../../../electron/contract/messages/path-legs.ts';
import { PathLegs, type PathLegsProps } from '../../components/path-legs.tsx';
import { EndpointIcon, StatusIcon } from '../../components/status-icon.tsx';
import { useNow, useShell } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalM}` },
});

export interface PathSectionProps {
  readonly view: ConnectionView;
  /** Null until it was read. */
  readonly history: SessionHistory | null;
}

export function PathSection({ view, history }: PathSectionProps) {
  const styles = useStyles();
  const now = useNow();
  const machine = useShell(({ host }) => (host.mode === 'starting' ? '' : (host.info?.machine ?? '')));
  const { namespace, endpoint } = connectionRow(view);
  const nodes: PathLegsProps['nodes'] = [
    { kind: 'app', name: pathTexts.app, caption: appCaption(view, now) },
    { kind: 'relay', name: pathTexts.relay, caption: namespace },
    { kind: 'host', name: pathTexts.host, caption: hostCaption(view, machine) },
    { kind: 'endpoint', name: pathTexts.endpoint, caption: endpointCaption(endpoint) },
  ];
  return (
    <section aria-label={pathTexts.title}>
      <Body1Strong as="h3" block className={styles.title}>
        {pathTexts.title}
      </Body1Strong>
      <PathLegs
        label={pathTexts.title}
        nodes={nodes}
        legs={pathLegs(view, history, now)}
        iconOf={(leg) => legIcon(leg, view)}
      />
    </section>
  );
}

/** Each stretch is judged by itself: with a dead endpoint the one to Azure keeps its green icon. */
function legIcon({ id, tone }: PathLeg, { azure, endpoint }: ConnectionView): ReactNode {
  switch (id) {
    case 'app': {
      const Icon = tone === 'good' ? CheckmarkCircle16Filled : SubtractCircle16Regular;
      return <Icon aria-hidden primaryFill={toneColors[tone].icon} />;
    }
    case 'azure':
      return <StatusIcon legs={{ azure: azure.status, endpoint: 'reachable', problem: azure.problem }} />;
    case 'endpoint':
      return <EndpointIcon status={endpoint.status} />;
  }
}
