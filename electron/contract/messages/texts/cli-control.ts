/** English texts of the command line around who may control a host: folders for others, and the service beside one's own. */
import { localised } from '../localised.ts';
import type { MessageText } from '../message-text.ts';

export const cliControlTexts = localised({
  adminFolder: 'folder whose group may control this host by a socket in it (Linux, macOS)',
  viewerFolder: 'folder whose group may look at this host by a socket in it, and change nothing',
  installViewers: 'let the group {group} look at the service, too, and change nothing (Linux)',
  closedService:
    'Note: this is about your own data folder, not about the service {name}: this account isn’t in its group {group}.',
  silentService:
    'Note: this is about your own data folder: the service {name} is installed, but doesn’t answer this account.',
  whoMayControl: 'To let somebody control it: sudo usermod -aG {group} NAME, from their next sign-in on.',
  whoMayLook: 'To let somebody look at it: sudo usermod -aG {group} NAME, from their next sign-in on.',
  fromMemory: 'From the memory of the host, which keeps the last ones of each connection.',
  logFromMemory: 'From the memory of the host: its last lines, since it started.',
  noLines: 'There are no such lines in the memory of the host.',
  asViewer: '{host}, seen as a viewer',
} as const satisfies Record<string, MessageText>);
