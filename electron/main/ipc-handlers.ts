/** What each call of the page does: a host's calls go to the host, the app's own are answered here. */
import { calls, type CallInput, type CallName } from '../contract/api.ts';
import { callChannels, type HostWindowChannel, type ShellCallChannel } from '../contract/channels.ts';
import { links } from '../contract/links.ts';
import type { AppInfo, ShellCallInput } from '../contract/shell-api.ts';
import type { Closing } from './closing.ts';
import type { GatewayString } from './gateway-string.ts';
import type { HostLink } from './host-link.ts';
import type { ImportDesk } from './import-desk.ts';
import type { WindowHandlers } from './ipc-router.ts';
import { openInPortal } from './portal-pages.ts';
import type { PracticeRelay } from './practice-relay.ts';
import { SignInPages } from './sign-in-pages.ts';
import type { WindowStore } from './window-state.ts';
import type { AppLanguage } from './app-language.ts';
import type { AppUpdater } from './app-updater.ts';
import type { LoginStarts } from './login-start.ts';

export interface HandlerPorts {
  readonly link: Pick<HostLink, 'call' | 'state' | 'runHere'>;
  readonly practice: Pick<PracticeRelay, 'state' | 'start' | 'stop'>;
  readonly imports: Pick<
    ImportDesk,
    'choose' | 'read' | 'unlock' | 'verify' | 'stopVerifying' | 'apply' | 'close'
  >;
  readonly gatewayString: Pick<GatewayString, 'copy'>;
  readonly store: Pick<WindowStore, 'state' | 'changePreferences'>;
  readonly language: Pick<AppLanguage, 'current' | 'choose'>;
  readonly updater: Pick<
    AppUpdater,
    'state' | 'check' | 'download' | 'cancel' | 'install' | 'later' | 'skip' | 'goBack'
  >;
  readonly login: Pick<LoginStarts, 'get' | 'set'>;
  /** The page draws itself now, with its list. */
  readonly onDrawing: () => void;
  /** The page can be used. */
  readonly onDrawn: () => void;
  /** The page's answer when the window is closed. */
  readonly hide: (answer: Parameters<Closing['confirmed']>[0]) => void;
  /** Shows a notification. @returns whether this system shows any. */
  readonly tryNotification: () => boolean;
  readonly appInfo: AppInfo;
  readonly copy: (text: string) => Promise<void>;
  readonly openLink: (url: string) => void;
  readonly openDataFolder: () => void;
  readonly saveText: (name: string, text: string) => Promise<boolean>;
  /** A preference that the window itself follows may have changed. */
  readonly onPreferences: () => void;
}

type HostHandlers = Pick<WindowHandlers, HostWindowChannel>;
type ImportChannel = Extract<ShellCallChannel, `import.${string}`>;
type ImportHandlers = Pick<WindowHandlers, ImportChannel>;
type UpdateChannel = Extract<ShellCallChannel, `update.${string}`>;
type UpdateHandlers = Pick<WindowHandlers, UpdateChannel>;
type ShellHandlers = Omit<
  WindowHandlers,
  HostWindowChannel | ImportChannel | UpdateChannel | 'app.openSignIn'
>;
type SignInHandlers = Pick<WindowHandlers, 'azure.startSignIn' | 'app.openSignIn'>;

export function windowHandlers(ports: HandlerPorts): WindowHandlers {
  const own = hostHandlers(ports);
  return {
    ...own,
    ...shellHandlers(ports),
    ...importHandlers(ports),
    ...updateHandlers(ports),
    ...signInHandlers(ports, own),
  };
}

/** Every change carries who made it: the page doesn't know, and another host's activity list wants to. */
function hostHandlers({ link, appInfo }: HandlerPorts): HostHandlers {
  const handler = (name: CallName) => (input: CallInput<CallName>) =>
    link.call(name, { ...authorOf(name, appInfo.user), ...withoutGaps(input) } as CallInput<CallName>);
  return Object.fromEntries(callChannels.map((name) => [name, handler(name)])) as unknown as HostHandlers;
}

