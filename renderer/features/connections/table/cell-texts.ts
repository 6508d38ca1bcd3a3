/** Words of single cells, and what their tooltips say (design §7): the whole text where a line had to be cut. Pure. */
import { namespaceOf } from '../../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { formatHostPort } from '../../../../electron/contract/host-port.ts';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import {
  endpointSecondLine,
  endpointStatusWord,
  secondLine,
} from '../../../../electron/contract/messages/messages.ts';
import { statusTooltip } from '../../../../electron/contract/messages/status-lines.ts';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import type { TableShape } from './columns.ts';
import { isEndpointWorse } from './shown-leg.ts';

/** Below the endpoint: where its name leads. Empty where that would only say the same again. */
export function addressLine({ config, azure, endpoint }: ConnectionView): string {
  // Without a host nobody knows what it knew.
  if (config.endpoint === null || azure.status === 'unknown') return '';
  if (endpoint.address !== null) return endpoint.address === config.endpoint.host ? '' : endpoint.address;
  return endpoint.status === 'notChecked' ? tableTexts.notLookedUp : tableTexts.notResolved;
}

export interface CellTip {
  readonly text: string;
  /** Only where the cell can't show its text in full. */
  readonly whenCut: boolean;
}

export interface TipContext {
  readonly shape: TableShape;
  readonly compact: boolean;
  readonly now: number;
}

/** Lines of the cell, and for states the sentence that explains them. Null: nothing to add. */
export function cellTip(view: ConnectionView, column: ColumnName, context: TipContext): CellTip | null {
  const { config } = view;
  const { shape, compact, now } = context;
  switch (column) {
    case 'name': {
      const below = shape.namespaceBelowName ? namespaceOf(config.host) : '';
      return { text: lines(config.name, below), whenCut: !(compact && below) };
    }
    case 'status':
      return shape.worseLegInStatus && isEndpointWorse(view)
        ? { text: lines(endpointSecondLine(view), statusTooltip(view)), whenCut: false }
        : { text: lines(compact ? secondLine(view, now) : '', statusTooltip(view)), whenCut: false };
    case 'namespace':
      return { text: config.host, whenCut: false };
    case 'endpoint':
      return config.endpoint === null
        ? null
        : { text: lines(formatHostPort(config.endpoint), addressLine(view)), whenCut: !compact };
    case 'endpointStatus': {
      const why = endpointSecondLine(view);
      return why === ''
        ? null
        : { text: lines(endpointStatusWord(view.endpoint.status), why), whenCut: !compact };
    }
    case 'sessions':
    case 'traffic':
      return null;
  }
}

function lines(...texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n');
}
