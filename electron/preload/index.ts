/**
 * All that the page gets of the world outside: calls and events by the contract's names, and nothing else. No schema is
 * checked here, since the main process trusts nothing that comes from this side anyway.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { channelPrefix, windowCallChannels, windowEventChannels } from '../contract/channels.ts';
import type { WindowApi, WindowReply } from '../contract/shell-api.ts';

const calls: ReadonlySet<string> = new Set(windowCallChannels);
const events: ReadonlySet<string> = new Set(windowEventChannels);

const api: WindowApi = {
  invoke: (name, input) => {
    if (!calls.has(name)) return Promise.reject(new TypeError('no such call'));
    return ipcRenderer.invoke(`${channelPrefix}${name}`, input) as Promise<WindowReply>;
  },
  subscribe: (name, listener) => {
    if (!events.has(name)) throw new TypeError('no such event');
    const channel = `${channelPrefix}${name}`;
    // The event object stays here: it leads to the sender, and with that to everything.
    const own = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, own);
    return () => void ipcRenderer.removeListener(channel, own);
  },
};

contextBridge.exposeInMainWorld('hcm', api);
