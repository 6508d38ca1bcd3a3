import { expect, it } from 'vitest';
import { openSharedFolders } from './shared-folders.ts';
import { createTestIo } from './testing/test-io.ts';

it.each(['adminFolder', 'viewerFolder'] as const)(
  'opens no folder where %s is empty, not even the one it was started in',
  async (name) => {
    await expect(openSharedFolders(createTestIo(), { [name]: '' }, '/nowhere')).rejects.toMatchObject({
      code: 'HCM1060',
    });
  },
);
