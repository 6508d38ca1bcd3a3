import { describe, expect, it } from 'vitest';
import { testServices } from '../testing/render-with-services.tsx';
import { changePreferences } from './change-preferences.ts';

describe('a change of preferences', () => {
  it('is shown at once and kept by the app', async () => {
    const services = testServices();
    const changed = changePreferences(services, { density: 'compact' });
    expect(services.shell.getState().preferences.density).toBe('compact');
    await changed;
    expect(services.bridge.inputsOf('preferences.set')).toEqual([{ density: 'compact' }]);
    expect(services.shell.getState().preferences).toMatchObject({ density: 'compact', theme: 'system' });
  });

  it('stays for this window when it can’t be kept', async () => {
    const services = testServices();
    services.bridge.refuse('preferences.set', 'HCM4003');
    await changePreferences(services, { density: 'compact' });
    expect(services.shell.getState().preferences.density).toBe('compact');
  });
});
