/** Help in the window: short pages about what an administrator has to know, one beside the list of all. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import {
  BookInformation20Regular,
  CheckmarkCircle20Regular,
  CloudFlow20Regular,
  Database20Regular,
  Keyboard20Regular,
  PlugConnected20Regular,
  Prohibited20Regular,
  Server20Regular,
  WindowConsole20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { helpFrameTexts, helpTopicTexts } from '../../../electron/contract/messages/texts/help-topics.ts';
import { HelpBlocks } from '../../components/help-blocks.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { ShortcutGroups } from '../../components/shortcut-groups.tsx';
import { useServices } from '../../services.tsx';
import { helpTopics, type HelpTopic } from '../../store/ui-store.ts';
import { StatusMeanings } from './status-meanings.tsx';

const icons: Readonly<Record<HelpTopic, FluentIcon>> = {
  start: BookInformation20Regular,
  notSupported: Prohibited20Regular,
  appService: CloudFlow20Regular,
  sqlServer: Database20Regular,
  ports: PlugConnected20Regular,
  tcpping: WindowConsole20Regular,
  availability: Server20Regular,
  status: CheckmarkCircle20Regular,
  shortcuts: Keyboard20Regular,
};

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalL}` },
});

export function HelpPage({ topic }: { readonly topic: HelpTopic }) {
  const styles = useStyles();
  const { ui } = useServices();
  const { title, blocks } = helpTopicTexts[topic];
  return (
    <PageFrame
      title={helpFrameTexts.title}
      back={helpFrameTexts.back}
      onBack={() => ui.closePage()}
      sectionsLabel={helpFrameTexts.topics}
      sections={helpTopics.map((id) => ({ id, label: helpTopicTexts[id].title, icon: icons[id] }))}
      current={topic}
      onChoose={(chosen) => ui.openPage({ kind: 'help', topic: chosen })}
    >
      <h2 className={styles.title}>{title}</h2>
      <HelpBlocks blocks={blocks} />
      {topic === 'status' && <StatusMeanings />}
      {topic === 'shortcuts' && <ShortcutGroups />}
    </PageFrame>
  );
}
