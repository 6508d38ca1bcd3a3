/**
 * The settings of an export, where `--settings` asks for them: what differs from those of this host, and how that is put in
 * force. The proxy's password comes with its proxy.
 *
 * Invariant: a password that this host has is never replaced, unless its proxy is.
 */
import type { Host } from '../../contract/api.ts';
import { importSettingTexts } from '../../contract/messages/texts/cli-portable.ts';
import { joinList } from '../../contract/messages/join-texts.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import type { PortableFile } from '../../engine/portable/portable-entry.ts';
import { applySettings, planFreeSettings, type SettingChange } from '../desired/settings-changes.ts';
import { renderSettings } from '../render/desired-changes.ts';

export interface ImportedSettings {
  readonly changes: readonly SettingChange[];
  /** What the organization has set otherwise, and what therefore stays. */
  readonly managed: readonly string[];
  /** null: none, or this host has one. A secret: never show it. */
  readonly proxyPassword: string | null;
}

export const noSettings: ImportedSettings = { changes: [], managed: [], proxyPassword: null };

export async function planImportedSettings(
  host: Host,
  { settings = {}, proxyPassword = null }: PortableFile,
): Promise<ImportedSettings> {
  const plan = await planFreeSettings(host, settings);
  const { changes } = plan;
  const managed = plan.managed.map(({ name }) => name);
  // A password for another proxy than the one that the organization has set.
  if (proxyPassword === null || managed.includes('proxyUrl'))
    return { changes, managed, proxyPassword: null };
  const isOtherProxy = changes.some(({ name }) => name === 'proxyUrl');
  const { hasPassword } = await host.call('proxy.get', {});
  return { changes, managed, proxyPassword: hasPassword && !isOtherProxy ? null : proxyPassword };
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
  const password = proxyPassword === null ? '' : `~ ${importSettingTexts.proxyPassword}\n`;
  return `${renderSettings(changes)}${password}`;
}

/** For an import that takes them; empty when the organization has set none otherwise. */
export function managedSettingsNote({ managed }: ImportedSettings): string {
  return managed.length === 0
    ? ''
    : `${fillText(importSettingTexts.managed, { names: joinList(managed) })}\n`;
}

/** For an import that leaves them where they are. */
export function otherSettingsNote({ changes, proxyPassword }: ImportedSettings): string {
  const names = changes.map(({ name }): string => name);
  if (proxyPassword !== null) names.push(importSettingTexts.proxyPassword);
  return `${fillText(importSettingTexts.left, { names: joinList(names) })}\n`;
}
