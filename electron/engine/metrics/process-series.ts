/**
 * The metrics of the host's process, under the names that Prometheus' clients share. Looked up at a scrape; nothing is sampled in
 * between and nothing is left behind: the library's own collection keeps a timer and an observer for as long as the process lives.
 */
import { performance } from 'node:perf_hooks';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { OpenFiles } from '../supervise/open-files.ts';

export interface ProcessSeriesOptions {
  readonly version: string;
  readonly node: Pick<NodeJS.Process, 'version' | 'cpuUsage' | 'memoryUsage' | 'uptime'>;
  readonly openFiles: OpenFiles;
  readonly clock: Clock;
}

/** @returns what takes in how the process is now. */
export function processSeries(registry: Registry, options: ProcessSeriesOptions): () => Promise<void> {
  const { version, node, openFiles, clock } = options;
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });

  const buildInfo = new Gauge({
    name: 'hcm_build_info',
    help: 'Always 1; version of this program and of Node.js.',
    labelNames: ['version', 'node'],
    registers,
  });
  buildInfo.set({ version, node: node.version }, 1);
  gauge('process_start_time_seconds', 'When the process started, seconds since 1970-01-01 UTC.').set(
    Math.round(clock.now() / 1000 - node.uptime()),
  );
  const cpu = counter('process_cpu_seconds_total', 'Processor time of the process, user and system.');
  const resident = gauge('process_resident_memory_bytes', 'Resident memory of the process.');
  const heapTotal = gauge('nodejs_heap_size_total_bytes', 'Size of the JavaScript heap.');
  const heapUsed = gauge('nodejs_heap_size_used_bytes', 'Used part of the JavaScript heap.');
  const external = gauge('nodejs_external_memory_bytes', 'Memory of buffers outside of the heap.');
  const lag = gauge('nodejs_eventloop_lag_seconds', 'How late the event loop was at this scrape.');
  const busy = counter('nodejs_eventloop_active_seconds_total', 'Time in which the event loop had work.');

  const collectOpenFiles = openFilesSeries(registry, openFiles);
  let cpuTold = 0;
  let busyTold = 0;
  return async () => {
    const { user, system } = node.cpuUsage();
    cpu.inc(Math.max(0, (user + system) / 1e6 - cpuTold));
    cpuTold = (user + system) / 1e6;
    const { active } = performance.eventLoopUtilization();
    busy.inc(Math.max(0, active / 1000 - busyTold));
    busyTold = active / 1000;
    const memory = node.memoryUsage();
    resident.set(memory.rss);
    heapTotal.set(memory.heapTotal);
    heapUsed.set(memory.heapUsed);
    external.set(memory.external);
    collectOpenFiles();
    const askedMs = clock.monotonicMs();
    await new Promise((resolve) => setImmediate(resolve));
    lag.set(Math.max(0, clock.monotonicMs() - askedMs) / 1000);
  };
}

/** Windows has no such limit, and a gauge without a value would say 0. */
function openFilesSeries(registry: Registry, openFiles: OpenFiles): () => void {
  const { limit } = openFiles;
  if (limit === null) return () => undefined;
  const registers = [registry];
  const now = new Gauge({ name: 'process_open_fds', help: 'Open file descriptors.', registers });
  const most = new Gauge({
    name: 'process_max_fds',
    help: 'Most file descriptors that may be open.',
    registers,
  });
  most.set(limit);
  return () => now.set(openFiles.count() ?? limit);
}
