import { expect, it } from 'vitest';
import { isPermitted, readConnectionKeys } from './permissions.ts';

it.each([
  ['*'],
  ['Microsoft.Relay/*'],
  ['microsoft.relay/namespaces/hybridconnections/authorizationrules/listkeys/ACTION'],
  ['*/listKeys/action'],
  ['Microsoft.Relay/*/authorizationRules/*/action'],
  ['Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action*'],
])('%s permits to read keys', (action) => {
  expect(isPermitted([{ actions: ['Microsoft.Web/*', action] }], readConnectionKeys)).toBe(true);
});

it.each([
  ['*/read'],
  ['Microsoft.Relay'],
  ['Microsoft.Relay/namespaces/authorizationRules/listKeys/action'],
  ['Microsoft.Relay/*/hybridConnections/*/listKeys/listKeys/action'],
  ['Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action/*/x'],
  ['.*'],
  [''],
])('%s doesn’t', (action) => {
  expect(isPermitted([{ actions: [action] }], readConnectionKeys)).toBe(false);
});

it('what an assignment takes out again counts for that one alone', () => {
  const contributorButKeys = { actions: ['*'], notActions: ['Microsoft.Relay/*/listKeys/action'] };
  expect(isPermitted([contributorButKeys], readConnectionKeys)).toBe(false);
  expect(isPermitted([contributorButKeys, { actions: ['Microsoft.Relay/*'] }], readConnectionKeys)).toBe(
    true,
  );
  expect(isPermitted([], readConnectionKeys)).toBe(false);
  expect(isPermitted([{ actions: null, notActions: null }], readConnectionKeys)).toBe(false);
});
