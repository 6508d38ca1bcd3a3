/** Names of the clouds and tenants that one can sign in to. */
import { z } from 'zod';

export const azureClouds = ['public', 'china', 'usGovernment', 'custom'] as const;

export type AzureCloudName = (typeof azureClouds)[number];

/** GUID, or a domain of the tenant. */
export const tenantSchema = z
  .string()
  .max(256)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/);
