/** The table of details (product F1, F2): what is known of the connection, never the value of its key. */
import { Body1Strong, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { connectionRow } from '../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { listenerCost } from '../../../electron/contract/listener-cost.ts';
import * as values from '../../../electron/contract/messages/detail-values.ts';
import { detailRowTexts, detailValueTexts } from '../../../electron/contract/messages/texts/details.ts';
import { endpointChangeTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { viewerTexts } from '../../../electron/contract/messages/texts/viewer.ts';
import { endpointInAzureNote } from '../../../electron/contract/messages/endpoint-words.ts';
import { listenerCostText } from '../../../electron/contract/messages/redundancy-words.ts';
import { BreakableText } from '../../components/breakable-text.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { HostTextLink } from '../../components/host-controls.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { ValueList, type ValueRow } from '../../components/value-list.tsx';
import { useNow, useServices, useShell } from '../../services.tsx';
import { keyRows } from './key-rows.tsx';
import { RedundancyNote } from './redundancy-note.tsx';
import { ResolvedAddress } from './resolved-address.tsx';

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalS}` },
  links: { marginTop: tokens.spacingVerticalM },
  link: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

export function DetailsList({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const rows = useRows(view);
  const { config } = view;
  return (
    <section aria-label={detailRowTexts.title}>
      <Body1Strong as="h3" block className={styles.title}>
        {detailRowTexts.title}
      </Body1Strong>
      <ValueList rows={rows} />
      <RedundancyNote view={view} />
      <div className={styles.links}>
        <Link
          as="button"
          className={styles.link}
          onClick={() => actions.openInAzure(config.kind === 'biztalk' ? undefined : config.id)}
        >
          <Open16Regular aria-hidden />
          {detailRowTexts.openInAzure}
        </Link>
      </div>
    </section>
  );
}

function useRows(view: ConnectionView): readonly ValueRow[] {
  const now = useNow();
  const backend =
    useShell(({ host }) => (host.mode === 'starting' ? null : host.info?.secretBackend)) ?? null;
  const addressWhyNot = useWhyNot('connections.resolveNamespace');
  const { config } = view;
  const { name, namespace, endpoint, serviceBusEndpoint } = connectionRow(view);
  const cost = listenerCost(view);
  return [
    { label: detailRowTexts.name, value: name },
    { label: detailRowTexts.status, value: values.statusSince(view, now) },
    { label: detailRowTexts.namespace, value: <BreakableText text={namespace} /> },
    {
      label: detailRowTexts.endpoint,
      value:
        endpoint === null ? (
          detailValueTexts.endpointUnknown
        ) : (
          <CopiedText text={endpoint} what={detailRowTexts.endpoint} />
        ),
      ...note(endpoint === null ? null : view.endpoint.address),
    },
    {
      label: detailRowTexts.endpointSource,
      value: values.endpointSource(view),
      ...note(endpointInAzureNote(view)),
      below: <ChangeEndpoint view={view} />,
    },
    {
      label: detailRowTexts.address,
      value: <CopiedText text={serviceBusEndpoint} what={detailRowTexts.address} />,
    },
    addressWhyNot === null
      ? { label: detailRowTexts.ipAddress, value: <ResolvedAddress connectionId={config.id} /> }
      : { label: detailRowTexts.ipAddress, value: unknownValue, note: viewerTexts.addressNotAsked },
    { label: detailRowTexts.ports, value: config.port },
    { label: detailRowTexts.proxy, value: <BreakableText text={values.proxyText(view)} /> },
    {
      label: detailRowTexts.listeners,
      value: values.listenersText(view),
      ...note(cost === null ? null : listenerCostText('connection', cost)),
    },
    ...keyRows(view, backend === null || config.kind === 'biztalk' ? null : values.sealedText(backend)),
    { label: detailRowTexts.addedBy, value: config.addedBy ?? unknownValue },
    { label: detailRowTexts.createdOn, value: values.createdOn(view, now) },
    { label: detailRowTexts.lastUpdated, value: values.lastUpdated(view, now) },
    { label: detailRowTexts.data, value: values.dataText(view), note: detailValueTexts.dataSince },
  ];
}

function ChangeEndpoint({ view }: { readonly view: ConnectionView }) {
  const { ui } = useServices();
  const { azure, config } = view;
  if (azure.status === 'unknown' || azure.status === 'discontinued') return null;
  return (
    <HostTextLink
      needs={callOfDialog.changeEndpoint}
      onClick={() => ui.openDialog({ kind: 'changeEndpoint', id: config.id })}
    >
      {endpointChangeTexts.change}
    </HostTextLink>
  );
}

function note(text: string | null): { readonly note?: string } {
  return text === null ? {} : { note: text };
}

function CopiedText({ text, what }: { readonly text: string; readonly what: string }) {
  return <BreakableText text={text} end={<CopyButton text={text} what={what} />} />;
}
