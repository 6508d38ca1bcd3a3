/** English texts for HCM2060 to HCM2073: proxies and what opens TLS on the way to Azure. */
import type { ErrorText } from '../error-text.ts';

const trustIt =
  'Ask for an exception for *.servicebus.windows.net, or give the CA’s file to the setting extraCaFile.';
const signIn =
  'Set proxyUrl with a user name (http://user@host:port), proxyMode to manual, and the password.';

export const proxyErrorTexts = {
  HCM2060: {
    title: ['The name of the proxy {proxy} isn’t known', 'The proxy’s name isn’t known'],
    cause: 'DNS on this host has no address for it, or can’t be asked.',
    next: 'Check the proxy settings and the DNS of this host.',
  },
  HCM2061: {
    title: ['The proxy {proxy} refused the connection', 'The proxy refused the connection'],
    cause: 'It isn’t running, or it has another port.',
    next: 'Check the proxy settings. This host tries again by itself.',
  },
  HCM2062: {
    title: [
      'No answer from the proxy {proxy} in {seconds} s',
      'No answer from the proxy {proxy}',
      'No answer from the proxy',
    ],
    cause: 'It is overloaded, or a firewall drops the connection to it.',
    next: 'Check the proxy settings. This host tries again by itself.',
  },
  HCM2063: {
    title: ['The proxy {proxy} can’t be reached', 'The proxy can’t be reached'],
    cause: ['The network says {errno}.', 'There is no way to it, or it broke the connection off.'],
    next: 'Check the network of this host. Connections return by themselves.',
  },
  HCM2064: {
    title: ['The proxy {proxy} refused to connect to {host}', 'The proxy refused to connect to the relay'],
    cause: [
      'It answered with status {status}: its rules don’t allow the connection.',
      'Its rules don’t allow the connection.',
    ],
    next: [
      'Let the proxy allow CONNECT to {host} on port {port}, and to *.servicebus.windows.net for the gateways.',
      'Let the proxy allow CONNECT to *.servicebus.windows.net on port 443.',
    ],
  },
  HCM2065: {
    title: ['The proxy {proxy} wants a sign-in', 'The proxy wants a sign-in'],
    cause: ['It accepts: {schemes}.', 'No user name and password are set for it.'],
    next: signIn,
  },
  HCM2066: {
    title: [
      'The proxy {proxy} wants a sign-in by {schemes}',
      'The proxy wants a sign-in that isn’t supported',
    ],
    cause: 'Only Basic is supported; NTLM, Kerberos (Negotiate) and Digest aren’t.',
    next: 'Let the proxy accept Basic, or let this host pass without a sign-in.',
  },
  HCM2067: {
    title: ['The proxy {proxy} refused the sign-in', 'The proxy refused the sign-in'],
    cause: 'User name or password is wrong, or the account is locked.',
    next: 'Set user name and password of the proxy again. Until then this host tries once a minute, so that the account isn’t locked.',
  },
  HCM2068: {
    title: ['What answers at {proxy} is no HTTP proxy', 'What answers is no HTTP proxy'],
    cause: 'The address or port belongs to another service, or the proxy wants TLS (https://).',
    next: 'Check the proxy settings.',
  },
  HCM2069: {
    title: ['The proxy {proxy} can’t reach {host}', 'The proxy can’t reach the relay'],
    cause: [
      'It answered with status {status}.',
      'The network behind it is down, or its DNS doesn’t know the name.',
    ],
    next: 'Check the proxy’s own way out. This host tries again by itself.',
  },
  HCM2070: {
    title: ['The proxy setting in {setting} can’t be used', 'The proxy setting can’t be used'],
    cause: ['{reason}', 'It is not of the form http://host:port.'],
    next: 'Correct it, or set proxyMode to none.',
    reasons: {
      empty: 'proxyMode is manual and no address is set.',
      scheme: 'Only http:// and https:// are supported.',
      host: 'The host can’t be read.',
      port: 'The port can’t be read.',
      user: 'The user name can’t be read.',
      password: 'A password doesn’t belong into the address: it is kept sealed, apart from it.',
      rest: 'It goes on behind host and port.',
      sealed: 'Its stored password can’t be opened here: set it again.',
      system: 'This computer doesn’t say which proxy to use.',
      timeout: 'This computer took too long to say which proxy to use.',
    },
  },
  HCM2071: {
    title: 'SOCKS proxies aren’t supported',
    cause: ['For {host} only a SOCKS proxy is named.', 'Only a SOCKS proxy is named.'],
    next: 'Name an HTTP proxy, or set proxyMode to none.',
  },
  HCM2072: {
    title: ['TLS with the proxy {proxy} can’t be set up', 'TLS with the proxy can’t be set up'],
    cause: [
      'Its certificate was issued by {issuer}, which this host doesn’t trust.',
      'Its certificate is not trusted, or it doesn’t speak TLS.',
    ],
    next: 'Give the proxy’s CA to the setting extraCaFile, or use http:// for the way to the proxy.',
  },
  HCM2073: {
    title: [
      'Something between here and Azure opens TLS: {issuer}',
      'Something between here and Azure opens TLS',
    ],
    cause: [
      'The certificate shown for {host} was issued by {issuer}, not by a public CA: a proxy or firewall inspects the traffic.',
      'A proxy or firewall inspects the traffic and shows a certificate of its own.',
    ],
    next: trustIt,
  },
} as const satisfies Record<string, ErrorText>;
