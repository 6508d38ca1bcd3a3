import { describe, expect, it } from 'vitest';
import { practiceAuthor } from '../../electron/contract/practice-author.ts';
import { sampleView } from '../testing/sample-views.ts';
import { azureActionsFor } from './azure-row-actions.ts';

const usual = { number: 1, name: 'payroll-sql' };

describe('azureActionsFor', () => {
  it('offers everything, also of one that was added by a connection string', () => {
    expect(azureActionsFor(sampleView(usual))).toEqual([
      'openInPortal',
      'copyGatewayString',
      'syncKeys',
      'rotateKeys',
      'endpointInAzure',
      'appsInAzure',
      'deleteInAzure',
    ]);
  });

  it('offers nothing about keys where there is none', () => {
    const entra = { name: 'ada@contoso.com', accountId: '11111111-2222-4333-8444-555555555555' };
    expect(azureActionsFor(sampleView({ ...usual, config: { entra } }))).toEqual([
      'openInPortal',
      'endpointInAzure',
      'appsInAzure',
      'deleteInAzure',
    ]);
  });

  it.each([
    ['BizTalk', sampleView({ ...usual, config: { kind: 'biztalk' } })],
    ['the practice relay', sampleView({ ...usual, config: { addedBy: practiceAuthor } })],
    ['a host that isn’t answering', sampleView({ ...usual, azure: { status: 'unknown' } })],
  ])('offers nothing of %s', (_what, view) => {
    expect(azureActionsFor(view)).toEqual([]);
  });
});
