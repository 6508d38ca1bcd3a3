/**
 * Details of what is selected, beside the list; in a small window over it, with a way back. Opens and closes only by what
 * a person does, and gives the focus back to the row when it closes.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, type ReactNode } from 'react';
import { namespaceOf } from '../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { focusRegion } from '../../components/focus-region.ts';
import { PartBoundary } from '../../components/part-boundary.tsx';
import { useConnections, useUi } from '../../services.tsx';
import { belowWide, reducedMotion } from '../../theme/media.ts';
import { ConnectionDetails } from './connection-details.tsx';
import { DetailsHeader } from './details-header.tsx';
import { usePaneBodyStyles } from './pane-body-styles.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { SelectedSummary } from './selected-summary.tsx';
import { usePaneWidth } from './use-pane-width.ts';

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexShrink: '0',
    boxSizing: 'border-box',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    animationName: {
      from: { opacity: 0, transform: 'translateX(8px)' },
      to: { opacity: 1, transform: 'none' },
    },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    [reducedMotion]: { animationName: 'none' },
    [belowWide]: { position: 'absolute', inset: '0', zIndex: '2', borderLeft: 'none' },
  },
});

export interface DetailsPaneProps {
  /** What another part of the window adds to the overview of a connection. */
  readonly extra?: ((view: ConnectionView) => ReactNode) | undefined;
}

export function DetailsPane({ extra }: DetailsPaneProps) {
  const isOpen = useUi(({ detailsOpen }) => detailsOpen);
  const selected = useUi((state) => state.selected);
  const all = useConnections(({ views }) => views);
  const views = [...selected].flatMap((id) => all.get(id) ?? []);
  return isOpen && views.length > 0 ? <OpenPane views={views} extra={extra} /> : null;
}

function OpenPane({ views, extra }: DetailsPaneProps & { readonly views: readonly ConnectionView[] }) {
  const styles = useStyles();
  const bodyStyles = usePaneBodyStyles();
  const paneWidth = usePaneWidth();
  const titleId = useId();
  useFocusBackToTable();
  const [first] = views;
  const single = views.length === 1 ? first : undefined;
  return (
    <aside
      data-region="details"
      aria-labelledby={titleId}
      className={styles.pane}
      style={paneWidth.covers ? undefined : { width: paneWidth.width }}
    >
      <DetailsHeader
        title={single?.config.name ?? fillText(detailsPaneTexts.selected, { count: views.length })}
        titleId={titleId}
        caption={single === undefined ? '' : namespaceOf(single.config.host)}
        menuFor={single === undefined ? [] : [single.config.id]}
        paneWidth={paneWidth}
      />
      <PartBoundary>
        {single === undefined ? (
          <div className={mergeClasses(bodyStyles.body, bodyStyles.scrolls)}>
            <SelectedSummary views={views} />
          </div>
        ) : (
          <ConnectionDetails view={single} extra={extra} />
        )}
      </PartBoundary>
      {!paneWidth.covers && <ResizeHandle {...paneWidth} />}
    </aside>
  );
}

/** A pane that closes takes the focus with it: the selected row is where the person came from. */
function useFocusBackToTable(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body) focusRegion('table');
      }, 0);
    },
    [],
  );
}