function authorOf(name: CallName, user: string): { readonly by?: string; readonly addedBy?: string } {
  if (user === '') return {};
  const { shape } = calls[name].input;
  return { ...('by' in shape ? { by: user } : {}), ...('addedBy' in shape ? { addedBy: user } : {}) };
}

/** `{by: undefined}` from the page must not take the name's place. */
function withoutGaps(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function shellHandlers(ports: HandlerPorts): ShellHandlers {
  const { link, practice, store } = ports;
  return {
    'app.info': () => Promise.resolve(ports.appInfo),
    'app.host': () => Promise.resolve({ state: link.state }),
    'app.runHere': async () => {
      await link.runHere();
      return {};
    },
    'app.copy': async ({ text }) => {
      await ports.copy(text);
      return {};
    },
    'app.openLink': ({ link: name }) => done(() => ports.openLink(links[name])),
    'app.openInPortal': async ({ id }) => {
      await openInPortal({ host: link, openLink: ports.openLink }, id);
      return {};
    },
    'app.copyGatewayString': async ({ id }) => ({ copied: await ports.gatewayString.copy(id) }),
    'app.openDataFolder': () => done(ports.openDataFolder),
    'app.saveText': async ({ name, text }) => ({ saved: await ports.saveText(name, text) }),
    'app.hide': (answer) => done(() => ports.hide(answer)),
    'app.drawing': () => done(ports.onDrawing),
    'app.drawn': () => done(ports.onDrawn),
    'login.get': () => ports.login.get(),
    'login.set': (wanted) => ports.login.set(wanted),
    'notifications.try': () => Promise.resolve({ isPossible: ports.tryNotification() }),
    'demo.get': () => Promise.resolve({ state: practice.state }),
    'demo.start': async () => ({ state: await practice.start() }),
    'demo.stop': async () => {
      await practice.stop();
      return {};
    },
    'preferences.get': () =>
      Promise.resolve({ preferences: store.state.preferences, language: ports.language.current }),
    'preferences.set': async (change: ShellCallInput<'preferences.set'>) => {
      const preferences = store.changePreferences(change);
      ports.onPreferences();
      await ports.language.choose(preferences.language);
      return { preferences, language: ports.language.current };
    },
  };
}

/** The page may have opened what the host answered, and says so by the sign-in's id. */
function signInHandlers({ openLink }: HandlerPorts, host: HostHandlers): SignInHandlers {
  const pages = new SignInPages();
  return {
    'azure.startSignIn': async (input) => {
      const started = await host['azure.startSignIn'](input);
      pages.keep(started);
      return started;
    },
    'app.openSignIn': async ({ id }) => {
      const page = pages.pageOf(id);
      return done(() => openLink(page));
    },
  };
}

function updateHandlers({ updater }: HandlerPorts): UpdateHandlers {
  return {
    'update.get': () => Promise.resolve({ state: updater.state }),
    'update.check': async () => ({ state: await updater.check() }),
    'update.download': async () => ({ state: await updater.download() }),
    'update.cancel': async () => ({ state: await updater.cancel() }),
    'update.install': async () => ({ state: await updater.install() }),
    'update.later': async () => ({ state: await updater.later() }),
    'update.skip': async () => ({ state: await updater.skip() }),
    'update.goBack': async () => ({ state: await updater.goBack() }),
  };
}

function importHandlers({ imports }: HandlerPorts): ImportHandlers {
  return {
    'import.choose': () => imports.choose(),
    'import.read': ({ file, bytes }) => imports.read(file, bytes),
    'import.unlock': ({ passphrase }) => imports.unlock(passphrase),
    'import.verify': async ({ rows }) => ({ rows: await imports.verify(rows) }),
    'import.stopVerifying': () => done(() => imports.stopVerifying()),
    'import.apply': async ({ rows }) => ({ rows: await imports.apply(rows) }),
    'import.close': () => done(() => imports.close()),
  };
}

function done(act: () => void): Promise<Record<string, never>> {
  act();
  return Promise.resolve({});
}
