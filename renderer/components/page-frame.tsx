/**
 * What pages that fill the window share (design §11): Back and a title, something at the end of that line, the page's parts at
 * the left, one of them beside it. Below 560 px the parts are a list to choose from above it. Esc goes back, too
 * (`use-shortcuts`).
 */
import {
  Button,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowLeft20Regular, type FluentIcon } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { belowNarrow, forcedColors } from '../theme/media.ts';
import { focusRegion } from './focus-region.ts';
import { narrowBelow, useWindowWidth } from './use-window-width.ts';

export interface PageSection<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: FluentIcon;
}

export interface PageFrameProps<Id extends string> {
  readonly title: string;
  /** Name of the arrow. */
  readonly back: string;
  readonly onBack: () => void;
  /** Name of the list of parts. */
  readonly sectionsLabel: string;
  readonly sections: readonly PageSection<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
  /** At the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function PageFrame<Id extends string>(props: PageFrameProps<Id>) {
  const { title, back, onBack, aside, current, children } = props;
  const styles = useStyles();
  const isNarrow = useWindowWidth() < narrowBelow;
  const content = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What opened the page is gone with the list; a list that comes back has the focus, too.
    heading.current?.focus();
    return () => {
      requestAnimationFrame(() => {
        // Another page has taken its place, or the same one in another language.
        if (document.querySelector('[data-region="page"]') !== null) return;
        void (focusRegion('table') || focusRegion('header'));
      });
    };
  }, []);
  useEffect(() => {
    if (content.current) content.current.scrollTop = 0;
  }, [current]);
  return (
    <>
      <header data-region="header" className={styles.header}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={back} onClick={onBack} />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {aside}
      </header>
      <div className={styles.body}>
        {isNarrow ? <SectionField {...props} /> : <SectionList {...props} />}
        {/* By keyboard it scrolls only when it can have the focus. */}
        {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
        <main ref={content} data-region="page" className={styles.content} tabIndex={0}>
          <div className={styles.column}>{children}</div>
        </main>
      </div>
    </>
  );
}

function SectionList<Id extends string>(props: PageFrameProps<Id>) {
  const { sectionsLabel, sections, current, onChoose } = props;
  const styles = useStyles();
  return (
    <nav data-region="nav" aria-label={sectionsLabel} className={styles.nav}>
      <ul className={styles.list}>
        {sections.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'page' : undefined}
              className={mergeClasses(styles.section, id === current && styles.current)}
              onClick={() => onChoose(id)}
            >
              {Icon && <Icon aria-hidden className={styles.icon} />}
              <span className={styles.label} data-label={label}>
                <span>{label}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionField<Id extends string>(props: PageFrameProps<Id>) {
  const { sectionsLabel, sections, current, onChoose } = props;
  const styles = useStyles();
  return (
    <nav data-region="nav" aria-label={sectionsLabel} className={styles.field}>
      <Select
        aria-label={sectionsLabel}
        value={current}
        onChange={(_event, { value }) => {
          const chosen = sections.find(({ id }) => id === value);
          if (chosen) onChoose(chosen.id);
        }}
      >
        {sections.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </nav>
  );
}

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
    height: '64px',
    paddingInline: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  title: {
    ...typographyStyles.subtitle1,
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    outlineStyle: 'none',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, [belowNarrow]: { flexDirection: 'column' } },
  nav: {
    flexShrink: 0,
    width: 'clamp(200px, 27vw, 280px)',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  section: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { borderLeftColor: 'Highlight' },
  },
  icon: { flexShrink: 0 },
  // It has the room that it needs when it is the current one, so that choosing it moves nothing.
  label: {
    display: 'grid',
    alignItems: 'center',
    '& > span': { gridArea: '1 / 1' },
    '::after': {
      content: 'attr(data-label) / ""',
      gridArea: '1 / 1',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  field: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
  },
  content: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    [belowNarrow]: { padding: tokens.spacingHorizontalL },
  },
  column: { maxWidth: '680px' },
});
