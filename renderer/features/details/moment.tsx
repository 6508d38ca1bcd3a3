/** A moment as people say it; hovering shows it exactly, with its zone (design §3). */
import { formatMoment } from '../../../electron/contract/format.ts';
import { momentWordTexts } from '../../../electron/contract/messages/texts/status.ts';

export interface MomentProps {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly now: number;
  readonly className?: string | undefined;
}

export function Moment({ at, now, className }: MomentProps) {
  const exact = new Date(at).toISOString();
  return (
    <time dateTime={exact} title={exact} className={className}>
      {formatMoment(at, now, momentWordTexts)}
    </time>
  );
}

/** The same for a whole day: what shows only moments of the past need not be drawn each second. */
export function noonOf(now: number): number {
  return new Date(now).setHours(12, 0, 0, 0);
}
