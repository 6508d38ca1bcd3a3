/** English texts of the first run and of the practice relay (design §11). */
import { localised } from '../localised.ts';
import type { DemoState } from '../../shell-api.ts';
import type { MessageText } from '../message-text.ts';

export const firstRunTexts = localised({
  drawing: 'From your app through Azure Relay and this host to your service',
  app: 'Your app',
  relay: 'Azure Relay',
  host: 'This host',
  service: 'Your service',
  title: 'Connect a private service to Azure',
  text: 'A Hybrid Connection lets an app in Azure reach one host and port in your network. This host only dials out on port 443; no firewall port is opened.',
  enterManually: 'Enter Manually',
  enterManuallyHint: 'Paste the gateway connection string that someone sent you.',
  configure: 'Sign in and choose',
  configureHint: 'Sign in with Azure and tick Hybrid Connections of a subscription.',
  import: 'Bring connections from another Hybrid Connection Manager',
  tryIt: 'Try it with the local relay',
  tryItHint: 'A practice relay on this computer. No Azure account needed.',
} as const satisfies Record<string, string>);

export const demoDialogTexts = localised({
  title: 'Try it with the local relay',
  intro:
    'Everything runs on this computer: a relay that stands in for Azure, a private web service, and an app that asks it.',
  steps: 'Steps',
  endPractice: 'End practice',
  ending: 'Ending…',
  tryAgain: 'Try again',
  ended: 'Practice ended.',
  url: 'Address',
  tryUrl: 'Open this address in a browser, or ask it with curl. Each request goes the whole way.',
  goesOn: 'It goes on until you end practice or quit this app.',
} as const satisfies Record<string, string>);

type DemoStepName = DemoState['steps'][number]['step'];

interface DemoStepText {
  /** Before and while it is done. */
  readonly todo: string;
  readonly done: MessageText;
}

export const demoStepTexts: Readonly<Record<DemoStepName, DemoStepText>> = localised({
  relay: {
    todo: 'Start a relay that stands in for Azure',
    done: [
      'A local relay listens on localhost:{port}. It stands in for Azure.',
      'A local relay runs. It stands in for Azure.',
    ],
  },
  service: {
    todo: 'Start a private web service',
    done: [
      'A private web service runs on {endpoint}. Only this computer reaches it.',
      'A private web service runs. Only this computer reaches it.',
    ],
  },
  added: {
    todo: 'Add its gateway connection string to this host',
    done: [
      'Its gateway connection string is added to this host, as {name}.',
      'Its gateway connection string is added to this host.',
    ],
  },
  connected: {
    todo: 'Connect this host with the relay',
    done: [
      '{name}: {status}, endpoint {endpointStatus}.',
      'This host is connected, and the endpoint answers.',
    ],
  },
  sender: {
    todo: 'Start the sender, the app’s side',
    done: [
      'The sender, the app’s side, listens on 127.0.0.1:{port}.',
      'The sender, the app’s side, is ready.',
    ],
  },
  answered: {
    todo: 'Send a request the whole way',
    done: [
      'A request went sender → relay → host → service and back ({status}, {time}).',
      'A request went sender → relay → host → service and back.',
    ],
  },
});

export const demoStepStateTexts = localised({
  done: 'done',
  running: 'being done',
  waiting: 'to do',
  stuck: 'not done',
} as const satisfies Record<string, string>);
