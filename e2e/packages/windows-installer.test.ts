/**
 * What our part of the installer for Windows is made of, compiled beside the macros of electron-builder that it stands in
 * for. electron-builder's own plugins aren't needed for that, and no installer comes out of it that does anything.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const templates = join(root, 'node_modules', 'app-builder-lib', 'templates', 'nsis', 'include');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-nsis-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The places in which electron-builder's templates call ours, in their order. */
const installer = `
Function .onInit
  !insertmacro customInit
FunctionEnd
Section
  !insertmacro CHECK_APP_RUNNING
  !insertmacro customInstall
SectionEnd
`;
const uninstaller = `
Section
  WriteUninstaller "$EXEDIR\\un.exe"
SectionEnd
Function un.checkAppRunning
  !insertmacro CHECK_APP_RUNNING
FunctionEnd
Section un.Uninstall
  Call un.checkAppRunning
  !insertmacro customUnInstall
SectionEnd
`;

async function compile(body: string, defines: readonly string[] = []): Promise<string> {
  const script = join(folder, 'script.nsi');
  const text = `Unicode true
OutFile "${join(folder, 'out.exe')}"
!addincludedir "${templates}"
!define nsProcess::FindProcess
!define isUpdated '$\\"updated$\\" == $\\"$CMDLINE$\\"'
!define APP_EXECUTABLE_FILENAME "app.exe"
!define PRODUCT_NAME "Hybrid Connection Manager"
!define INSTALL_MODE_PER_ALL_USERS
LangString appRunning 0 "runs"
LangString appClosing 0 "closes"
LangString appCannotBeClosed 0 "can’t be closed"
${defines.map((one) => `!define ${one}`).join('\n')}
!include "${join(root, 'assets', 'package', 'installer.nsh')}"
!include "allowOnlyOneInstallerInstance.nsh"
${body}`;
  await writeFile(script, text);
  // Warnings are errors, as electron-builder has it.
  const { stdout } = await run('makensis', ['-WX', '-V4', script]);
  return stdout;
}

describe('our part of the installer for Windows', () => {
  it('compiles in the installer, and stops the service only when files are about to change', async () => {
    const said = await compile(installer);
    const [init = '', section = ''] = said.split(/^Section:/m);
    expect(init).not.toMatch(/net\.exe" stop/);
    const stop = section.indexOf('net.exe" stop HcmHost');
    const check = section.indexOf('Get-CimInstance');
    expect(stop).toBeGreaterThan(-1);
    expect(check).toBeGreaterThan(stop);
  });

  it('compiles in the uninstaller', async () => {
    expect(await compile(uninstaller, ['BUILD_UNINSTALLER'])).toContain('service uninstall');
  });
});
