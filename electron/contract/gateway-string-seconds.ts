/** How long a connection string stays on the clipboard. */
export const gatewayStringSeconds = 60;
