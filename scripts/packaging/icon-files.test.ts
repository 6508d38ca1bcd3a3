import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeIcns, writeIco } from './icon-files.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const fileOf = (size: number): string => resolve(import.meta.dirname, `../../assets/icons/icon-${size}.png`);
const images = sizes.map((size) => ({ size, file: fileOf(size) }));
let folder = '';

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'hcm-icons-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has an image of our own at every size', () => {
  for (const { size, file } of images) {
    const bytes = readFileSync(file);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  }
});

it('puts those for Windows into one file, where each is found again', () => {
  writeIco(images, join(folder, 'icon.ico'));
  const bytes = readFileSync(join(folder, 'icon.ico'));
  const count = bytes.readUInt16LE(4);
  const found = Array.from({ length: count }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = bytes.readUInt32LE(at + 12);
    return {
      size: bytes.readUInt8(at) || 256,
      image: bytes.subarray(offset, offset + bytes.readUInt32LE(at + 8)),
    };
  });
  expect(found.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  for (const { size, image } of found) expect(image.equals(readFileSync(fileOf(size)))).toBe(true);
});

it('puts those for macOS into one file, whose parts fill it', () => {
  writeIcns(images, join(folder, 'icon.icns'));
  const bytes = readFileSync(join(folder, 'icon.icns'));
  expect(bytes.toString('latin1', 0, 4)).toBe('icns');
  expect(bytes.readUInt32BE(4)).toBe(bytes.length);
  const names = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
    names.push(bytes.toString('latin1', at, at + 4));
  expect(names).toContain('ic10');
  expect(names).toHaveLength(11);
});
