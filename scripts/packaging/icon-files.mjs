// @ts-check
/** Icons for Windows and macOS out of PNG files: both kinds of file are a list of images with a head. */
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ readonly size: number, readonly file: string }} Image */

/** Names of Apple's slots; a doubled one holds twice as many points as it is shown with. */
const slots = /** @type {const} */ ({
  icp4: 16,
  icp5: 32,
  icp6: 64,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
});

/** @param {readonly Image[]} images @param {string} to */
export function writeIco(images, to) {
  // The head has one byte for a size, where 0 is 256.
  const parts = images.filter(({ size }) => size <= 256).map(read);
  const headBytes = 6;
  const entryBytes = 16;
  const head = Buffer.alloc(headBytes + entryBytes * parts.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(parts.length, 4);
  let offset = head.length;
  parts.forEach(({ size, bytes }, index) => {
    const at = headBytes + entryBytes * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  });
  writeFileSync(to, Buffer.concat([head, ...parts.map(({ bytes }) => bytes)]));
}

/** @param {readonly Image[]} images @param {string} to */
export function writeIcns(images, to) {
  const parts = Object.entries(slots).flatMap(([slot, size]) => {
    const image = images.find((one) => one.size === size);
    if (image === undefined) return [];
    const { bytes } = read(image);
    return [chunk(slot, bytes)];
  });
  writeFileSync(to, chunk('icns', Buffer.concat(parts)));
}

/** @param {string} name @param {Buffer} bytes */
function chunk(name, bytes) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(head.length + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}

/** @param {Image} image */
function read({ size, file }) {
  return { size, bytes: readFileSync(file) };
}
