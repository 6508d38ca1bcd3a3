import { describe, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { relayOutages } from '../testing/relay-outages.ts';
import { outlives } from '../testing/outlives.ts';

const certificates = makeCertificates(Date.now());

describe('trouble at the relay ends in Connected: idle, one tunnel, a hundred', () => {
  it.each(relayOutages)(
    '$name',
    async (outage) => {
      await outlives(outage, { certificates: await certificates });
    },
    240_000,
  );
});
