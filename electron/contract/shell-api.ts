/**
 * What the page may ask of the desktop app itself, besides what any host answers (`api.ts`). Never goes over the control
 * socket. Both sides of the page's bridge are derived from the two together.
 */
import { z } from 'zod';
import { calls, events, hostInfoSchema, type EventName } from './api.ts';
import type { HostWindowChannel, ShellCallChannel, ShellEventChannel } from './channels.ts';
import { errorDataSchema } from './connection-view.ts';
import {
  importRowNumber,
  importRowsSchema,
  maxImportBytes,
  maxImportEntries,
  openedImportSchema,
} from './import-view.ts';
import { linkNames, type LinkName } from './links.ts';
import { languages } from './languages.ts';
import { preferencesChangeSchema, preferencesSchema } from './preferences.ts';
import { updateStateSchema } from './updates.ts';

const nothing = z.strictObject({});
const done = z.strictObject({});

const importChoice = z.strictObject({ rows: z.array(importRowNumber).max(maxImportEntries) });

/** What a person may copy or save at once, characters. */
const text = z.string().max(4_000_000);

export const appInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.string(),
  /** Name of whoever uses the window. */
  user: z.string(),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  dataFolder: z.string(),
});

/** Which host the window shows. */
export const hostStateSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('starting') }),
  /** The engine runs in this app. */
  z.strictObject({ mode: z.literal('app'), info: hostInfoSchema }),
  /** Attached to a background host. */
  z.strictObject({ mode: z.literal('background'), info: hostInfoSchema }),
  /** No host answers. The window keeps looking for one. */
  z.strictObject({
    mode: z.literal('unreachable'),
    /** HCM5001: the host has ended. HCM5003: it is of another version. Else it doesn't answer, or none can start here. */
    problem: errorDataSchema,
    info: hostInfoSchema.nullable(),
  }),
]);

export const demoSteps = ['relay', 'service', 'added', 'connected', 'sender', 'answered'] as const;

