import { afterEach, describe, expect, it } from 'vitest';
import { ControlSetup } from './testing/control-setup.ts';
import { withOwnership } from './with-store-ownership.ts';

const setup = new ControlSetup();

afterEach(() => setup.cleanUp());

describe('withOwnership', () => {
  it('runs the work while the folder is ours, and gives it free', async () => {
    const folder = await setup.folder();
    const outcome = await withOwnership(setup.claimOptions(folder), async () => {
      await expect(setup.connect(folder, { waitWhileBusyMs: 0 })).rejects.toMatchObject({
        details: { reason: 'busy' },
      });
      return 'done';
    });
    expect(outcome).toEqual({ owned: true, value: 'done' });
    await expect(setup.connect(folder)).rejects.toMatchObject({ code: 'HCM5001' });
  });

  it('does not run the work where a host owns the folder', async () => {
    const folder = await setup.folder();
    await setup.serve(folder);
    let ran = false;
    const outcome = await withOwnership(setup.claimOptions(folder), () => Promise.resolve((ran = true)));
    expect(outcome).toEqual({ owned: false });
    expect(ran).toBe(false);
  });

  it('runs several commands one after the other', async () => {
    const folder = await setup.folder();
    let underWay = 0;
    const command = async (): Promise<void> => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    };
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => withOwnership(setup.claimOptions(folder), command)),
    );
    expect(outcomes.every(({ owned }) => owned)).toBe(true);
  });

  it('gives the folder free when the work fails', async () => {
    const folder = await setup.folder();
    const failing = withOwnership(setup.claimOptions(folder), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withOwnership(setup.claimOptions(folder), () => Promise.resolve(1))).toMatchObject({
      owned: true,
    });
  });
});
