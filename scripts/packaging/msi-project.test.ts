import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { completeMsiProject } from './msi-project.mjs';

const template = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/app-builder-lib/templates/msi/template.xml'),
  'utf8',
);

it('completes the project that electron-builder makes: what it needs of Windows, and PATH', () => {
  const text = completeMsiProject(template);
  expect(text).not.toContain('VersionNT >= 601');
  expect(text).toContain('<![CDATA[Installed OR HCMWINDOWSMAJOR]]>');
  expect(text).toMatch(/<Environment Id="HcmPath" Name="PATH" [^>]*Part="last"[\s\S]*<\/ComponentGroup>/);
});

it('ends when the template is another one', () => {
  expect(() => completeMsiProject('<Wix/>')).toThrow(/msi-project/);
});
