/** The rates of one connection, or of the whole host: each way its own. Owns both. */
import type { Clock } from '../clock.ts';
import { Bandwidth } from './bandwidth.ts';

export class RatePair {
  /** From apps to endpoints. */
  readonly toTcp: Bandwidth;
  /** From endpoints to apps. */
  readonly toRelay: Bandwidth;

  constructor(clock: Clock) {
    this.toTcp = new Bandwidth(clock);
    this.toRelay = new Bandwidth(clock);
  }

  /** 0: as fast as it goes. */
  setKilobytesPerSecond(rate: number): void {
    this.toTcp.setRate(rate * 1000);
    this.toRelay.setRate(rate * 1000);
  }
}