/** The practice relay of this app. */
export const demoStateSchema = z.strictObject({
  phase: z.enum(['off', 'starting', 'running', 'failed']),
  /** Steps that are done, with the sentence's details. */
  steps: z.array(
    z.strictObject({
      step: z.enum(demoSteps),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  connectionId: z.uuid().nullable(),
  /** Where an app on this computer reaches the practice service: for a browser or curl. */
  url: z.string().nullable(),
  problem: errorDataSchema.nullable(),
});

/** The preferences, and the language that is spoken with them. */
const preferencesAnswer = z.strictObject({
  preferences: preferencesSchema,
  language: z.enum(languages),
});

/** Whether the app starts when its person signs in to the computer. */
const loginStartSchema = z.strictObject({
  /** False where this system has no such thing, or the app isn't installed. */
  isPossible: z.boolean(),
  atLogin: z.boolean(),
  /** Without showing the window. */
  hidden: z.boolean(),
});

const updateAnswer = z.strictObject({ state: updateStateSchema });

/** What can be shown when something outside of the page asks for it: menu, tray, a notification. */
export const wantedPages = [
  'connections',
  'settings',
  'help',
  'shortcuts',
  'about',
  'import',
  'configure',
  'enterManually',
] as const;

export const shellCalls = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.host': { input: nothing, output: z.strictObject({ state: hostStateSchema }) },
  /** Starts the engine in this app when no host runs. */
  'app.runHere': { input: nothing, output: done },
  'app.copy': { input: z.strictObject({ text }), output: done },
  'app.openLink': {
    input: z.strictObject({ link: z.enum(linkNames as readonly [LinkName, ...LinkName[]]) }),
    output: done,
  },
  /** Opens the page of a sign-in that this window began: no other address can be meant. */
  'app.openSignIn': { input: z.strictObject({ id: z.uuid() }), output: done },
  /** The connection's own page where that is known, else the portal's list of relays. */
  'app.openInPortal': { input: z.strictObject({ id: z.uuid() }), output: done },
  /**
   * Asks in a box of the main process, and puts the connection string on the clipboard, which is cleared after
   * `gatewayStringSeconds` if it still holds it. The page never sees it.
   */
  'app.copyGatewayString': {
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ copied: z.boolean() }),
  },
  'app.openDataFolder': { input: nothing, output: done },
  /** Asks where to, and writes there. */
  'app.saveText': {
    input: z.strictObject({ name: z.enum(['hcm-log.txt', 'hcm-sessions.csv']), text }),
    output: z.strictObject({ saved: z.boolean() }),
  },
  /**
   * Answers `closing.asked`: the window closes now. Not `wasRead`: another dialog is open, and nobody has read what it means;
   * where connections would end a box of the main process asks.
   */
  'app.hide': {
    input: z.strictObject({ wasRead: z.boolean(), dontShowAgain: z.boolean() }),
    output: done,
  },
  /** The page has its list, or none to show, and draws itself now. */
  'app.drawing': { input: nothing, output: done },
  /** The page can be used. */
  'app.drawn': { input: nothing, output: done },
  'login.get': { input: nothing, output: loginStartSchema },
  'login.set': {
    input: z.strictObject({ atLogin: z.boolean(), hidden: z.boolean() }),
    output: loginStartSchema,
  },
  'update.get': { input: nothing, output: updateAnswer },
  /** Asks the feed now. Each of these answers with what came of it; `update.changed` tells everything in between. */
  'update.check': { input: nothing, output: updateAnswer },
  'update.download': { input: nothing, output: updateAnswer },
  'update.cancel': { input: nothing, output: updateAnswer },
  /** Open sessions finish, then the app ends, and the new version starts. */
  'update.install': { input: nothing, output: updateAnswer },
  /** Says nothing of this release until tomorrow. */
  'update.later': { input: nothing, output: updateAnswer },
  /** Says nothing of this release any more. */
  'update.skip': { input: nothing, output: updateAnswer },
  /** Puts the version before this one in place again. */
  'update.goBack': { input: nothing, output: updateAnswer },
  /** Shows one, to see whether this system shows any. */
  'notifications.try': { input: nothing, output: z.strictObject({ isPossible: z.boolean() }) },
  'demo.get': { input: nothing, output: z.strictObject({ state: demoStateSchema }) },
  /** Starts the practice relay; `demo.changed` tells each step. Resolves when a request went through and back. */
  'demo.start': { input: nothing, output: z.strictObject({ state: demoStateSchema }) },
  /** Ends the practice relay and takes its connection out of the list. */
  'demo.stop': { input: nothing, output: done },
  /** Asks for a file of connections and opens it: an import begins. One at a time; another one takes its place. */
  'import.choose': { input: nothing, output: openedImportSchema },
  /** The same with what was dropped or pasted. */
  'import.read': {
    input: z.strictObject({
      /** Name of the file. */
      file: z.string().max(1024),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= maxImportBytes),
    }),
    output: openedImportSchema,
  },
  /** Passphrase of an export that is locked. */
  'import.unlock': {
    input: z.strictObject({ passphrase: z.string().min(1).max(1024) }),
    output: openedImportSchema,
  },
  /** Asks Azure about these rows, and tries the endpoints; `import.rowsChanged` tells each answer. */
  'import.verify': { input: importChoice, output: importRowsSchema },
  /** Nothing more is asked; rows that have no answer stay without one. */
  'import.stopVerifying': { input: nothing, output: done },
  /** Puts these rows into the host, those that differ in place of what is there; forgets all keys. */
  'import.apply': { input: importChoice, output: importRowsSchema },
  /** Forgets all keys. */
  'import.close': { input: nothing, output: done },
  'preferences.get': { input: nothing, output: preferencesAnswer },
  'preferences.set': { input: preferencesChangeSchema, output: preferencesAnswer },
} as const satisfies Record<ShellCallChannel, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export const shellEvents = {
  'app.hostChanged': { payload: z.strictObject({ state: hostStateSchema }) },
  'demo.changed': { payload: z.strictObject({ state: demoStateSchema }) },
  'import.rowsChanged': { payload: importRowsSchema },
  'update.changed': { payload: updateAnswer },
  /** Chosen in the menu or the tray. */
  'page.wanted': { payload: z.strictObject({ page: z.enum(wantedPages) }) },
  /** A click on a notification: show that one. */
  'connection.wanted': { payload: z.strictObject({ id: z.uuid() }) },
  /**
   * The person closes the window and hasn't said that they know what it does: tell them, then call `app.hide`. Without a tray
   * on this desktop the app would be out of reach: it quits with its window.
   */
  'closing.asked': { payload: z.strictObject({ hasTray: z.boolean() }) },
} as const satisfies Record<ShellEventChannel, { readonly payload: z.ZodType }>;

export type LoginStart = Readonly<z.infer<typeof loginStartSchema>>;
export type WantedPage = (typeof wantedPages)[number];
export type AppInfo = Readonly<z.infer<typeof appInfoSchema>>;
export type HostState = Readonly<z.infer<typeof hostStateSchema>>;
export type DemoState = Readonly<z.infer<typeof demoStateSchema>>;

export const windowCalls = { ...calls, ...shellCalls } as const;
export const windowEvents = { ...events, ...shellEvents } as const;

export type WindowCallName = HostWindowChannel | ShellCallChannel;
export type WindowCallInput<Name extends WindowCallName> = z.infer<(typeof windowCalls)[Name]['input']>;
export type WindowCallOutput<Name extends WindowCallName> = z.infer<(typeof windowCalls)[Name]['output']>;

export type WindowEventName = EventName | ShellEventChannel;
export type WindowEventPayload<Name extends WindowEventName> = z.infer<
  (typeof windowEvents)[Name]['payload']
>;

export type ShellCallInput<Name extends ShellCallChannel> = WindowCallInput<Name>;

/** How the main process answers a call of the page: expected failures are values. */
export type WindowReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly details: unknown } };

/** `window.hcm`, exactly. */
export interface WindowApi {
  invoke(name: WindowCallName, input: unknown): Promise<WindowReply>;
  /** @returns what ends the subscription. */
  subscribe(name: WindowEventName, listener: (payload: unknown) => void): () => void;
}
