/**
 * The one table of error codes. Every expected failure anywhere in the product carries one of these codes; what a
 * person reads about it (title, cause, next step) is in `messages/texts/errors.ts` under the same code.
 *
 * Code ranges: 1 input · 2 the way to Azure · 3 the endpoint and sessions · 4 files and secrets · 5 host and control, 51 releases ·
 * 60 Azure: sign-in and Resource Manager · 61 policy · 7 local relay and sender · 8 health items (`health.ts`) · 9 a bug of ours.
 */

/** Who has to act: `act` a person, `watch` nobody yet (the host is on it), `info` nobody. */
export type Severity = 'act' | 'watch' | 'info';

/** `host`: nothing on that relay host can work; `connection`: only this connection is affected; `none`: not a dial. */
export type FailureScope = 'host' | 'connection' | 'none';

interface ErrorEntry {
  readonly severity: Severity;
  /** Trying again without a change can help. */
  readonly retryable: boolean;
  readonly scope: FailureScope;
}

const input = { severity: 'act', retryable: false, scope: 'none' } as const;
const hostTrouble = { severity: 'watch', retryable: true, scope: 'host' } as const;
const hostNeedsYou = { severity: 'act', retryable: true, scope: 'host' } as const;
const ownTrouble = { severity: 'watch', retryable: true, scope: 'connection' } as const;
const refused = { severity: 'act', retryable: false, scope: 'connection' } as const;
const endpoint = { severity: 'act', retryable: true, scope: 'none' } as const;
const local = { severity: 'act', retryable: false, scope: 'none' } as const;

