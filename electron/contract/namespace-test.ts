/** What a try of the way to a namespace came to: name, proxy, TCP and TLS, an answer by HTTPS. */
import { z } from 'zod';
import { errorDataSchema } from './connection-view.ts';

/** In the order in which they are taken. */
export const namespaceSteps = ['name', 'proxy', 'connect', 'tls', 'https'] as const;

export const namespaceTestSchema = z.strictObject({
  /** What DNS says here; empty when it knows none, which is no trouble where a proxy asks for itself. */
  addresses: z.array(z.string()),
  /** Proxy that the way went through, `host:port`; null for none. */
  via: z.string().nullable(),
  /** TCP and TLS together, through the proxy where there is one; null when it didn't come to that. */
  dialMs: z.number().nullable(),
  /** `TLSv1.3`; null without TLS. */
  protocol: z.string().nullable(),
  /** Who issued the certificate that was shown; null when none was. */
  issuer: z.string().nullable(),
  /** Of the answer to a plain GET: any status shows that HTTPS gets through. */
  httpStatus: z.int().nullable(),
  /** Where it ended; null when all of it works. */
  failedAt: z.enum(namespaceSteps).nullable(),
  problem: errorDataSchema.nullable(),
});

export type NamespaceStep = (typeof namespaceSteps)[number];

export type NamespaceTest = Readonly<z.infer<typeof namespaceTestSchema>>;
