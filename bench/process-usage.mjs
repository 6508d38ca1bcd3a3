// @ts-check
/** What Linux knows of a process from outside: the processor time it used and its memory. */
import { readFileSync } from 'node:fs';

/** Of `/proc/PID/stat`; the same on every Linux that Node runs on. */
const ticksPerSecond = 100;
const bytesPerKibibyte = 1024;

/** User and system time of all its threads, seconds. @param {number} pid */
export function processorSeconds(pid) {
  return processorSecondsIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** @param {string} stat the file's text */
export function processorSecondsIn(stat) {
  // The name stands in parentheses and may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime are fields 14 and 15; those behind the name begin with field 3.
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isFinite(ticks)) throw new Error('this is no /proc/PID/stat');
  return ticks / ticksPerSecond;
}

/** @typedef {{ readonly nowBytes: number, readonly peakBytes: number }} Memory */

/** Resident memory. @param {number} pid @returns {Memory} */
export function residentMemory(pid) {
  return residentMemoryIn(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** @param {string} status the file's text @returns {Memory} */
export function residentMemoryIn(status) {
  const [nowBytes, peakBytes] = ['VmRSS', 'VmHWM'].map((name) => {
    const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    if (kibibytes === undefined) throw new Error(`there is no ${name}`);
    return Number(kibibytes) * bytesPerKibibyte;
  });
  return { nowBytes: nowBytes ?? NaN, peakBytes: peakBytes ?? NaN };
}
