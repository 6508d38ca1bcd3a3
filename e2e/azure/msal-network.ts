/** msal-node's own way to let somebody else do its requests: here with trust in the test's certificates. */
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { trustedFetch, type PlainAnswer } from './trusted-fetch.ts';

export function msalNetwork(caPem: string): INetworkModule {
  return {
    sendGetRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions) =>
      shaped<Body>(await trustedFetch(caPem, url, { headers: options?.headers ?? {} })),
    sendPostRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions) => {
      const { headers = {}, body = '' } = options ?? {};
      return shaped<Body>(await trustedFetch(caPem, url, { method: 'POST', headers, body }));
    },
  };
}

function shaped<Body>({ status, headers, body }: PlainAnswer): NetworkResponse<Body> {
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { status, headers: Object.fromEntries(flat), body: JSON.parse(body) as Body };
}
