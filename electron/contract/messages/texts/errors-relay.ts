/** English texts for HCM20xx: the way from this host to Azure. */
import type { ErrorText } from '../error-text.ts';

const triesAgain = 'Nothing to do: this host tries again by itself.';
const checkIfItLasts =
  'This host tries again by itself. If it lasts, check proxies and firewalls on the way.';

export const relayErrorTexts = {
  HCM2001: {
    title: ['The name {host} isn’t known', 'The relay’s name isn’t known'],
    cause: 'DNS on this host has no address for it, or can’t be asked.',
    next: 'Check the spelling of the namespace and the DNS of this host.',
  },
  HCM2002: {
    title: ['{host} refused the connection', 'The relay refused the connection'],
    cause: [
      'A firewall blocks port {port}, or no relay runs there.',
      'A firewall blocks it, or no relay runs there.',
    ],
    next: 'Allow outbound TCP to the namespace.',
  },
  HCM2003: {
    title: ['No answer from {host} in {seconds} s', 'No answer from {host}', 'No answer from the relay'],
    cause: 'A firewall may drop the connection.',
    next: 'Allow outbound TCP to the namespace.',
  },
  HCM2004: {
    title: 'No network',
    cause: 'This host has no route to the relay.',
    next: 'Check the network of this host. Connections return by themselves.',
  },
  HCM2005: {
    title: [
      'The connection to {host} broke while it opened',
      'The connection to the relay broke while it opened',
    ],
    cause: 'A firewall or proxy on the way may cut it.',
    next: 'Allow outbound TLS to the namespace.',
  },
  HCM2010: {
    title: ['The certificate of {host} is not trusted', 'The relay’s certificate is not trusted'],
    cause: [
      'It was issued by {issuer}, which this host doesn’t trust.',
      'A proxy on the way inspects TLS, or the relay has a CA of its own.',
    ],
    next: 'Let this host trust that CA, or give its file to the connection.',
  },
  HCM2011: {
    title: [
      '{host} shows the certificate of another name',
      'The relay shows the certificate of another name',
    ],
    cause: 'A proxy answers in its place, or DNS points elsewhere.',
    next: 'Check the DNS of this host and proxies on the way.',
  },
  HCM2012: {
    title: ['The certificate of {host} is out of date', 'The relay’s certificate is out of date'],
    cause: 'By the clock of this host it has expired or not begun yet.',
    next: 'Check the clock of this host.',
  },
  HCM2013: {
    title: ['TLS with {host} can’t be set up', 'TLS with the relay can’t be set up'],
    cause: 'They share no TLS version from 1.2 on, or something on the way changes the traffic.',
    next: 'Allow TLS 1.2 or later to the namespace, without inspection.',
  },
  HCM2014: {
    title: ['{host} answers, but not as a relay', 'What answers is not a relay'],
    cause: 'A proxy or sign-in page answers in its place, or the port belongs to another service.',
    next: 'Check address and port, and proxies on the way.',
  },
  HCM2020: {
    title: ['Azure refused the key for {name}', 'Azure refused the key'],
    cause: 'It was probably regenerated.',
    next: 'Paste the new one.',
  },
  HCM2021: {
    title: 'The namespace blocks this address',
    cause: 'Its IP firewall doesn’t list the public address of this host.',
    next: 'Add that address under Networking of the namespace in Azure.',
  },
  HCM2022: {
    title: ['The key for {name} lacks a right', 'The key lacks a right'],
    cause: 'A host needs the right to listen, an app the right to send.',
    next: 'Use the string of a rule that has the right.',
  },
  HCM2023: {
    title: [
      'Azure has no Hybrid Connection {name} in {host}',
      'Azure has no Hybrid Connection {name}',
      'Azure has no such Hybrid Connection',
    ],
    cause: 'It was deleted or renamed.',
    next: 'Create it again in Azure, or remove it from this host.',
  },
  HCM2024: {
    title: 'WebSockets don’t get through to Azure',
    cause: [
      'The proxy {proxy}, or what lies behind it, removes what they need.',
      'A proxy or firewall on the way removes what they need.',
    ],
    next: ['Let {proxy} pass WebSockets to the namespace.', 'Allow WebSockets to the namespace.'],
  },
  HCM2025: {
    title: ['Azure Relay answers with trouble of its own ({status})', 'Azure Relay has trouble of its own'],
    cause: 'The service is restarting or overloaded.',
    next: triesAgain,
  },
  HCM2026: {
    title: 'Azure Relay takes too long to answer',
    cause: 'The service is overloaded.',
    next: triesAgain,
  },
  HCM2027: {
    title: ['The relay answered with status {status}', 'The relay gave an unexpected answer'],
    cause: ['It says: {reason}.', 'Something on the way may answer in its place.'],
    next: checkIfItLasts,
  },
  HCM2028: {
    title: 'The Hybrid Connection has too many listeners',
    cause: 'Azure allows 25 of them, over all hosts.',
    next: 'Remove it from a host that isn’t needed.',
  },
  HCM2029: {
    title: ['The clock of this host is {skewMinutes} min off', 'The clock of this host is off'],
    cause: 'Azure takes every key for expired then.',
    next: 'Set the clock of this host.',
  },
  HCM2030: {
    title: 'Azure closed the connection',
    cause: 'The Hybrid Connection was deleted or disabled.',
    next: 'Look at it in the Azure portal. This host tries again by itself.',
  },
  HCM2031: {
    title: 'Azure closed the connection and asks for the key again',
    cause: 'The key was probably regenerated.',
    next: 'This host tries again by itself. If Azure refuses the key, paste the new one.',
  },
  HCM2032: {
    title: 'Azure closed the connection',
    cause: 'The service restarts a part of itself.',
    next: triesAgain,
  },
  HCM2033: {
    title: 'The connection to Azure was lost',
    cause: 'The network, a proxy or a firewall on the way cut it.',
    next: triesAgain,
  },
  HCM2034: {
    title: ['No sign of life from Azure for {seconds} s', 'No sign of life from Azure'],
    cause: 'The network, a proxy or a firewall on the way dropped the connection.',
    next: triesAgain,
  },
  HCM2035: {
    title: 'What the relay sends can’t be understood',
    cause: 'Something on the way may change the traffic.',
    next: checkIfItLasts,
  },
  HCM2036: {
    title: ['Azure closed the connection with code {closeCode}', 'Azure closed the connection'],
    cause: ['It says: {reason}.', 'It gives no reason.'],
    next: triesAgain,
  },
  HCM2037: {
    title: 'Azure doesn’t count this host among the listeners',
    cause: 'Azure has lost the connection, although it still answers on it: no app would reach this host.',
    next: 'This host has opened another connection to Azure by itself.',
  },
  HCM2040: {
    title: 'What Azure says about the Hybrid Connection can’t be read',
    cause: ['Its answer is unexpected: {reason}.', 'Its answer is unexpected.'],
    next: 'Nothing to do: this host asks again by itself.',
  },
  HCM2041: {
    title: 'The Hybrid Connection lacks an endpoint',
    cause: 'Azure knows no endpoint for it.',
    next: 'Add the “endpoint” metadata, host:port, in Azure.',
  },
  HCM2042: {
    title: 'The endpoint in Azure can’t be read',
    cause: 'Its “endpoint” metadata is not of the form host:port.',
    next: 'Correct the “endpoint” metadata in Azure.',
  },
  HCM2050: {
    title: 'A session was meant to go elsewhere and was not followed',
    cause: [
      'The relay named {host}, which isn’t part of the namespace.',
      'The relay named an address that isn’t part of the namespace.',
    ],
    next: 'If it repeats, check the DNS of this host and proxies on the way.',
  },
  HCM2051: {
    title: 'A message of the relay can’t be understood and was skipped',
    cause: 'It is not of the documented form.',
    next: 'Nothing to do: sessions go on.',
  },
  HCM2052: {
    title: 'The app was gone before its session opened',
    cause: 'It gave up, or this host was too late.',
    next: 'Nothing to do: the app can connect again.',
  },
  HCM2053: {
    title: 'A session didn’t open',
    cause: 'The relay’s gateway for it can’t be reached.',
    next: 'Allow outbound TCP to all names under the namespace’s cloud, such as *.servicebus.windows.net.',
  },
} as const satisfies Record<string, ErrorText>;
