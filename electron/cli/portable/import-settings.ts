/**
 * The settings of an export, where `--settings` asks for them: what differs from those of this host, and how that is put in
 * force. The proxy's password comes with its proxy.
 *
 * Invariant: a password that this host has is never replaced, unless its proxy is.
 */
import type { Host } from '../../contract/api.ts';
import { enImportSettings } from '../../contract/messages/en-cli-portable.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { PortableFile } from '../../engine/portable/portable-entry.ts';
import { applySettings, planSettings, type SettingChange } from '../desired/settings-changes.ts';
import { renderSettings } from '../render/desired-changes.ts';

export interface ImportedSettings {
  readonly changes: readonly SettingChange[];
  /** null: none, or this host has one. A secret: never show it. */
  readonly proxyPassword: string | null;
}

export const noSettings: ImportedSettings = { changes: [], proxyPassword: null };

export async function planImportedSettings(
  host: Host,
  { settings = {}, proxyPassword = null }: PortableFile,
): Promise<ImportedSettings> {
  const changes = await planSettings(host, settings);
  if (proxyPassword === null) return { changes, proxyPassword };
  const isOtherProxy = changes.some(({ name }) => name === 'proxyUrl');
  const { hasPassword } = await host.call('proxy.get', {});
  return { changes, proxyPassword: hasPassword && !isOtherProxy ? null : proxyPassword };
}

export function hasSettings({ changes, proxyPassword }: ImportedSettings): boolean {
  return changes.length > 0 || proxyPassword !== null;
}

/** The password last: a change of the proxy forgets the one of before. */
export async function applyImportedSettings(
  host: Host,
  { changes, proxyPassword }: ImportedSettings,
): Promise<void> {
  await applySettings(host, changes);
  if (proxyPassword !== null) await host.call('proxy.setPassword', { password: proxyPassword });
}

export function renderImportedSettings({ changes, proxyPassword }: ImportedSettings): string {
  const password = proxyPassword === null ? '' : `~ ${enImportSettings.proxyPassword}\n`;
  return `${renderSettings(changes)}${password}`;
}

/** For an import that leaves them where they are. */
export function otherSettingsNote({ changes, proxyPassword }: ImportedSettings): string {
  const names = changes.map(({ name }): string => name);
  if (proxyPassword !== null) names.push(enImportSettings.proxyPassword);
  return `${fillText(enImportSettings.left, { names: names.join(', ') })}\n`;
}
