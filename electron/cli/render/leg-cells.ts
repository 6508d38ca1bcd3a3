/** Both legs of a connection as cells of a table: the window's word in its tone's colour, and why it is so. */
import type { ConnectionView } from '../../contract/connection-view.ts';
import {
  endpointSecondLine,
  endpointStatusWord,
  secondLine,
  statusWord,
} from '../../contract/messages/messages.ts';
import { azureTone, endpointTone, type Legs, type Tone } from '../../contract/status.ts';
import type { Paint } from '../paint.ts';
import type { PaintedCell } from './table.ts';

export function azureCell(view: ConnectionView, now: number, paint: Paint): PaintedCell {
  return legCell(statusWord(view.azure.status), secondLine(view, now), azureTone(legsOf(view)), paint);
}

export function endpointCell(view: ConnectionView, paint: Paint): PaintedCell {
  const { status } = view.endpoint;
  return legCell(endpointStatusWord(status), endpointSecondLine(view), endpointTone(status), paint);
}

/** Where there is one column for both legs, the one that needs a person; Azure's when both do. */
export function worseLegCell(view: ConnectionView, now: number, paint: Paint): PaintedCell {
  const isEndpointWorse = endpointTone(view.endpoint.status) === 'act' && azureTone(legsOf(view)) !== 'act';
  return isEndpointWorse ? endpointCell(view, paint) : azureCell(view, now, paint);
}

function legCell(word: string, line: string, tone: Tone, paint: Paint): PaintedCell {
  return {
    text: line === '' ? word : `${word} · ${line}`,
    paint: (shown) => paint(tone, shown.slice(0, word.length)) + shown.slice(word.length),
  };
}

function legsOf({ azure, endpoint }: ConnectionView): Legs {
  return { azure: azure.status, endpoint: endpoint.status, problem: azure.problem };
}
