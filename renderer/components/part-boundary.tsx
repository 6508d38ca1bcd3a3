/** Keeps a fault of one part of the page to that part (design §11). A fault is a bug of ours; the rest goes on working. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { partTexts } from '../../electron/contract/messages/texts/window.ts';
import type { Bridge } from '../bridge.ts';
import { useBridge } from '../services.tsx';

interface Fault {
  readonly error: unknown;
  readonly part: string;
}

export function PartBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary bridge={useBridge()}>{children}</Boundary>;
}

/** A class, because React has no other way to catch what children throw. */
class Boundary extends Component<
  { readonly bridge: Bridge; readonly children: ReactNode },
  { readonly fault: Fault | null }
> {
  override state: { readonly fault: Fault | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { readonly fault: Fault } {
    return { fault: { error, part: '' } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ fault: { error, part: componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <Broken
        onRetry={() => this.setState({ fault: null })}
        onCopy={() =>
          void this.props.bridge.call('app.copy', { text: faultText(fault) }).catch(() => undefined)
        }
      />
    );
  }
}

function Broken(props: { readonly onRetry: () => void; readonly onCopy: () => void }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.broken}>
      <Text>{partTexts.broken}</Text>
      <Button onClick={props.onRetry}>{partTexts.tryAgain}</Button>
      <Button appearance="subtle" onClick={props.onCopy}>
        {partTexts.copyDetails}
      </Button>
    </div>
  );
}

/** Kind and place of the fault. Never its message: that may hold what a person typed. */
export function faultText({ error, part }: Fault): string {
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [name, ...frames, part].join('\n');
}

const useStyles = makeStyles({
  broken: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
  },
});
