import { rename } from 'node:fs/promises';
import { createServer } from 'node:net';

/** Leaves a socket file that nobody listens at any more, as a killed process does. */
export async function deadSocket(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.kept`, resolve));
  // Under another name it outlives the server's own cleaning up.
  await rename(`${path}.kept`, path);
  await new Promise((resolve) => server.close(resolve));
}
