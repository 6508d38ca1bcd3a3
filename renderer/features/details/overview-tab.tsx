/** Overview: what isn't good and what to do, the path, the table of details. */
import type { ReactNode } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { EndpointCallout, RefusedKeyCallout } from './change-callouts.tsx';
import { DetailsList } from './details-list.tsx';
import { useEndpointTest, viewWhileTesting } from './endpoint-test.ts';
import { LimitCallout } from './limit-callout.tsx';
import { LimitsList } from './limits-list.tsx';
import { PathSection } from './path-section.tsx';
import { ProblemCallout } from './problem-callout.tsx';
import { useSessionHistory } from './use-session-history.ts';

export interface OverviewTabProps {
  readonly view: ConnectionView;
  /** Below the details. */
  readonly children?: ReactNode;
}

export function OverviewTab({ view, children }: OverviewTabProps) {
  const { value: history } = useSessionHistory(view.config.id);
  const test = useEndpointTest(view);
  return (
    <>
      <ProblemCallout view={view} test={test} />
      <RefusedKeyCallout view={view} />
      <EndpointCallout view={view} />
      <LimitCallout view={view} />
      <PathSection view={viewWhileTesting(view, test.isTesting)} history={history} />
      <DetailsList view={view} />
      {children}
      <LimitsList view={view} />
    </>
  );
}
