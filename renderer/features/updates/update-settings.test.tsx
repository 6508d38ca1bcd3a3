import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import { HostSettingsProvider } from '../../components/settings/use-host-settings.tsx';
import { renderWithServices, testServices } from '../../testing/render-with-services.tsx';
import { sampleUpdate } from '../../../electron/contract/testing/sample-update.ts';
import { UpdateSettings } from './update-settings.tsx';

it('says which version this is before what is known of newer ones', () => {
  const services = testServices({
    answers: { 'settings.get': { settings: defaultSettings, changed: [], managed: [] } },
  });
  services.shell.setState({ update: sampleUpdate({ checkedAt: 1 }) });
  renderWithServices(
    <HostSettingsProvider>
      <UpdateSettings />
    </HostSettingsProvider>,
    { services },
  );
  const version = screen.getByText(`Version ${services.shell.getState().app?.version ?? ''}`);
  const order = version.compareDocumentPosition(screen.getByText('This is the newest version.'));
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
