/** English texts of the demo: one line for each step that a person can follow. */
import { localised } from '../localised.ts';

export const demoTexts = localised({
  relay: '1. A local relay listens on localhost:{port}. It stands in for Azure.',
  service: '2. A private web service runs on {endpoint}. Only this computer reaches it.',
  added: '3. Its gateway connection string is added to a host with a temporary data folder, {folder}.',
  connected: '4. {name}: {status}, endpoint {endpointStatus}.',
  sender: '5. The sender, the app’s side, listens on 127.0.0.1:{port}.',
  answered: '6. A request went sender → relay → host → service and back ({status}, {time}): {text}',
  tryIt: 'Try it: curl {url}   Ctrl+C ends it.',
} as const);
