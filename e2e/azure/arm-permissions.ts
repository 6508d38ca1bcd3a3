/** Microsoft.Authorization of the ARM server: what the caller may do at a resource, as its roles there say. */
import { ok, paramOf, type ArmRequest } from './arm-request.ts';
import type { ArmRoute } from './arm-router.ts';
import type { AzureWorld } from './azure-world.ts';

const versions = ['2015-07-01', '2018-07-01', '2022-04-01'];
const permissions = 'providers/Microsoft.Authorization/permissions';
const scopes = [
  '/subscriptions/{subscription}/resourcegroups/{group}',
  '/subscriptions/{subscription}/resourcegroups/{group}/providers/{provider}/{type}/{name}',
  '/subscriptions/{subscription}/resourcegroups/{group}/providers/{provider}/{type}/{name}/{child}/{part}',
];

/** Roles as Azure defines them, as far as the world tells them apart. */
const granted = {
  all: {
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'],
  },
  read: { actions: ['*/read'], notActions: [] },
} as const;

export function permissionRoutes(world: AzureWorld): readonly ArmRoute[] {
  return scopes.map((scope) => ({
    method: 'GET',
    path: `${scope}/${permissions}`,
    versions,
    handle: (request) => ok({ value: permissionsOf(world, request, scope), nextLink: null }),
  }));
}

/** Everybody may ask; who has no role there gets none. */
function permissionsOf(world: AzureWorld, request: ArmRequest, scope: string): readonly object[] {
  const place = scope.replaceAll(/\{(\w+)\}/g, (_blank, name: string) => paramOf(request, name));
  const { objectId } = request.caller;
  const may = (action: string): boolean => world.mayDo(objectId, action, place);
  if (may('any/write')) return [granted.all];
  return may('any/read') ? [granted.read] : [];
}
