/**
 * Icons of the two legs' states, 16 px, in the colour of their tone (design §4). Hidden from screen readers: the word
 * always stands beside them.
 */
import { makeStyles, mergeClasses, Spinner } from '@fluentui/react-components';
import {
  Archive16Regular,
  ArrowSyncCircle16Filled,
  ArrowSyncCircle16Regular,
  CheckmarkCircle16Filled,
  CheckmarkCircle16Regular,
  DismissCircle16Filled,
  ErrorCircle16Filled,
  HourglassHalf16Regular,
  Key16Filled,
  LockClosed16Filled,
  QuestionCircle16Regular,
  RecordStop16Regular,
  ShieldDismiss16Filled,
  SubtractCircle16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import {
  azureTone,
  endpointTone,
  type AzureStatus,
  type EndpointStatus,
  type Legs,
} from '../../electron/contract/status.ts';
import { forcedColors, reducedMotion } from '../theme/media.ts';
import { toneColors } from '../theme/tones.ts';

const azureIcons: Readonly<Record<Exclude<AzureStatus, 'connecting'>, FluentIcon>> = {
  connected: CheckmarkCircle16Filled,
  notConnected: ArrowSyncCircle16Filled,
  unauthorized: LockClosed16Filled,
  notFound: DismissCircle16Filled,
  blockedByPolicy: ShieldDismiss16Filled,
  keyNeeded: Key16Filled,
  cantStart: ErrorCircle16Filled,
  stopping: HourglassHalf16Regular,
  stopped: RecordStop16Regular,
  discontinued: Archive16Regular,
  unknown: QuestionCircle16Regular,
};

const endpointIcons: Readonly<Record<Exclude<EndpointStatus, 'checking'>, FluentIcon>> = {
  reachable: CheckmarkCircle16Filled,
  unreachable: ErrorCircle16Filled,
  notChecked: SubtractCircle16Regular,
};

const useStyles = makeStyles({
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  spinner: {
    [reducedMotion]: { display: 'none' },
    [forcedColors]: { color: 'Highlight' },
  },
  still: { display: 'none', [reducedMotion]: { display: 'block' } },
});

/** State of the way to Azure. Connected with an endpoint that doesn't answer is an outline, not green. */
export function StatusIcon({ legs }: { readonly legs: Legs }) {
  const styles = useStyles();
  if (legs.azure === 'connecting') return <Busy />;
  const tone = azureTone(legs);
  const Icon =
    legs.azure === 'connected' && tone !== 'good' ? CheckmarkCircle16Regular : azureIcons[legs.azure];
  return <Icon aria-hidden className={styles.icon} primaryFill={toneColors[tone].icon} />;
}

/** State of the way to the endpoint. */
export function EndpointIcon({ status }: { readonly status: EndpointStatus }) {
  const styles = useStyles();
  if (status === 'checking') return <Busy />;
  const Icon = endpointIcons[status];
  return <Icon aria-hidden className={styles.icon} primaryFill={toneColors[endpointTone(status)].icon} />;
}

/** Turns; where the person asked for less motion it is a still icon of the same meaning. */
function Busy() {
  const styles = useStyles();
  return (
    <>
      <Spinner aria-hidden size="extra-tiny" className={mergeClasses(styles.icon, styles.spinner)} />
      <ArrowSyncCircle16Regular
        aria-hidden
        className={mergeClasses(styles.icon, styles.still)}
        primaryFill={toneColors.quiet.icon}
      />
    </>
  );
}
