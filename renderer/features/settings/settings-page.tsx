/**
 * Settings: a part at a time beside the list of parts, or what "Find a setting" finds in all of them. There is nothing to
 * save: each change applies at once (design §10).
 */
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  SearchBox,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import {
  Alert20Regular,
  ArrowDownload20Regular,
  Globe20Regular,
  Info20Regular,
  Options20Regular,
  PlugConnected20Regular,
  Shield20Regular,
  Wrench20Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import { Fragment, useState, type ReactNode } from 'react';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  settingsGroupTexts,
  settingsPageTexts,
  settingsSectionTexts,
} from '../../../electron/contract/messages/texts/settings-page.ts';
import { viewerTexts } from '../../../electron/contract/messages/texts/viewer.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { PageFrame } from '../../components/page-frame.tsx';
import { ReadProblem } from '../../components/read-problem.tsx';
import { HostSettingsProvider, useHostSettings } from '../../components/settings/use-host-settings.tsx';
import { useIsViewer } from '../../components/use-why-not.ts';
import { useServices, useShell } from '../../services.tsx';
import { settingsSections, type SettingsSection } from '../../store/ui-store.ts';
import { belowNarrow } from '../../theme/media.ts';
import { findRows, listedRows, type ListedRow } from './setting-list.tsx';

const icons: Readonly<Record<SettingsSection, FluentIcon>> = {
  general: Options20Regular,
  connections: PlugConnected20Regular,
  network: Globe20Regular,
  security: Shield20Regular,
  notifications: Alert20Regular,
  updates: ArrowDownload20Regular,
  advanced: Wrench20Regular,
  about: Info20Regular,
};

/** Parts that say what a viewer may not change. */
const hostSections: ReadonlySet<SettingsSection> = new Set([
  'connections',
  'network',
  'security',
  'updates',
  'advanced',
]);

export interface SettingsPageProps {
  readonly section: SettingsSection;
  /** What another feature shows in place of a part's rows. */
  readonly extra?: Readonly<Partial<Record<SettingsSection, ReactNode>>>;
}

export function SettingsPage({ section, extra = {} }: SettingsPageProps) {
  const styles = useStyles();
  const { ui } = useServices();
  const [sought, setSought] = useState('');
  return (
    <HostSettingsProvider>
      <PageFrame
        title={settingsPageTexts.title}
        back={settingsPageTexts.back}
        onBack={() => ui.closePage()}
        sectionsLabel={settingsPageTexts.sections}
        sections={settingsSections.map((id) => ({
          id,
          label: settingsSectionTexts[id].title,
          icon: icons[id],
        }))}
        current={section}
        onChoose={(id) => {
          setSought('');
          ui.openPage({ kind: 'settings', section: id });
        }}
        aside={
          <SearchBox
            dismiss={{ 'aria-label': toolbarTexts.clearField }}
            className={styles.find}
            aria-label={settingsPageTexts.find}
            placeholder={settingsPageTexts.find}
            value={sought}
            onChange={(_event, { value }) => setSought(value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || sought === '') return;
              event.stopPropagation();
              event.preventDefault();
              setSought('');
            }}
          />
        }
      >
        {sought.trim() === '' ? (
          <Part section={section} extra={extra[section]} />
        ) : (
          <Found text={sought.trim()} />
        )}
      </PageFrame>
    </HostSettingsProvider>
  );
}

function Part({ section, extra }: { readonly section: SettingsSection; readonly extra: ReactNode }) {
  const styles = useStyles();
  const { title, lead } = settingsSectionTexts[section];
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      {hostSections.has(section) && <HostNotes />}
      {extra ?? <Rows rows={listedRows.filter((row) => row.section === section)} />}
    </>
  );
}

function Found({ text }: { readonly text: string }) {
  const styles = useStyles();
  const rows = findRows(
    text,
    useShell(({ language }) => language),
  );
  const sections = settingsSections.filter((id) => rows.some(({ section }) => section === id));
  return (
    <>
      <h2 className={styles.title}>{fillText(settingsPageTexts.found, { text })}</h2>
      <p role="status" className={styles.lead}>
        {rows.length === 0 ? settingsPageTexts.notFound : ''}
      </p>
      {sections.some((id) => hostSections.has(id)) && <HostNotes />}
      {sections.map((id) => (
        <section key={id} aria-label={settingsSectionTexts[id].title}>
          <h3 className={styles.group}>{settingsSectionTexts[id].title}</h3>
          {rows
            .filter((row) => row.section === id)
            .map(({ name, row }) => (
              <Fragment key={name}>{row}</Fragment>
            ))}
        </section>
      ))}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly ListedRow[] }) {
  const styles = useStyles();
  return rows.map(({ group, name, row }, index) => (
    <Fragment key={name}>
      {group !== null && group !== rows[index - 1]?.group && (
        <h3 className={styles.group}>{settingsGroupTexts[group]}</h3>
      )}
      {row}
    </Fragment>
  ));
}

/** Why nothing can be changed, or nothing is known. */
function HostNotes() {
  const styles = useStyles();
  const { problem } = useHostSettings();
  return (
    <>
      {useIsViewer() && (
        <MessageBar className={styles.note}>
          <MessageBarBody>{viewerTexts.refused}</MessageBarBody>
        </MessageBar>
      )}
      <ReadProblem problem={problem} text={settingsPageTexts.unread} />
    </>
  );
}

const useStyles = makeStyles({
  find: { width: '220px', flexShrink: 1, minWidth: '120px', [belowNarrow]: { width: '170px' } },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  lead: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    margin: `0 0 ${tokens.spacingVerticalL}`,
  },
  note: { marginBottom: tokens.spacingVerticalL },
  group: {
    ...typographyStyles.body1Strong,
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalS}`,
  },
});
