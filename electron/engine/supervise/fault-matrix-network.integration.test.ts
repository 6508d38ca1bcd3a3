import { describe, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { networkOutages } from '../testing/network-outages.ts';
import { outlives } from '../testing/outlives.ts';

const certificates = makeCertificates(Date.now());

describe('a network that fails ends in Connected: idle, one tunnel, a hundred', () => {
  it.each(networkOutages)(
    '$name',
    async (outage) => {
      await outlives(outage, { certificates: await certificates });
    },
    240_000,
  );
});
