/** What this connection may use: the values in force, and which of them are its own. */
import { Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { effectiveLimits, limitNames } from '../../../electron/contract/effective-limits.ts';
import { limitNameTexts, limitRowTexts } from '../../../electron/contract/messages/texts/limits.ts';
import { limitValue } from '../../../electron/contract/messages/limit-words.ts';
import { HostTextLink } from '../../components/host-controls.tsx';
import { callOfDialog } from '../../components/needed-call.ts';
import { useSettings } from '../../components/use-settings.ts';
import { ValueList } from '../../components/value-list.tsx';
import { useServices } from '../../services.tsx';

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalS}` },
  change: { marginTop: tokens.spacingVerticalM },
});

export function LimitsList({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const { ui } = useServices();
  const settings = useSettings();
  const { azure, config } = view;
  if (azure.status === 'discontinued') return null;
  const limits = effectiveLimits(config.limits, settings);
  const rows = limitNames.map((name) => ({
    label: limitNameTexts[name],
    value: limitValue(name, limits),
    ...(config.limits[name] === null ? {} : { note: limitRowTexts.own }),
  }));
  return (
    <section aria-label={limitRowTexts.title}>
      <Body1Strong as="h3" block className={styles.title}>
        {limitRowTexts.title}
      </Body1Strong>
      <ValueList rows={rows} />
      {azure.status !== 'unknown' && (
        <div className={styles.change}>
          <HostTextLink
            needs={callOfDialog.limits}
            onClick={() => ui.openDialog({ kind: 'limits', id: config.id })}
          >
            {limitRowTexts.change}
          </HostTextLink>
        </div>
      )}
    </section>
  );
}
