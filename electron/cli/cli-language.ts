/**
 * The language of one run of `hcm`: what `HCM_LANGUAGE` says, else the system's as its own programs take it. Pure.
 *
 * People read it; what programs read (`--output json`, logs, schemas, docs) is English whatever it is.
 */
import { languageChoices, matchLanguage, type Language } from '../contract/languages.ts';
import type { CliIo } from './cli-io.ts';

/** The first of them that says anything counts, as POSIX has it. */
const localeNames = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

export function cliLanguage({ environment, platform }: Pick<CliIo, 'environment' | 'platform'>): Language {
  const asked = environment['HCM_LANGUAGE'] ?? '';
  const choice = languageChoices.find((one) => one.toLowerCase() === asked.toLowerCase());
  if (choice !== undefined && choice !== 'system') return choice;
  if (choice === undefined && asked !== '') return matchLanguage([asked]);
  return matchLanguage([systemLocale(environment, platform)]);
}

/** Windows programs have no such variables; the ones of a Unix shell there speak of that shell. */
function systemLocale(environment: CliIo['environment'], platform: NodeJS.Platform): string {
  if (platform === 'win32') return new Intl.DateTimeFormat().resolvedOptions().locale;
  return localeNames.map((name) => environment[name] ?? '').find((value) => value !== '') ?? 'C';
}
