import { describe, expect, it } from 'vitest';
import {
  groupNameProblem,
  isSameRegion,
  namespaceNameProblem,
  nameInResourceManager,
} from './azure-names.ts';

describe('the name of a namespace', () => {
  it.each(['contoso-weu', 'abcdef', 'A12345', 'x'.repeat(50)])('may be %s', (name) => {
    expect(namespaceNameProblem(name)).toBeNull();
  });

  it.each([
    ['', 'length'],
    ['short', 'length'],
    ['x'.repeat(51), 'length'],
    ['contoso_weu', 'character'],
    ['contoso.weu', 'character'],
    ['cöntoso', 'character'],
    ['1contoso', 'start'],
    ['-contoso', 'start'],
    ['contoso-', 'end'],
    ['contoso-sb', 'reserved'],
    ['contoso-MGMT', 'reserved'],
  ])('can’t be “%s”: %s', (name, problem) => {
    expect(namespaceNameProblem(name)).toBe(problem);
  });
});

describe('the name of a resource group', () => {
  it.each(['relays', 'Relays_(weu).1', 'größe', 'x'.repeat(90)])('may be %s', (name) => {
    expect(groupNameProblem(name)).toBeNull();
  });

  it.each([
    ['', 'length'],
    ['x'.repeat(91), 'length'],
    ['my relays', 'character'],
    ['a/b', 'character'],
    ['relays.', 'end'],
  ])('can’t be “%s”: %s', (name, problem) => {
    expect(groupNameProblem(name)).toBe(problem);
  });
});

describe('a region', () => {
  it('is the same in both of Azure’s ways to write it', () => {
    expect(isSameRegion('West Europe', 'westeurope')).toBe(true);
    expect(isSameRegion('West Europe', 'North Europe')).toBe(false);
  });
});

it('a slash within the name of a Hybrid Connection is a tilde in Resource Manager', () => {
  expect(['team/sql/1', 'sql.corp-1_a'].map(nameInResourceManager)).toEqual(['team~sql~1', 'sql.corp-1_a']);
});
