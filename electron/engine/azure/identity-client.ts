/**
 * Tokens of this computer's managed identity: Azure's machines (IMDS, or what `AZURE_POD_IDENTITY_AUTHORITY_HOST` names), App
 * Service, and computers that Azure Arc connects.
 *
 * The service is part of the computer or its hypervisor: it speaks plain HTTP, and is never asked through a proxy. The library
 * keeps its tokens for the whole process, so there is nothing here that has a life of its own.
 */
import { request } from 'node:http';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { HcmError } from '../../contract/errors.ts';
import { relayAudience, type AzureCloud } from './clouds.ts';
import { accessToken, silentLibrary, clientCapabilities, type TokenSource } from './token-source.ts';

const maxBodyBytes = 256 * 1024;
/** Where there is no such service its address leads nowhere, and nothing refuses the connection. */
const timeoutMs = 5_000;

export interface IdentityClientOptions {
  readonly cloud: AzureCloud;
  /** Of a user-assigned identity; null for the computer's own. */
  readonly clientId: string | null;
}

export async function identityClient({ cloud, clientId }: IdentityClientOptions): Promise<TokenSource> {
  const { ManagedIdentityApplication } = await import('@azure/msal-node');
  const application = new ManagedIdentityApplication({
    clientCapabilities,
    ...(clientId === null ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient: ownComputer, loggerOptions: silentLibrary },
  });
  return {
    token: async ({ audience, claims, isForced }) => {
      const resource = audience === 'relay' ? relayAudience(cloud) : cloud.arm;
      try {
        const result = await application.acquireToken({
          resource,
          ...(claims === '' ? {} : { claims }),
          ...(isForced ? { forceRefresh: true } : {}),
        });
        return accessToken(result);
      } catch (cause) {
        throw new HcmError('HCM6009', {}, { cause });
      }
    },
  };
}

const ownComputer: INetworkModule = {
  sendGetRequestAsync: (url, options) => plainRequest('GET', url, options),
  sendPostRequestAsync: (url, options) => plainRequest('POST', url, options),
};

function plainRequest<T>(
  method: 'GET' | 'POST',
  address: string,
  { headers = {}, body }: NetworkRequestOptions = {},
): Promise<NetworkResponse<T>> {
  return new Promise((resolve, reject) => {
    const url = new URL(address);
    if (url.protocol !== 'http:') {
      reject(new HcmError('HCM6009'));
      return;
    }
    const call = request(url, { method, headers, timeout: timeoutMs, agent: false }, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length > maxBodyBytes) call.destroy(new HcmError('HCM6009'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        try {
          const names = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(names) as Record<string, string>,
            body: JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as T,
          });
        } catch (error) {
          reject(error instanceof Error ? error : new HcmError('HCM6009'));
        }
      });
    });
    call.on('timeout', () => call.destroy(new HcmError('HCM6009')));
    call.on('error', reject);
    call.end(body);
  });
}
