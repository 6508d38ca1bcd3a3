import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { sampleHost, sampleViewerHost } from '../../testing/sample-host.ts';
import { useImportWanted } from './use-import-wanted.ts';

function Listener(): null {
  useImportWanted();
  return null;
}

function wanted(host = sampleHost(), prepare: (services: ServicesOfTest) => void = () => undefined) {
  const { services } = renderWithServices(<Listener />, { host });
  prepare(services);
  act(() => services.bridge.emit('import.wanted', {}));
  return services.ui.getState().dialog;
}

describe('Import… of the application menu', () => {
  it('opens the dialog', () => {
    expect(wanted()).toEqual({ kind: 'import' });
  });

  it('doesn’t open over another dialog', () => {
    expect(wanted(sampleHost(), ({ ui }) => ui.openDialog({ kind: 'about' }))).toEqual({ kind: 'about' });
  });

  it('doesn’t open for a viewer', () => {
    expect(wanted(sampleViewerHost())).toBeNull();
  });
});
