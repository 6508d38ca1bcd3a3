import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { isBalancedXml } from '../testing/is-balanced-xml.ts';
import { windowsCommandLine } from './windows-command-line.ts';
import { windowsService } from './windows-service.ts';
import { winswConfig } from './winsw-config.ts';

const program = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\Program Files\\hcm & more\\bin\\hcm.mjs'];

const keeper = windowsService({
  programFiles: 'C:\\Program Files',
  programData: 'C:\\ProgramData',
  systemRoot: 'C:\\Windows',
});

describe('WinSW’s configuration', () => {
  const xml = winswConfig({ program, dataFolder: 'C:\\ProgramData\\hcm' });

  it('says what the service is, in XML that stands', () => {
    expect(isBalancedXml(xml)).toBe(true);
    expect(isBalancedXml(xml.replace('&amp;', '&'))).toBe(false);
    expect(isBalancedXml(xml.replace('</service>', ''))).toBe(false);
    const parser = new XMLParser({ ignoreAttributes: false });
    const { service } = parser.parse(xml) as { readonly service: Readonly<Record<string, unknown>> };
    expect(service).toMatchObject({
      id: 'HcmHost',
      executable: program[0],
      arguments: '"C:\\Program Files\\hcm & more\\bin\\hcm.mjs" run --log-format json',
      env: { '@_name': 'HCM_HOME', '@_value': 'C:\\ProgramData\\hcm' },
      startmode: 'Automatic',
      delayedAutoStart: true,
      serviceaccount: { username: 'NT SERVICE\\HcmHost' },
      stoptimeout: '90 sec',
      preshutdown: true,
      log: { '@_mode': 'none' },
    });
    expect(service['onfailure']).toEqual(
      ['5 sec', '30 sec', '60 sec'].map((delay) => ({ '@_action': 'restart', '@_delay': delay })),
    );
  });
});

describe('windowsCommandLine', () => {
  /** What the C runtime does with it, by its own rules. */
  function taken(line: string): string[] {
    const words: string[] = [];
    let word: string | undefined;
    let isQuoted = false;
    for (const [, slashes = '', sign = ''] of line.matchAll(/(\\*)([^\\]|$)/g)) {
      const isQuote = sign === '"';
      word = (word ?? '') + (isQuote ? slashes.slice(slashes.length / 2) : slashes);
      if (isQuote && slashes.length % 2 === 1) word = `${word.slice(0, -1)}"`;
      else if (isQuote) isQuoted = !isQuoted;
      else if ((sign === ' ' || sign === '') && !isQuoted) {
        if (word !== '' || sign === ' ' || slashes !== '' || line.endsWith('""')) words.push(word);
        word = undefined;
        if (sign === '') break;
      } else word += sign;
    }
    return words;
  }

  it.each([
    [['a', 'b c', 'd']],
    [['C:\\Program Files\\x\\', 'y']],
    [['', 'say "hi"']],
    [['back\\slash', 'end\\\\', 'q\\"q', 'b \\"c\\']],
    [['NT SERVICE\\HcmHost:(OI)(CI)F']],
  ])('%j is taken as it was meant', (words) => {
    expect(taken(windowsCommandLine(words))).toEqual(words);
  });
});

describe('the service on Windows', () => {
  it('asks for the wrapper before anything is written, and gives the data folder to few', () => {
    const steps = keeper.install({ program, start: true, viewers: false });
    expect(steps[0]).toEqual({ do: 'expect', path: 'C:\\Program Files\\hcm\\service\\HcmHost.exe' });
    const lines = steps.flatMap((step) => (step.do === 'run' ? [windowsCommandLine(step.words)] : []));
    expect(lines).toEqual([
      '"C:\\Program Files\\hcm\\service\\HcmHost.exe" install',
      'C:\\Windows\\System32\\icacls.exe C:\\ProgramData\\hcm /inheritance:r /grant:r ' +
        '*S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "NT SERVICE\\HcmHost:(OI)(CI)F"',
      'C:\\Windows\\System32\\sc.exe failureflag HcmHost 1',
      '"C:\\Program Files\\hcm\\service\\HcmHost.exe" restart',
    ]);
  });

  const english = (state: string, exitCode = '0  (0x0)', pid = '0'): string =>
    [
      '',
      'SERVICE_NAME: HcmHost ',
      '        TYPE               : 10  WIN32_OWN_PROCESS  ',
      `        STATE              : ${state} `,
      '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_PRESHUTDOWN)',
      `        WIN32_EXIT_CODE    : ${exitCode}`,
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
      `        PID                : ${pid}`,
      '        FLAGS              : ',
    ].join('\r\n');
  const automatic = '        START_TYPE         : 2   AUTO_START  (DELAYED)\r\n';
  const read = (query: string, exitCode = 0): object =>
    keeper.readState([
      { exitCode, output: query, errors: '' },
      { exitCode, output: automatic, errors: '' },
    ]);

  it('reads its state', () => {
    expect(read(english('4  RUNNING', '0  (0x0)', '1234'))).toMatchObject({
      installed: true,
      enabled: true,
      state: 'running',
      processId: 1234,
    });
    expect(read(english('1  STOPPED'))).toMatchObject({ state: 'stopped', processId: null });
    expect(read(english('1  STOPPED', '1067  (0x42b)'))).toMatchObject({ state: 'failed' });
    expect(read(english('3  STOP_PENDING'))).toMatchObject({ state: 'stopping' });
    expect(read('[SC] EnumQueryServicesStatus:OpenService FAILED 1060', 1060)).toMatchObject({
      installed: false,
    });
  });
});
