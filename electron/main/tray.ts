/**
 * The icon in the tray. Owns it, and draws it from what is known of the host; what looks the same isn't set again, for some
 * desktops close an open menu then.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { trayTexts } from '../contract/messages/texts/tray.ts';
import type { Tone } from '../contract/status.ts';
import type { HostSummary } from './host-watch.ts';
import { trayLook, type TrayLook } from './tray-look.ts';

/** As Electron has it. */
export interface TrayIcon<Image, Menu> {
  setImage(image: Image): void;
  setToolTip(text: string): void;
  setContextMenu(menu: Menu): void;
  on(event: 'click', listener: () => void): unknown;
  destroy(): void;
}

export interface TrayActions {
  readonly open: () => void;
  readonly openConnection: (id: string) => void;
  readonly startAll: () => void;
  readonly stopAll: () => void;
  readonly settings: () => void;
  readonly quit: () => void;
}

export interface TrayPorts<Image, Menu> {
  readonly create: (image: Image) => TrayIcon<Image, Menu>;
  readonly imageOf: (tone: Tone) => Image;
  readonly menuOf: (template: MenuItemConstructorOptions[]) => Menu;
  readonly summary: () => HostSummary;
  /** Somebody who may only look starts and stops nothing. */
  readonly mayChange: () => boolean;
  readonly actions: TrayActions;
}

export class AppTray<Image, Menu> {
  readonly #ports: TrayPorts<Image, Menu>;
  #icon: TrayIcon<Image, Menu> | undefined;
  #drawn = '';
  #tone: Tone | undefined;

  constructor(ports: TrayPorts<Image, Menu>) {
    this.#ports = ports;
  }

  /** The desktop has a tray. */
  show(): void {
    if (this.#icon !== undefined) return;
    const { create, imageOf, actions } = this.#ports;
    this.#icon = create(imageOf('quiet'));
    this.#icon.on('click', actions.open);
    this.redraw();
  }

  render(): void {
    const icon = this.#icon;
    if (icon === undefined) return;
    const { summary, imageOf, menuOf } = this.#ports;
    const look = trayLook(summary());
    if (look.tone !== this.#tone) icon.setImage(imageOf(look.tone));
    this.#tone = look.tone;
    const template = this.#template(look);
    // Functions are left out of it: they are the same for the same words.
    const drawn = JSON.stringify([look, template]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    icon.setToolTip(look.tooltip);
    icon.setContextMenu(menuOf(template));
  }

  /** In another language, or for a panel of another color. */
  redraw(): void {
    this.#tone = undefined;
    this.#drawn = '';
    this.render();
  }

  destroy(): void {
    this.#icon?.destroy();
    this.#icon = undefined;
  }

  #template({ sentence, worst }: TrayLook): MenuItemConstructorOptions[] {
    const { actions, mayChange, summary } = this.#ports;
    const { views, mode } = summary();
    const isThere = (mode === 'app' || mode === 'background') && mayChange();
    const isAny = (wanted: boolean): boolean =>
      isThere &&
      views.some(({ config, azure }) => config.kind === 'relay' && (azure.status === 'stopped') === wanted);
    return [
      { label: plain(sentence), enabled: false },
      ...worst.map(({ id, text }) => ({ label: plain(text), click: () => actions.openConnection(id) })),
      { type: 'separator' },
      { label: trayTexts.open, click: actions.open },
      { type: 'separator' },
      { label: trayTexts.startAll, enabled: isAny(true), click: actions.startAll },
      { label: trayTexts.stopAll, enabled: isAny(false), click: actions.stopAll },
      { type: 'separator' },
      { label: trayTexts.settings, click: actions.settings },
      { label: trayTexts.quit, click: actions.quit },
    ];
  }
}

/** A single & would underline what follows it. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}
