/**
 * The stored connections for whoever only wants to show them, sooner than the store itself is opened. Changes nothing: what
 * isn't in order is left as it is for the store, which repairs and reports it.
 */
import { join } from 'node:path';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { connectionsFormat } from './connections-format.ts';
import { decodeFile, maxFileBytes } from './file-format.ts';
import { nodeFileSystem } from './file-system.ts';

/** In the order in which they were added; null when only the store can tell. Never rejects. */
export async function peekConnections(folder: string): Promise<readonly ConnectionConfig[] | null> {
  try {
    const bytes = await nodeFileSystem().read(join(folder, 'connections.json'), maxFileBytes);
    const decoded = decodeFile(bytes, connectionsFormat);
    return decoded.state === 'current' && decoded.aside.length === 0 ? decoded.value : null;
  } catch {
    return null;
  }
}
