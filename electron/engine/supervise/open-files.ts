/**
 * How many files and sockets this process may have open, and has: the port to the system. Windows has no such limit.
 */
import { readdirSync } from 'node:fs';

export interface OpenFiles {
  /** null: none that matters. */
  readonly limit: number | null;
  /** null: not even room to look. */
  count(): number | null;
}

type Report = NodeJS.Process['report'];

/** Looks the limit up when it is first asked for: Node has raised it by then as far as the system lets it. */
export function systemOpenFiles(platform: NodeJS.Platform, report: Report): OpenFiles {
  let limit: number | null | undefined = platform === 'win32' ? null : undefined;
  return {
    get limit() {
      limit ??= limit === null ? null : openFilesLimit(report);
      return limit;
    },
    count: countOpenFiles,
  };
}

function openFilesLimit(report: Report): number | null {
  // Newer than its types. Reading the names of all network interfaces' addresses can take seconds.
  const quickly = report as Report & { excludeNetwork: boolean };
  const { excludeNetwork } = quickly;
  quickly.excludeNetwork = true;
  try {
    const { userLimits } = quickly.getReport() as {
      readonly userLimits?: { readonly open_files?: { readonly soft?: unknown } };
    };
    const soft = userLimits?.open_files?.soft;
    return typeof soft === 'number' ? soft : null;
  } catch {
    // Without a limit that is known EMFILE itself says when it is reached.
    return null;
  } finally {
    quickly.excludeNetwork = excludeNetwork;
  }
}

/** On Linux and macOS alike; the look itself takes one. */
function countOpenFiles(): number | null {
  try {
    return readdirSync('/dev/fd').length - 1;
  } catch {
    return null;
  }
}
