import { describe, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { endpointOutages } from '../testing/endpoint-outages.ts';
import { outlives } from '../testing/outlives.ts';

const certificates = makeCertificates(Date.now());

describe('trouble at the endpoint ends in Connected: idle, one tunnel, a hundred', () => {
  it.each(endpointOutages)(
    '$name',
    async (outage) => {
      await outlives(outage, { certificates: await certificates });
    },
    240_000,
  );
});
