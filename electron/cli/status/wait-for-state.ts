/**
 * `hcm status --wait`: settles when the connections are as wanted, by the host's events, or when the time is over. Owns the
 * host's connection and the timer meanwhile. A host that isn't there yet is waited for, too.
 */
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError, type ErrorData } from '../../contract/errors.ts';
import { describeError, secondLine, statusWord } from '../../contract/messages/messages.ts';
import type { Cli } from '../cli.ts';
import type { ConnectionChoice } from '../find-connection.ts';
import { HostFollower, type FollowedState } from '../host-follower.ts';
import { listedUpTo } from '../listed-up-to.ts';
import { listenForStop } from '../stop-signal.ts';
import { ChosenViews } from './chosen-views.ts';
import { counting, notThereYet, type WantedState } from './wanted-state.ts';

export interface WaitOptions {
  readonly choice: ConnectionChoice | null;
  readonly wanted: WantedState;
  readonly seconds: number;
}

export type WaitOutcome =
  | { readonly isThere: true; readonly state: FollowedState; readonly views: readonly ConnectionView[] }
  | {
      readonly isThere: false;
      /** HCM1091. */
      readonly error: HcmError;
      /** Why, for the first few that aren't there. */
      readonly problems: readonly ErrorData[];
    };

/** No wait helps against these. */
const hopeless: readonly string[] = ['HCM5003', 'HCM5004'];
const shownProblems = 3;
const shownNames = 5;

/** @throws HcmError HCM1041, HCM1042, HCM5003, HCM5004 */
export async function waitForState(cli: Cli, options: WaitOptions): Promise<WaitOutcome> {
  const { io, live } = cli;
  const { choice, wanted, seconds } = options;
  const atRest = wanted.isAtRest ? await storedState(cli) : null;
  if (atRest !== null) {
    const views = counted(atRest, new ChosenViews(choice), wanted);
    if (isThere(views, wanted)) return { isThere: true, state: atRest, views };
  }
  const chosen = new ChosenViews(choice);
  const stop = listenForStop(io);
  let follower: HostFollower | undefined;
  let cancelTimer = (): void => undefined;
  try {
    return await new Promise<WaitOutcome>((resolve, reject) => {
      const fail: (error: unknown) => void = reject;
      const look = (state: FollowedState): void => {
        try {
          if (state.problem !== null && hopeless.includes(state.problem.code))
            throw new HcmError(state.problem.code, state.problem.details);
          const views = counted(state, chosen, wanted);
          if (state.problem === null && isThere(views, wanted)) resolve({ isThere: true, state, views });
        } catch (error) {
          fail(error);
        }
      };
      const giveUp = (): void =>
        resolve(lateOutcome(follower?.state ?? null, chosen, options, live.clock.now()));
      follower = new HostFollower({ clock: live.clock, connect: () => live.connect(io), onChange: look });
      cancelTimer = live.clock.after(seconds * 1000, giveUp);
      void stop.asked.then(() =>
        resolve({ isThere: false, error: new HcmError('HCM1091', { status: wanted.word }), problems: [] }),
      );
      void follower.start();
    });
  } finally {
    cancelTimer();
    stop.dispose();
    await follower?.close();
  }
}

/** Null when a host runs: it says itself how its connections are. */
async function storedState({ io, withHost }: Cli): Promise<FollowedState | null> {
  return withHost(io, async ({ host, running }) => {
    if (running) return null;
    const { connections } = await host.call('connections.snapshot', {});
    return { info: null, problem: null, views: connections, items: [] };
  });
}

function counted(state: FollowedState, chosen: ChosenViews, wanted: WantedState): readonly ConnectionView[] {
  return counting(chosen.of(state), wanted, chosen.isOne);
}

/** With nothing there is nothing that is as wanted: connections may still be added. */
function isThere(views: readonly ConnectionView[], wanted: WantedState): boolean {
  return views.length > 0 && notThereYet(views, wanted).length === 0;
}

function lateOutcome(
  state: FollowedState | null,
  chosen: ChosenViews,
  { wanted, seconds }: WaitOptions,
  now: number,
): WaitOutcome {
  const status = wanted.word;
  const views = state === null ? [] : counted(state, chosen, wanted);
  const problem = state?.problem ?? null;
  if (problem !== null || views.length === 0) {
    const reason = problem === null ? '' : describeError(problem).title;
    const error = new HcmError('HCM1091', { status, seconds, reason });
    return { isThere: false, error, problems: problem === null ? [] : [problem] };
  }
  const missing = notThereYet(views, wanted);
  const details = {
    status,
    seconds,
    reason: missing.length === 1 ? missing.map((view) => shown(view, now)).join('') : named(missing),
    ...(missing.length === 1
      ? { name: missing[0]?.config.name ?? '' }
      : { count: missing.length, total: views.length }),
  };
  const problems = missing.flatMap(({ azure, endpoint }) => azure.problem ?? endpoint.problem ?? []);
  return {
    isThere: false,
    error: new HcmError('HCM1091', details),
    problems: problems.slice(0, shownProblems),
  };
}

function shown(view: ConnectionView, now: number): string {
  const line = secondLine(view, now);
  return [statusWord(view.azure.status), ...(line === '' ? [] : [line])].join(' · ');
}

function named(views: readonly ConnectionView[]): string {
  const names = views.map(({ config, azure }) => `${config.name} ${statusWord(azure.status)}`);
  return listedUpTo(shownNames, names);
}
