/** English texts of `hcm proxy`. */
import { localised } from '../localised.ts';
import type { ProxyMode } from '../../proxy-setting.ts';

export const proxyUsageTexts = localised({
  proxy: 'Show or set the proxy that leads to Azure; changes count from the next connection on',
  mode: 'system: as this computer says; none: straight; manual: the one of --url',
  url: 'http://host:port or https://host:port, with user@ where it wants a sign-in',
  bypass:
    'relays that are dialled past it: names, *.suffix, addresses, networks (10.0.0.0/8), <local>, with commas between them',
  password: 'the password of that user: - reads it from standard input, or asks for it on a terminal',
  passwordFile: 'read the password from a file',
  forgetPassword: 'forget the password',
} as const satisfies Record<string, string>);

export const proxySentenceTexts = localised({
  promptPassword: 'Password of the proxy (it won’t show):',
  passwordSource: 'A password is given with --password - or --password-file, never as an argument.',
} as const satisfies Record<string, string>);

export const proxyLabelTexts = localised({
  mode: 'Proxy',
  url: 'Address',
  password: 'Password',
  bypass: 'Past it',
} as const satisfies Record<string, string>);

export const proxyValueTexts = localised({
  kept: 'kept sealed',
  noPassword: 'none',
} as const satisfies Record<string, string>);

export const proxyModeTexts: Readonly<Record<ProxyMode, string>> = localised({
  system: 'system (as this computer says)',
  none: 'none',
  manual: 'manual',
});
