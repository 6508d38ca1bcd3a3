import { expect, it } from 'vitest';
import { createTestIo } from '../testing/test-io.ts';
import { serviceKeeper } from './service-keeper.ts';

it.each(['', 'image', './image'])('takes “%s” for no other system: it could be the one that runs', (root) => {
  expect(() => serviceKeeper(createTestIo(), root)).toThrow(expect.objectContaining({ code: 'HCM1060' }));
  expect(() => serviceKeeper(createTestIo(), '/mnt/image')).not.toThrow();
});
