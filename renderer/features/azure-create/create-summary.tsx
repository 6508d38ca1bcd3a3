/** What Create makes in Azure and on this host, and what it costs, before it is done. */
import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { PlannedConnection } from '../../../electron/contract/azure-create-lines.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { createSummaryTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  heading: { margin: '0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: '20px' },
  cost: { color: tokens.colorNeutralForeground2 },
});

export function CreateSummary({ plan }: { readonly plan: PlannedConnection }) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h3 className={styles.heading}>{createSummaryTexts.title}</h3>
      <ul className={styles.list}>
        {summaryOf(plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Body1 block className={styles.cost}>
        {createSummaryTexts.cost}
      </Body1>
    </section>
  );
}

function summaryOf(plan: PlannedConnection): readonly string[] {
  const { resourceGroup: group, namespace, newRegion, name, app } = plan;
  const endpoint = formatHostPort(plan.endpoint);
  return [
    ...(plan.isNewGroup ? [fillText(createSummaryTexts.group, { group })] : []),
    ...(newRegion === null
      ? []
      : [fillText(createSummaryTexts.namespace, { namespace, region: newRegion, group })]),
    fillText(createSummaryTexts.connection, { name, endpoint, namespace }),
    createSummaryTexts.rules,
    ...(app === null ? [] : [fillText(createSummaryTexts.app, { app: app.name })]),
    createSummaryTexts.add,
  ];
}