export const errorTable = {
  HCM1001: input, // connection string empty
  HCM1002: input, // a part is not key=value
  HCM1003: input, // unknown key
  HCM1004: input, // the same key twice
  HCM1005: input, // no Endpoint
  HCM1006: input, // Endpoint can't be read
  HCM1007: input, // Endpoint scheme http, ws, … (never)
  HCM1008: input, // no EntityPath: the string of a whole namespace
  HCM1009: input, // entity name not allowed
  HCM1010: input, // no SharedAccessKey
  HCM1011: input, // no SharedAccessKeyName
  HCM1012: input, // SharedAccessSignature together with a key
  HCM1013: input, // only a ready-made token, which can't be renewed
  HCM1014: input, // Authentication=Managed Identity
  HCM1015: input, // looks like a Send rule where a Listen rule is needed
  HCM1016: input, // BizTalk string (can be kept as Discontinued)
  HCM1017: input, // ACS string
  HCM1018: input, // too long
  HCM1019: input, // characters that can't be part of a string
  HCM1020: input, // OperationTimeout can't be read
  HCM1021: input, // rule name or key too long
  HCM1022: input, // looks like a Listen rule where a Send rule is needed
  HCM1023: input, // Windows Server Service Bus string
  HCM1024: input, // a value is empty
  HCM1030: input, // host:port can't be read
  HCM1040: input, // connection already exists
  HCM1041: input, // no such connection
  HCM1042: input, // a name that several connections share
  HCM1043: input, // a new key's string that is for another connection
  HCM1044: input, // the endpoint that was accepted is no longer the one in Azure
  HCM1045: input, // the key is kept already, in the other slot
  HCM1046: input, // the keys that are kept don't open another Hybrid Connection of the namespace
  HCM1050: input, // CA file can't be used
  HCM1060: input, // wrong use of the command line
  HCM1061: input, // a file or standard input that can't be read
  HCM1062: input, // a settings value outside its limits
  HCM1070: input, // a file of desired connections that isn't as its format wants it
  HCM1071: input, // the same connection desired twice
  HCM1072: input, // a connection string in a file that others can read
  HCM1073: input, // an environment variable that isn't set
  HCM1074: input, // what is desired has faults, so nothing is changed
  HCM1075: input, // the host changed between the plan and its yes
  HCM1080: input, // a file in none of the formats that can be imported
  HCM1081: input, // a file that isn't whole in its format
  HCM1082: input, // a file or an export that is too large
  HCM1083: input, // an entry of a file that can't be read
  HCM1084: input, // a forward of azbridge that a host has no counterpart for
  HCM1085: input, // several entries for one Hybrid Connection
  HCM1086: input, // keys of an export that don't open: another passphrase, or changed
  HCM1087: input, // an export of a newer version
  HCM1088: input, // an entry without a key
  HCM1089: input, // a file that is there already
  HCM1097: input, // an import whose keys were forgotten
  HCM1095: input, // no open session with this id
  HCM1096: input, // the beginning of an id that several open sessions share
  HCM1092: input, // an export that gets too large
  HCM1090: input, // a retired connection can't be started
  HCM1091: { severity: 'watch', retryable: true, scope: 'none' }, // not in the wanted state in time

  HCM2001: hostTrouble, // relay's name not known in DNS
  HCM2002: hostTrouble, // relay refused the TCP connection
  HCM2003: hostTrouble, // relay didn't answer in time
  HCM2004: hostTrouble, // no route, network down
  HCM2005: hostTrouble, // reset while connecting
  HCM2010: hostNeedsYou, // certificate not trusted
  HCM2011: hostNeedsYou, // certificate for another name
  HCM2012: hostNeedsYou, // certificate expired or not yet valid
  HCM2013: hostNeedsYou, // TLS handshake failed
  HCM2014: hostNeedsYou, // answers, but not with TLS or not as a relay
  HCM2020: refused, // 401: key refused
  HCM2021: refused, // 401: the namespace's IP firewall
  HCM2022: refused, // 403: no right
  HCM2023: refused, // 404: no such entity
  HCM2024: hostNeedsYou, // 400: upgrade headers removed on the way
  HCM2025: ownTrouble, // 500, 503: service trouble
  HCM2026: ownTrouble, // 408, 504: service too slow
  HCM2027: ownTrouble, // any other status
  HCM2028: ownTrouble, // too many listeners on the entity
  HCM2029: refused, // this host's clock is off
  HCM2030: ownTrouble, // closed 1001: entity deleted or disabled
  HCM2031: ownTrouble, // closed 1008: token expired or refused
  HCM2032: ownTrouble, // closed 1011: planned or internal
  HCM2033: ownTrouble, // connection lost without a goodbye
  HCM2034: ownTrouble, // no answer to keep-alive
  HCM2035: ownTrouble, // relay broke the protocol
  HCM2036: ownTrouble, // closed with another code
  HCM2037: ownTrouble, // connected, and the relay doesn't count this host
  HCM2040: ownTrouble, // metadata can't be read
  HCM2041: refused, // no endpoint in Azure's metadata
  HCM2042: refused, // endpoint in Azure's metadata can't be read
  HCM2050: ownTrouble, // an accept that points elsewhere: not followed
  HCM2051: ownTrouble, // a control message that can't be read: ignored
  HCM2052: ownTrouble, // rendezvous refused: the sender is gone or we were late
  HCM2053: ownTrouble, // rendezvous could not be opened
  HCM2060: hostTrouble, // proxy's name not known
  HCM2061: hostTrouble, // proxy refused the TCP connection
  HCM2062: hostTrouble, // proxy didn't answer in time
  HCM2063: hostTrouble, // no route to the proxy, or it broke the connection off
  HCM2064: hostNeedsYou, // proxy refuses to connect to the relay
  HCM2065: hostNeedsYou, // proxy wants a sign-in
  HCM2066: hostNeedsYou, // proxy wants a sign-in by a way that isn't supported
  HCM2067: hostNeedsYou, // proxy refused the sign-in
  HCM2068: hostNeedsYou, // what answers at the proxy's address is no HTTP proxy
  HCM2069: hostTrouble, // proxy can't reach the relay
  HCM2070: hostNeedsYou, // proxy setting that can't be used
  HCM2071: hostNeedsYou, // only SOCKS proxies are offered
  HCM2072: hostNeedsYou, // TLS with the proxy itself can't be set up
  HCM2073: hostNeedsYou, // something on the way opens TLS

  HCM3101: endpoint, // endpoint's name not known
  HCM3102: endpoint, // endpoint refused the connection
  HCM3103: endpoint, // no route to the endpoint
  HCM3104: endpoint, // endpoint didn't answer in time
  HCM3105: endpoint, // endpoint could not be reached, other reason
  HCM3106: { severity: 'act', retryable: false, scope: 'none' }, // dial refused by this host (mayDial)
  HCM3107: endpoint, // this host ran out of descriptors
  HCM3110: { severity: 'watch', retryable: true, scope: 'none' }, // session limit reached
  HCM3111: { severity: 'watch', retryable: true, scope: 'none' }, // connection is stopping: no new sessions
  HCM3112: { severity: 'watch', retryable: true, scope: 'none' }, // the host's own session limit reached
  HCM3120: { severity: 'info', retryable: true, scope: 'none' }, // session aborted by the endpoint
  HCM3121: { severity: 'info', retryable: true, scope: 'none' }, // session aborted by the app or the relay
  HCM3122: { severity: 'info', retryable: true, scope: 'none' }, // session half-closed for too long
  HCM3123: { severity: 'info', retryable: true, scope: 'none' }, // session closed by this host
  HCM3124: { severity: 'watch', retryable: true, scope: 'none' }, // relay broke the protocol inside a session
  HCM3125: { severity: 'watch', retryable: true, scope: 'none' }, // a bug ended this session
  HCM3126: { severity: 'info', retryable: true, scope: 'none' }, // session idle for too long

  HCM4001: local, // a file could not be read and was set aside
  HCM4002: local, // a file comes from a newer version: read-only
  HCM4003: local, // disk full
  HCM4004: local, // no permission
  HCM4005: local, // a file could not be written, other reason
  HCM4010: local, // the stored key can't be read here
  HCM4011: local, // the key file can't be used

  HCM5001: local, // no host runs
  HCM5002: local, // another host owns this data folder
  HCM5003: local, // host and client speak different contract versions
  HCM5004: local, // proof of access refused
  HCM5005: { severity: 'watch', retryable: true, scope: 'none' }, // host went away or didn't answer in time
  HCM5006: local, // a call that the contract doesn't know, or input outside it
  HCM5007: local, // the control socket can't be made
  HCM5008: local, // a viewer may look, not change
  HCM5030: local, // monitoring's port in use
  HCM5031: local, // monitoring would be open to the network
  HCM5032: local, // monitoring can't listen, other reason
  HCM5020: local, // administrator rights are needed
  HCM5021: local, // a program of the system, or a file, said no
  HCM5022: local, // a file that we didn't write is in the way
  HCM5023: local, // the program lies where a service can't reach it
  HCM5024: local, // no service manager that we know
  HCM5025: local, // the service isn't installed
  HCM5026: local, // the wrapper that Windows needs isn't there
  HCM5040: local, // this installation can't start at login
  HCM5115: { severity: 'watch', retryable: true, scope: 'none' }, // a newer version wasn't downloaded
  HCM5116: local, // what was downloaded isn't what the release names
  HCM5117: local, // a version wasn't installed: the one that ran goes on
  HCM5118: local, // the release has no package for this computer
  HCM5119: local, // the package of the version before isn't kept, or was changed

  HCM5101: local, // no feed of releases
  HCM5102: local, // nothing in the feed for this channel and system
  HCM5103: { severity: 'watch', retryable: true, scope: 'none' }, // feed can't be reached
  HCM5104: local, // a build without keys accepts no release
  HCM5105: local, // no signature beside a file of the feed
  HCM5106: local, // signature doesn't verify
  HCM5107: local, // file of the feed can't be read
  HCM5108: local, // answer too large
  HCM5109: local, // redirected to where we don't follow
  HCM5110: { severity: 'watch', retryable: true, scope: 'none' }, // feed answers with an error
  HCM5111: local, // certificate of the feed

  HCM6001: local, // nobody is signed in with Azure
  HCM6002: local, // sign-in cancelled or declined
  HCM6003: local, // sign-in took too long
  HCM6004: local, // a new sign-in is needed
  HCM6005: local, // sign-in refused, other reason
  HCM6006: local, // the organization's policies or a missing consent
  HCM6007: local, // secret or certificate of a service principal refused
  HCM6008: local, // tenant not known
  HCM6009: local, // no managed identity
  HCM6010: local, // custom cloud without an address
  HCM6011: local, // no port for the browser's answer
  HCM6012: local, // certificate that can't be used to sign in
  HCM6013: { severity: 'act', retryable: true, scope: 'none' }, // sign-in or Resource Manager can't be reached
  HCM6014: local, // no such account
  HCM6015: { severity: 'act', retryable: true, scope: 'none' }, // sign-in's answer can't be read
  HCM6016: local, // client id not usable
  HCM6017: local, // service principal without tenant, client id or secret
  HCM6018: local, // a sign-in or search that is over
  HCM6019: { severity: 'watch', retryable: true, scope: 'none' }, // too many sign-ins or searches
  HCM6020: local, // Resource Manager refused the token
  HCM6021: local, // 403: permission missing
  HCM6022: local, // subscription not there
  HCM6023: local, // resource not there
  HCM6024: { severity: 'watch', retryable: true, scope: 'none' }, // 429: too many requests
  HCM6025: { severity: 'watch', retryable: true, scope: 'none' }, // 5xx
  HCM6026: { severity: 'act', retryable: true, scope: 'none' }, // answer can't be read
  HCM6027: local, // any other refusal
  HCM6029: local, // subscription disabled
  HCM6030: local, // a name that several subscriptions share
  HCM6031: { severity: 'info', retryable: false, scope: 'none' }, // more apps than are looked through
  HCM6040: local, // no rule with the right Listen
  HCM6041: local, // only the root rule may listen
  HCM6042: local, // doesn't require client authorization
  HCM6043: local, // no endpoint in Azure
  HCM6044: local, // namespace of another cloud
  HCM6050: local, // a connection that no account finds in Azure
  HCM6051: local, // a connection that isn't in Azure at all
  HCM6052: local, // the rule of the kept key is gone
  HCM6053: local, // a connection without keys
  HCM6054: { severity: 'watch', retryable: true, scope: 'none' }, // keys of the namespace are being rotated
  HCM6060: local, // typed name isn't the one to delete
  HCM6061: local, // a Hybrid Connection with that name is there already
  HCM6062: local, // a name that Azure doesn't take
  HCM6063: local, // a limit of Azure
  HCM6064: local, // an app whose plan has no room for Hybrid Connections
  HCM6065: local, // metadata that can't be changed
  HCM6066: { severity: 'watch', retryable: true, scope: 'none' }, // something else is under way in Azure
  HCM6067: local, // forbidden by a policy of the organization
  HCM6068: local, // a lock
  HCM6069: local, // provider not registered in the subscription
  HCM6070: refused, // the account lacks the role to listen
  HCM6071: refused, // the relay doesn't take Entra's token
  HCM6072: local, // a cloud whose relays take no tokens of Entra
  HCM6073: local, // an account that connections listen with
  HCM6080: local, // portal of a custom cloud

  HCM6101: local, // a setting that the organization has set
  HCM6102: local, // a part of its policy that doesn't count
  HCM6103: local, // a policy that can't be read
  HCM6104: local, // a policy that others could have written

  HCM7001: local, // local port in use
  HCM7002: local, // local port not allowed
  HCM7003: local, // local relay's certificate files can't be used
  HCM7010: { severity: 'watch', retryable: true, scope: 'none' }, // sender: no host listens
  HCM7011: { severity: 'watch', retryable: true, scope: 'none' }, // sender: relay or host refused the session

  HCM9001: { severity: 'act', retryable: false, scope: 'none' }, // a bug of ours
} as const satisfies Record<`HCM${number}`, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorTable, text);
}

/** Values for the blanks in the code's texts (`{host}`, `{reason}` …). Never a secret. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * The one error class of the product: an expected failure with a code. `message` is for logs only (what a person
 * reads comes from the messages by `code` and `details`).
 */
export class HcmError extends Error {
  override readonly name = 'HcmError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    const shown = Object.entries(details).map(([key, value]) => `${key}=${String(value)}`);
    super(shown.length === 0 ? code : `${code} (${shown.join(', ')})`, options);
    this.code = code;
    this.details = details;
  }

  get retryable(): boolean {
    return errorTable[this.code].retryable;
  }

  get severity(): Severity {
    return errorTable[this.code].severity;
  }

  get scope(): FailureScope {
    return errorTable[this.code].scope;
  }
}

/** An error as it travels over the control socket or IPC: plain data. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export function toErrorData(error: unknown): ErrorData {
  if (error instanceof HcmError) return { code: error.code, details: error.details };
  return { code: 'HCM9001', details: { reason: error instanceof Error ? error.name : typeof error } };
}
