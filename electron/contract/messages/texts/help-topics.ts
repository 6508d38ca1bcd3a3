/**
 * English texts of Help in the window: short pages for administrators. Each is a list of blocks, so that one small view shows
 * them all. A blank names something that can be pressed or read in the window; it is filled with what stands there.
 */
import { localised } from '../localised.ts';
import type { AzureStatus, EndpointStatus } from '../../status.ts';

/** A paragraph, or what else a page is made of. */
export type HelpBlock =
  | string
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly steps: readonly string[] }
  | { readonly rows: readonly { readonly name: string; readonly text: string }[] }
  | { readonly code: string };

export interface HelpPage {
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

export const helpFrameTexts = localised({
  title: 'Help',
  topics: 'Topics',
  back: 'Back to the connections',
  /** Behind a warning. */
  notSupportedLink: 'What can’t be tunnelled',
} as const satisfies Record<string, string>);

export const helpTopicTexts: Readonly<
  Record<
    | 'start'
    | 'notSupported'
    | 'appService'
    | 'sqlServer'
    | 'ports'
    | 'tcpping'
    | 'availability'
    | 'status'
    | 'shortcuts',
    HelpPage
  >
> = localised({
  start: {
    title: 'First steps',
    blocks: [
      'A Hybrid Connection lets an app in Azure reach 1 service in your network, by 1 host name and 1 TCP port. This program runs inside your network. It dials out only, on port 443; nothing has to be opened for traffic that comes in.',
      {
        steps: [
          'In Azure, give the app a Hybrid Connection: open the app, then Networking, Hybrid connections. Its endpoint is the name and port of your service, like sql01.corp.contoso.com:1433. {createInAzure} does the same from here.',
          'Add it on this computer. With an Azure account: {configure}, sign in, choose the subscription, tick it, {save}. Without one: ask whoever has one for the gateway connection string, and paste it with {enterManually}.',
          'Wait for {connected}, and for {reachable} beside it. Every other state says why; its details name the next step.',
          'Leave the app as it is: it uses the same host name and port as it would on your premises.',
          'Add the same Hybrid Connection on another computer, so that a restart of this one is no outage.',
        ],
      },
      'The way has 2 parts: from here to Azure, and from here to your service. {test} dials any host and port from this computer, as an app’s session would.',
    ],
  },
  notSupported: {
    title: 'What can’t be tunnelled',
    blocks: [
      'A Hybrid Connection carries TCP to 1 fixed host and port, and nothing else.',
      { heading: 'What doesn’t work' },
      {
        rows: [
          {
            name: 'UDP',
            text: 'Nothing that uses it: DNS, Kerberos, NTP, SNMP, SQL Server Browser (ports 53, 88, 123, 161, 1434).',
          },
          {
            name: 'Dynamic ports',
            text: 'Services that open further ports as they go, like FTP in passive or extended passive mode (port 21), and RPC.',
          },
          {
            name: 'LDAP',
            text: 'Its ports are fixed (389, 636, 3268, 3269), but it may use UDP as well.',
          },
          {
            name: 'Drives and shares',
            text: 'App Service can’t mount a drive (SMB: ports 139 and 445, NFS: port 2049).',
          },
          {
            name: 'Active Directory',
            text: 'The computers of App Service can’t join your domain.',
          },
        ],
      },
      'An endpoint on one of these ports gets a warning. It isn’t refused, since something else may answer there.',
      { heading: 'What works' },
      {
        list: [
          'Databases on a fixed port: SQL Server, MySQL, Oracle, PostgreSQL.',
          'Web services over HTTP and HTTPS.',
          'Any other service with a fixed TCP port, whatever its system, language or protocol: nobody looks at the bytes.',
        ],
      },
      'Apps may be written in anything that opens TCP connections: .NET, Java, PHP, Python, Node.js.',
    ],
  },
  appService: {
    title: 'How App Service picks a connection',
    blocks: [
      'App Service watches for the name that an app asks DNS for. When name and port are the endpoint of one of the app’s Hybrid Connections, the traffic goes through it. Nothing in the app changes.',
      { heading: 'Use a DNS name' },
      'With an IP address as the endpoint some clients never ask DNS. Then the Hybrid Connection isn’t used, and nothing says so. It is the most frequent reason why an app doesn’t get through.',
      {
        list: [
          'In the app, write host name and port exactly as the endpoint has them.',
          'The name is looked up here, by this computer’s DNS or hosts file. Azure needn’t know it.',
          'Not localhost: on Linux an app would stay on its own computer. Use this computer’s DNS name.',
        ],
      },
      { heading: 'How many' },
      'A Hybrid Connection may be shared by several apps, and an app may have several of them, in different networks. An App Service plan has room for 5 endpoints (Basic) or 25 (Standard); in Premium and Isolated plans each app may have 220. One that 5 apps of a plan use counts once.',
    ],
  },
  sqlServer: {
    title: 'SQL Server',
    blocks: [
      'SQL Server needs a fixed TCP port, and a few words of a connection string can’t be used.',
      {
        rows: [
          {
            name: 'Named instances',
            text: 'They take a dynamic port and are found by SQL Server Browser, over UDP. Give the instance a fixed port: SQL Server Configuration Manager, TCP/IP, IP Addresses, IPAll, empty TCP Dynamic Ports, fill TCP Port. Restart it.',
          },
          {
            name: 'SQL Server Express',
            text: 'TCP/IP is off at first. Turn it on in SQL Server Configuration Manager, with a fixed port, and restart the service.',
          },
          { name: 'In the app', text: 'Name the port after a comma, not the instance:' },
        ],
      },
      { code: 'Server=sql01.corp.contoso.com,1433;Database=payroll;Encrypt=True' },
      {
        rows: [
          {
            name: 'MultiSubnetFailover=true',
            text: 'Isn’t supported: it needs all addresses of a cluster. Leave it out.',
          },
          { name: 'ApplicationIntent=ReadOnly', text: 'Isn’t supported. Leave it out.' },
          {
            name: 'Sign-in',
            text: 'An app in Azure isn’t in your domain, so SQL authentication is mostly needed.',
          },
          {
            name: 'Rights',
            text: 'The Hybrid Connection gives none. Who may do what is decided between app and database, as always.',
          },
        ],
      },
    ],
  },
  ports: {
    title: 'Ports, old and new',
    blocks: [
      'All connections are made from here to the outside. No incoming port is needed, in no firewall.',
      { heading: 'This program' },
      {
        rows: [
          {
            name: '443',
            text: 'To Azure Relay, *.servicebus.windows.net: everything, as WebSockets over TLS. Through your proxy where one is set.',
          },
          { name: 'Your service’s', text: 'From this computer to each endpoint, like 1433 for SQL Server.' },
          {
            name: '443',
            text: 'To Azure’s sign-in and Resource Manager, while somebody chooses or changes something in Azure; and once a day to the feed of newer versions, unless that is off.',
          },
        ],
      },
      'DNS must know the namespace and the endpoints on this computer.',
      { heading: 'Older managers' },
      'BizTalk Hybrid Connections, and managers of that time, asked for more. No firewall needs these rules for this program:',
      {
        rows: [
          { name: '80', text: 'To check certificates, and for some data.' },
          { name: '443', text: 'HTTPS; data and control where the other ports were closed.' },
          { name: '5671', text: 'Control, while data took 9352. Fell back to 443.' },
          { name: '9352', text: 'Data, both ways. Fell back to 443.' },
          { name: '9350–9354', text: 'The range for data: 9350 was tried, then 9352 used.' },
        ],
      },
      'For them 443 was the slower way. Here it is the only one, and made for it.',
    ],
  },
  tcpping: {
    title: 'What tcpping shows',
    blocks: [
      'In the console of an app (Kudu), tcpping asks whether App Service has a Hybrid Connection for a host and port:',
      { code: 'tcpping sql01.corp.contoso.com:1433' },
      'An answer shows that there is one. It doesn’t show that a host listens or that the service answers: tcpping gets its answer even when the service is off.',
      { heading: 'What shows more' },
      {
        list: [
          'Here: {connected} is the way to Azure, {reachable} the way to the service.',
          '{test} dials the service from this computer, as a session would.',
          'Connect from the app with its own client. Each attempt stands in the details here, under {sessions}, with why it ended.',
          'No attempt there? The app connects by another name or port than the endpoint’s, or by an IP address.',
        ],
      },
    ],
  },
  availability: {
    title: 'High availability',
    blocks: [
      'A host serves many Hybrid Connections, and a Hybrid Connection may be served by many hosts, with up to 25 listeners in all.',
      {
        list: [
          'Add the same one on at least 2 computers. Each has its own network, power and restarts.',
          'Azure hands each new session to a listener picked at random. There is no first and no standby one, and open sessions don’t move.',
          'When a host stops, new sessions go to the others at once; its open sessions may finish first. Restart or update 1 host after another.',
          '{thisHostOnly} below {connected} means that no other host listens.',
        ],
      },
      '{azureMenu}, {copyGatewayString} in the menu of a row gives what the other computer needs. Paste it there with {enterManually}.',
      'Azure bills listeners: 5 Hybrid Connections on 2 hosts are 10.',
    ],
  },
  status: {
    title: 'What the states mean',
    blocks: [
      'Green: all is well. Amber: this host is working on it. Red: somebody has to act. Grey: off, or not known yet.',
    ],
  },
  shortcuts: { title: 'Keyboard shortcuts', blocks: [] },
});

export const helpStatusTexts: Readonly<Record<AzureStatus, string>> = localised({
  connected: 'Azure hands sessions to this host. Green only while the endpoint answers, too.',
  connecting: 'This host is opening its channel to Azure.',
  notConnected: 'Azure can’t be reached. This host tries again by itself; red when waiting won’t help.',
  unauthorized: 'Azure refuses the key. Paste the new one.',
  notFound: 'It was deleted or renamed in Azure.',
  blockedByPolicy: 'The policy of this host doesn’t allow its endpoint.',
  keyNeeded: 'The stored key can’t be read on this account or computer. Paste it again.',
  cantStart: 'Something is missing, like the endpoint in Azure. Details say what.',
  stopping: 'Open sessions may finish; new ones aren’t taken.',
  stopped: 'Off on this host, by choice. Other hosts go on.',
  discontinued: 'BizTalk Hybrid Connections ended on 31 May 2018. Replace it.',
  unknown: 'The host that runs it isn’t answering.',
});

export const helpEndpointStatusTexts: Readonly<Record<EndpointStatus, string>> = localised({
  reachable: 'The service took a connection from this computer.',
  unreachable: 'It didn’t. Details say why: name, network, firewall, or the service itself.',
  checking: 'It is being dialled.',
  notChecked: 'Nobody dialled it yet, or the connection is off.',
});

export const helpStatusHeadTexts = localised({
  azure: 'Status: the way to Azure',
  endpoint: 'Endpoint status: the way to your service',
} as const satisfies Record<string, string>);
