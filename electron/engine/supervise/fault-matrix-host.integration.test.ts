import { describe, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { hostOutages } from '../testing/host-outages.ts';
import { outlives } from '../testing/outlives.ts';

const certificates = makeCertificates(Date.now());

describe('what happens to the host itself ends in Connected: idle, one tunnel, a hundred', () => {
  it.each(hostOutages)(
    '$name',
    async (outage) => {
      await outlives(outage, { certificates: await certificates });
    },
    240_000,
  );
});
