/** A moment in front of a line of a log: this computer’s time, as long in every line, to the millisecond. Pure. */

export function localTime(moment: number): string {
  const at = new Date(moment);
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => padded(part, 2)).join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => padded(part, 2)).join(':');
  return `${date} ${time}.${padded(at.getMilliseconds(), 3)}`;
}

function padded(part: number, length: number): string {
  return String(part).padStart(length, '0');
}
