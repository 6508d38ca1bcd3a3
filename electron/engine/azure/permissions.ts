/**
 * What an account may do at a place in Azure, as Microsoft.Authorization tells it: actions with wildcards, less those that are
 * taken out again. Pure but for the question's address.
 */
import { z } from 'zod';
import type { ArmQuestion } from './arm-client.ts';

const permissionSchema = z.object({
  actions: z.array(z.string()).nullish(),
  notActions: z.array(z.string()).nullish(),
});

export type Permission = z.infer<typeof permissionSchema>;

export const readConnectionKeys =
  'Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action';
export const readNamespaceKeys = 'Microsoft.Relay/namespaces/authorizationRules/listKeys/action';

/** @param scope path of a resource, with a slash at its front, segments encoded. */
export function permissionsQuestion(scope: string, name: string): ArmQuestion<Permission> {
  return {
    path: `${scope}/providers/Microsoft.Authorization/permissions`,
    apiVersion: '2022-04-01',
    answer: permissionSchema,
    name,
  };
}

/** One assignment that gives it is enough; what another one takes out counts for that one alone. */
export function isPermitted(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) => matchesAny(actions ?? [], action) && !matchesAny(notActions ?? [], action),
  );
}

function matchesAny(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

/** `*` stands for any characters. Without an expression made of what came from outside: its time has a bound. */
function matches(pattern: string, action: string): boolean {
  const [front = '', ...rest] = pattern.split('*');
  const back = rest.pop();
  if (back === undefined) return pattern === action;
  if (!action.startsWith(front)) return false;
  let from = front.length;
  for (const piece of rest) {
    const at = action.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return action.length - back.length >= from && action.endsWith(back);
}
