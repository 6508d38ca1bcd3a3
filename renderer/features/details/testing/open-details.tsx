/** The details of one sample connection, open in a window of the usual size, at the moment of the pictures. */
import type { RenderResult } from '@testing-library/react';
import { vi } from 'vitest';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../../testing/render-with-services.tsx';
import { sampleNow } from '../../../testing/sample-host.ts';
import { sampleViews } from '../../../testing/sample-views.ts';
import type { Answers } from '../../../testing/test-bridge.ts';
import type { DetailsTab } from '../../../store/ui-store.ts';
import { DetailsPane } from '../details-pane.tsx';
import { detailsAnswers } from './sample-sessions.ts';

export interface OpenDetailsOptions {
  readonly tab?: DetailsTab;
  readonly answers?: Answers;
  /** In place of the sample connection of that name. */
  readonly view?: ConnectionView;
  readonly windowWidth?: number;
}

export function sampleNamed(name: string): ConnectionView {
  const view = sampleViews().find(({ config }) => config.name === name);
  if (view === undefined) throw new Error(`no sample connection ${name}`);
  return view;
}

export function openDetails(
  name: string,
  { tab = 'overview', answers = {}, view, windowWidth = 1200 }: OpenDetailsOptions = {},
): RenderResult & { readonly services: ServicesOfTest } {
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(windowWidth);
  captureOnePointer();
  const views = sampleViews().map((sample) => (sample.config.id === view?.config.id ? view : sample));
  const services = testServices({ views, answers: { ...detailsAnswers(), ...answers } });
  services.clock.setState({ now: sampleNow });
  services.ui.setTab(tab);
  services.ui.openDetails((view ?? sampleNamed(name)).config.id);
  return renderWithServices(<DetailsPane />, { services });
}

/** jsdom knows no pointer capture. */
function captureOnePointer(): void {
  const holders = new WeakSet<object>();
  Object.assign(Element.prototype, {
    setPointerCapture(this: Element) {
      holders.add(this);
    },
    releasePointerCapture(this: Element) {
      holders.delete(this);
    },
    hasPointerCapture(this: Element) {
      return holders.has(this);
    },
  });
}
