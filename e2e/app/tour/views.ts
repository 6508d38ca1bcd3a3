/** Every view of the window that has connections, and how a person gets there at any size. */
import type { Locator, Page } from '@playwright/test';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { addValueTexts } from '../../../electron/contract/messages/texts/add.ts';
import { detailRowTexts, detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import {
  endpointChangeTexts,
  keyActionTexts,
  keyNameTexts,
} from '../../../electron/contract/messages/texts/keys.ts';
import {
  limitNameTexts,
  limitRowTexts,
  limitsDialogTexts,
} from '../../../electron/contract/messages/texts/limits.ts';
import { helpTopicTexts } from '../../../electron/contract/messages/texts/help-topics.ts';
import { settingsSectionTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { helpTopics, settingsSections } from '../../../renderer/store/ui-store.ts';
import { expect } from '../fixtures/test.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import type { MainWindow } from '../pages/main-window.ts';
import { sceneNames, type Scene } from './scene.ts';

export interface View {
  readonly name: string;
  /** From the list alone to the view. */
  readonly open: (window: MainWindow, scene: Scene) => Promise<void>;
  /** What Esc doesn't close. */
  readonly close?: () => Promise<void>;
}

const states = [
  'endpointRefused',
  'unauthorized',
  'notFound',
  'notConnected',
  'stopped',
  'keyRefused',
  'endpointDiffers',
  'limited',
  'throughProxy',
] as const;

export const views: readonly View[] = [
  { name: 'list', open: () => Promise.resolve() },
  { name: 'details-overview', open: (window) => openDetails(window, sceneNames.busy, 'overview') },
  { name: 'details-sessions', open: (window) => openDetails(window, sceneNames.busy, 'sessions') },
  { name: 'details-activity', open: (window) => openDetails(window, sceneNames.busy, 'activity') },
  { name: 'details-log', open: (window) => openDetails(window, sceneNames.busy, 'log') },
  { name: 'details-sessions-wide', open: openWideSessions },
  ...states.map((state) => ({
    name: `details-${state}`,
    open: (window: MainWindow) => openDetails(window, sceneNames[state], 'overview'),
  })),
  { name: 'details-keys', open: (window) => showRow(window, sceneNames.keyRefused, keyNameTexts.secondary) },
  { name: 'details-proxy', open: (window) => showRow(window, sceneNames.throughProxy, detailRowTexts.proxy) },
  { name: 'details-limits', open: showLimits },
  { name: 'selected-several', open: selectSeveral },
  { name: 'enter-manually-empty', open: (window) => openByKey(window, 'Control+Shift+N') },
  { name: 'enter-manually-good', open: (window, { spareString }) => enter(window, spareString) },
  {
    name: 'enter-manually-problem',
    open: (window, { spareString }) => enter(window, spareString.replace(/;EntityPath=.*/, '')),
  },
  { name: 'import', open: (window) => openByKey(window, 'Control+o') },
  { name: 'import-preview', open: (window, { spareString }) => pasteImport(window, spareString) },
  { name: 'import-verify', open: verifyImport },
  { name: 'remove', open: (window) => askAbout(window, sceneNames.busy, 'Delete') },
  { name: 'restart', open: (window) => chooseFor(window, sceneNames.busy, actionLabelTexts.restart) },
  { name: 'replace-key', open: (window) => chooseFor(window, sceneNames.busy, actionLabelTexts.replaceKey) },
  {
    name: 'replace-key-slot',
    open: (window) => ask(window, sceneNames.keyRefused, keyActionTexts.replace.primary),
  },
  { name: 'add-second-key', open: (window) => ask(window, sceneNames.busy, keyActionTexts.add) },
  { name: 'remove-second-key', open: (window) => ask(window, sceneNames.keyRefused, keyActionTexts.remove) },
  {
    name: 'use-new-endpoint',
    open: (window) => ask(window, sceneNames.endpointDiffers, endpointChangeTexts.use),
  },
  {
    name: 'change-endpoint',
    open: (window) => ask(window, sceneNames.endpointDiffers, endpointChangeTexts.change),
  },
  { name: 'change-limits', open: (window) => ask(window, sceneNames.limited, limitRowTexts.change) },
  { name: 'change-limits-problem', open: typeWrongLimit },
  { name: 'test', open: (window) => openByKey(window, 'Control+t') },
  {
    name: 'how-to-replace',
    open: (window) => chooseFor(window, sceneNames.discontinued, actionLabelTexts.howToReplace),
  },
  { name: 'view-logs', open: (window) => chooseHelp(window, headerTexts.viewLogs) },
  { name: 'shortcuts', open: (window) => openByKey(window, '?') },
  { name: 'about', open: (window) => chooseHelp(window, headerTexts.about) },
  { name: 'menu-add', open: (window) => openMenu(window.button(toolbarTexts.moreWaysToAdd)) },
  { name: 'menu-more', open: (window) => openMenu(window.button(toolbarTexts.more)) },
  { name: 'menu-help', open: (window) => openMenu(window.anyButton(headerTexts.help)) },
  { name: 'menu-row', open: (window) => openMenuOf(window, sceneNames.busy) },
  { name: 'no-match', open: (window) => window.filter.fill('no such connection') },
];

/** The pages that fill the window, part by part. */
export const pages: readonly View[] = [
  ...settingsSections.map((id) => ({
    name: `settings-${id}`,
    open: (window: MainWindow) => openPart(window, 'Control+,', () => settingsSectionTexts[id].title),
  })),
  ...helpTopics.map((id) => ({
    name: `help-${id}`,
    open: (window: MainWindow) => openPart(window, 'F1', () => helpTopicTexts[id].title),
  })),
];

/** A page that fills the window, and one of its parts: a button of the list beside it, or a choice of the field above it. */
async function openPart({ page }: MainWindow, key: string, name: () => string): Promise<void> {
  await page.keyboard.press(key);
  const parts = page.locator('[data-region=nav]');
  await expect(parts).toBeVisible();
  const field = parts.getByRole('combobox');
  if ((await field.count()) > 0) await field.selectOption({ label: name() });
  else await parts.getByRole('button', { name: name(), exact: true }).click();
  await expect(page.locator('[data-region=page]')).toBeVisible();
}

/** Esc as often as it does something, then an empty filter: the list alone. */
export async function backToList({ page, filter, rows }: MainWindow): Promise<void> {
  const opened = page.locator(
    '[role=dialog], [role=alertdialog], [role=menu], [data-region=details], [data-region=page], [role=row][aria-selected=true]',
  );
  const narrow = page.getByRole('button', { name: detailsPaneTexts.narrow, exact: true });
  if ((await narrow.count()) > 0) await narrow.click();
  for (let presses = 0; presses < 8 && (await opened.count()) > 0; presses += 1) {
    await page.keyboard.press('Escape');
    // A surface leaves after its transition.
    await settled(page);
  }
  await expect(opened).toHaveCount(0);
  if ((await filter.inputValue()) !== '') await filter.fill('');
  await expect(rows.first()).toBeVisible();
  await page.mouse.move(0, 0);
}

export async function openDetails(
  { page, rows }: MainWindow,
  name: string,
  tab: 'overview' | 'sessions' | 'activity' | 'log',
): Promise<void> {
  await rowOf(rows, page, name).getByText(name, { exact: true }).click();
  const details = page.locator('[data-region=details]');
  // The number of open sessions stands behind the word.
  await details.getByRole('tab', { name: new RegExp(`^${detailsPaneTexts[tab]}`) }).click();
  await expect(details.getByRole('tabpanel')).toBeVisible();
}

/** With every column that there is room for. */
async function openWideSessions(window: MainWindow): Promise<void> {
  await openDetails(window, sceneNames.busy, 'sessions');
  const widen = window.anyButton(detailsPaneTexts.widen);
  // A small window shows nothing else anyway.
  if ((await widen.count()) > 0) await widen.click();
}

async function showRow(window: MainWindow, name: string, label: string): Promise<void> {
  await openDetails(window, name, 'overview');
  const term = window.page.getByRole('term').filter({ hasText: label });
  await term.first().scrollIntoViewIfNeeded();
}

async function showLimits(window: MainWindow): Promise<void> {
  await openDetails(window, sceneNames.limited, 'overview');
  const details = window.page.locator('[data-region=details]');
  await details.getByRole('button', { name: limitRowTexts.change }).last().scrollIntoViewIfNeeded();
}

/** Presses a button of the details. */
async function ask(window: MainWindow, name: string, label: string): Promise<void> {
  await openDetails(window, name, 'overview');
  const details = window.page.locator('[data-region=details]');
  await details.getByRole('button', { name: label, exact: true }).first().click();
  await expect(anyDialog(window.page)).toBeVisible();
}

async function typeWrongLimit(window: MainWindow): Promise<void> {
  await ask(window, sceneNames.limited, limitRowTexts.change);
  const dialog = anyDialog(window.page);
  await dialog.getByRole('textbox', { name: new RegExp(`^${limitNameTexts.maxSessions}`) }).fill('many');
  await dialog.getByRole('button', { name: limitsDialogTexts.save, exact: true }).click();
}

function rowOf(rows: Locator, page: Page, name: string): Locator {
  return rows.filter({ has: page.getByText(name, { exact: true }) });
}

async function selectSeveral({ page, rows }: MainWindow): Promise<void> {
  const { busy, idle, unauthorized } = sceneNames;
  await rowOf(rows, page, busy).getByText(busy, { exact: true }).click();
  await expect(page.locator('[data-region=details]')).toBeVisible();
  // In a small window the details cover the list, and then it isn't there for anybody.
  if ((await rows.count()) === 0) await page.keyboard.press('Escape');
  for (const name of [idle, unauthorized]) await rowOf(rows, page, name).getByRole('checkbox').click();
}

async function openByKey(window: MainWindow, key: string): Promise<void> {
  await window.page.keyboard.press(key);
  await expect(anyDialog(window.page)).toBeVisible();
}

async function enter(window: MainWindow, connectionString: string): Promise<void> {
  await openByKey(window, 'Control+Shift+N');
  await window.page.keyboard.insertText(connectionString);
  const dialog = anyDialog(window.page);
  await expect(dialog.getByRole('status').first()).toBeAttached();
  // The answer of the relay is in by then, or none is to come.
  await expect(dialog.getByText(addValueTexts.asking)).toHaveCount(0);
}

async function askAbout(window: MainWindow, name: string, key: string): Promise<void> {
  await rowOf(window.rows, window.page, name).getByRole('checkbox').click();
  await openByKey(window, key);
}

async function chooseFor(window: MainWindow, name: string, label: string): Promise<void> {
  await openMenuOf(window, name);
  await window.menuItem(label).click();
  await expect(anyDialog(window.page)).toBeVisible();
}

async function openMenuOf({ page, rows }: MainWindow, name: string): Promise<void> {
  await rowOf(rows, page, name).getByText(name, { exact: true }).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
}

/** Text of an old manager’s file: one connection that can be added, a retired one, a broken one. */
async function pasteImport(window: MainWindow, connectionString: string): Promise<void> {
  await openByKey(window, 'Control+o');
  const retired = 'Endpoint=hc://contoso.hybrid.biztalk.windows.net/legacy;SharedAccessKeyName=listen';
  const elements = [connectionString, retired, 'Endpoint=nonsense']
    .map((text) => `<hybridConnection connectionString="${text}" />`)
    .join('');
  const sections = `<hybridConnections><connectionStrings>${elements}</connectionStrings></hybridConnections>`;
  const dialog = new ImportDialog(window.page);
  await dialog.paste(`<configuration>${sections}</configuration>`);
  await expect(dialog.summary).toBeVisible();
}

async function verifyImport(window: MainWindow, { spareString }: Scene): Promise<void> {
  await pasteImport(window, spareString);
  const dialog = new ImportDialog(window.page);
  await dialog.button(importDialogTexts.verify).click();
  await expect(dialog.button(importDialogTexts.verifyAgain)).toBeEnabled();
}

async function chooseHelp(window: MainWindow, label: string): Promise<void> {
  await openMenu(window.anyButton(headerTexts.help));
  await window.menuItem(label).click();
  await expect(anyDialog(window.page)).toBeVisible();
}

async function openMenu(button: Locator): Promise<void> {
  await button.click();
  await expect(button.page().getByRole('menu')).toBeVisible();
}

function anyDialog(page: Page): Locator {
  return page.locator('[role=dialog], [role=alertdialog]');
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Some turn for ever.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect !== null && effect.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
