/**
 * Where a connection is in Azure and what can be done with it there, as a part of its details. Azure is asked only when a
 * person wants it: the details of a row open with every arrow key.
 */
import { Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { azureAboutTexts, azureRowActionTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { azureActionsFor, callOfAzureAction } from '../../components/azure-row-actions.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { Callout } from '../../components/callout.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HostButton, HostTextLink } from '../../components/host-controls.tsx';
import { ValueList } from '../../components/value-list.tsx';
import { useBridge, useNow } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';
import { aboutRows, knownRows, partialLines } from './about-rows.ts';
import { useAbout } from './use-about.ts';
import { useAccountName } from './use-account-name.ts';

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalS}` },
  note: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground3 },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginBottom: tokens.spacingVerticalM,
    whiteSpace: 'pre-line',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    marginTop: tokens.spacingVerticalM,
  },
  plans: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground3 },
});

type Asked = ReturnType<typeof useAbout>;

export function AzureSection({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const actions = useConnectionActions();
  const about = useAbout(view.config.id);
  const offered = azureActionsFor(view);
  const known = knownRows(view.config);
  if (offered.length === 0) return null;
  // The way to the portal stands right above, at the end of the details.
  const inSection = offered.filter((action) => action !== 'openInPortal');
  return (
    <section aria-label={azureAboutTexts.title}>
      <Body1Strong as="h3" block className={styles.title}>
        {azureAboutTexts.title}
      </Body1Strong>
      {about.value === null && known.length > 0 && (
        <div className={styles.answer}>
          <ValueList rows={known} />
        </div>
      )}
      {about.value === null && about.problem === null && (
        <Caption1 as="p" block className={styles.note}>
          {azureAboutTexts.notAsked}
        </Caption1>
      )}
      <Answer about={about} />
      {about.problem === null && <AskButton about={about} />}
      <div className={styles.actions} role="group" aria-label={azureRowActionTexts.menu}>
        {inSection.map((action) => (
          <HostTextLink
            key={action}
            needs={callOfAzureAction[action]}
            onClick={() => actions.runInAzure(action, view.config.id)}
          >
            {azureRowActionTexts[action]}
          </HostTextLink>
        ))}
      </div>
    </section>
  );
}

function Answer({ about }: { readonly about: Asked }) {
  const styles = useStyles();
  const now = useNow();
  const { value, problem } = about;
  const account = useAccountName(value?.accountId ?? null);
  if (value === null && problem === null) return null;
  const partial = value === null ? [] : partialLines(value);
  return (
    <div className={styles.answer}>
      {problem !== null && (
        <AzureError error={problem}>
          <AskButton about={about} />
        </AzureError>
      )}
      {value !== null && <ValueList rows={aboutRows(value, account, now)} />}
      {partial.length > 0 && (
        <Callout
          icon={<Warning16Filled aria-hidden primaryFill={toneColors.watch.icon} />}
          title={azureAboutTexts.partial}
          text={partial.join('\n')}
        />
      )}
      {value !== null && <PlanLimits />}
    </div>
  );
}

function AskButton({ about }: { readonly about: Asked }) {
  const { value, problem, isAsking, ask } = about;
  const label = value === null && problem === null ? azureAboutTexts.ask : azureAboutTexts.again;
  return (
    <HostButton needs="azure.about" size="small" disabledFocusable={isAsking} onClick={ask}>
      {isAsking ? azureAboutTexts.asking : label}
    </HostButton>
  );
}

/** One sentence; which plan an app has stands with the apps (S40 to S42). */
function PlanLimits() {
  const styles = useStyles();
  const bridge = useBridge();
  return (
    <Caption1 as="p" block className={styles.plans}>
      {`${azureAboutTexts.plans} `}
      <Link
        inline
        as="button"
        onClick={() => void bridge.call('app.openLink', { link: 'hybridConnections' }).catch(() => undefined)}
      >
        <Caption1>{azureAboutTexts.plansMore}</Caption1>
      </Link>
    </Caption1>
  );
}
