import { expect, it } from 'vitest';
import { faultMatrixText } from '../testing/fault-matrix-text.ts';

it('stands in docs/fault-matrix.md as it is played (written anew with `vitest -u`)', async () => {
  await expect(faultMatrixText()).toMatchFileSnapshot('../../../docs/fault-matrix.md');
});
