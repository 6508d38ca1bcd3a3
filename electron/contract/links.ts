/** The only addresses that the app opens in the system's browser: the page names a link, never an address. */
export const links = {
  portal: 'https://portal.azure.com/',
  hybridConnections: 'https://learn.microsoft.com/azure/app-service/app-service-hybrid-connections',
  relayHybridConnections: 'https://learn.microsoft.com/azure/azure-relay/relay-hybrid-connections-protocol',
} as const satisfies Record<string, `https://${string}`>;

export type LinkName = keyof typeof links;

export const linkNames = Object.keys(links) as readonly LinkName[];
