/** First thing in the overview when something isn't good: what happened, why, and the next step as a button. */
import { makeStyles, Spinner } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { calloutWords } from '../../../electron/contract/messages/callout-words.ts';
import { calloutTexts } from '../../../electron/contract/messages/texts/details.ts';
import { allowedActions } from '../../../electron/contract/status.ts';
import { actionsFor, type ActionOffer } from '../../components/actions-for.ts';
import { Callout } from '../../components/callout.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HelpButton } from '../../components/help-button.tsx';
import { helpTopicOf } from '../../components/help-topic-of.ts';
import { HostButton } from '../../components/host-controls.tsx';
import { legsOf } from '../../components/legs-of.ts';
import { callOfAction } from '../../components/needed-call.ts';
import { EndpointIcon, StatusIcon } from '../../components/status-icon.tsx';
import type { EndpointTest } from './endpoint-test.ts';

export interface ProblemCalloutProps {
  readonly view: ConnectionView;
  readonly test: EndpointTest;
}

export function ProblemCallout({ view, test }: ProblemCalloutProps) {
  const actions = useConnectionActions();
  const words = calloutWords(view);
  if (words === null) return null;
  const { id } = view.config;
  const isEndpoint = words.about === 'endpoint';
  return (
    <Callout
      icon={isEndpoint ? <EndpointIcon status={view.endpoint.status} /> : <StatusIcon legs={legsOf(view)} />}
      title={words.title}
      text={words.text}
      actions={
        <>
          {isEndpoint ? <TestAgain {...test} /> : <Remedies view={view} />}
          <HelpButton topic={helpTopicOf(view, words)} />
        </>
      }
      code={
        words.code === null
          ? null
          : { text: words.code, label: calloutTexts.copyDetails, onPress: () => actions.copyDetails([id]) }
      }
    />
  );
}

const useStyles = makeStyles({
  // Wide enough for the spinner, too, so that nothing beside it moves.
  test: { minWidth: '112px' },
});

function TestAgain({ isTesting, start }: EndpointTest) {
  const styles = useStyles();
  return (
    <HostButton
      needs="connections.checkEndpoint"
      size="small"
      className={styles.test}
      disabledFocusable={isTesting}
      icon={isTesting ? <Spinner size="extra-tiny" aria-hidden /> : null}
      onClick={start}
    >
      {calloutTexts.testAgain}
    </HostButton>
  );
}

function Remedies({ view }: { readonly view: ConnectionView }) {
  const actions = useConnectionActions();
  return remediesOf(view).map(({ action, label }, index) => (
    <HostButton
      key={action}
      needs={callOfAction[action]}
      size="small"
      appearance={index === 0 ? 'secondary' : 'subtle'}
      onClick={() => actions.run(action, [view.config.id])}
    >
      {label}
    </HostButton>
  ));
}

/** At most two, the most promising first: that is the order of the table of states. Stopping is no remedy. */
export function remediesOf(view: ConnectionView): readonly ActionOffer[] {
  const offers = actionsFor([view]);
  return allowedActions(view.azure.status)
    .filter((action) => action !== 'stop' && action !== 'restart')
    .flatMap((action) => offers.find((offer) => offer.action === action) ?? [])
    .slice(0, 2);
}
