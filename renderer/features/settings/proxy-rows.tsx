/** The proxy's password, which goes in and never comes out, and a try of the way to Azure as it is set now. */
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { formatDuration } from '../../../electron/contract/format.ts';
import { joinLines } from '../../../electron/contract/messages/join-texts.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { ownRowTexts, ownValueTexts } from '../../../electron/contract/messages/texts/settings-page.ts';
import type { NamespaceTest } from '../../../electron/contract/namespace-test.ts';
import type { WindowCallOutput } from '../../../electron/contract/shell-api.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { FixedRow, SettingRow } from '../../components/settings/setting-row.tsx';
import { useSaving } from '../../components/settings/use-saving.ts';
import { TestAnswerLine } from '../../components/test-answer-line.tsx';
import type { TestAnswer } from '../../components/test-answer.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useHostRead, type HostSource } from '../../components/host-read.ts';
import { useBridge, useConnections } from '../../services.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  password: { flexGrow: 1, minWidth: 0 },
  button: { alignSelf: 'flex-start', flexShrink: 0 },
});

export function ProxyPasswordRow() {
  const styles = useStyles();
  const bridge = useBridge();
  const saving = useSaving();
  const whyNot = useWhyNot('proxy.setPassword');
  const [typed, setTyped] = useState('');
  /** What was set here counts until it was read anew. */
  const [kept, setKept] = useState<{ readonly isStored: boolean; readonly since: object | null } | null>(
    null,
  );
  // The host forgets it with its proxy.
  const source = useMemo<HostSource<WindowCallOutput<'proxy.get'>>>(
    () => ({ read: () => bridge.call('proxy.get', {}), poll: true }),
    [bridge],
  );
  const { value } = useHostRead(source);
  // The settings beside it say that the host can't be asked.
  if (value === null) return null;
  const isStored = kept?.since === value ? kept.isStored : value.hasPassword;
  const state = isStored ? ownValueTexts.stored : ownValueTexts.notStored;
  if (whyNot !== null) return <FixedRow {...ownRowTexts.password} value={state} />;

  async function set(password: string | null): Promise<void> {
    const isSet = await saving.run(() => bridge.call('proxy.setPassword', { password }));
    if (!isSet) return;
    setKept({ isStored: password !== null, since: value });
    setTyped('');
  }

  return (
    <SettingRow {...ownRowTexts.password} saving={saving}>
      {(ids) => (
        <div className={styles.fields}>
          <Input
            {...ids}
            type="password"
            className={styles.password}
            value={typed}
            placeholder={isStored ? ownValueTexts.stored : ownValueTexts.newPassword}
            autoComplete="off"
            onChange={(_event, data) => setTyped(data.value)}
            onKeyDown={(event) => {
              if (typed === '') return;
              if (event.key === 'Enter') void set(typed);
              if (event.key !== 'Escape') return;
              // Else the page would close.
              event.preventDefault();
              event.stopPropagation();
              setTyped('');
            }}
          />
          {typed !== '' && <Button onClick={() => void set(typed)}>{ownValueTexts.keep}</Button>}
          {typed === '' && isStored && <Button onClick={() => void set(null)}>{ownValueTexts.forget}</Button>}
        </div>
      )}
    </SettingRow>
  );
}

export function ProxyTestRow() {
  const styles = useStyles();
  const bridge = useBridge();
  const whyNot = useWhyNot('namespaces.test');
  const target = useConnections(({ views }) => {
    const [first] = views.values();
    return first === undefined ? null : first.config;
  });
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  if (whyNot !== null) return null;
  if (target === null) return <FixedRow {...ownRowTexts.proxyTest} value={ownValueTexts.noNamespace} />;

  async function test(host: string, port: number, caPem: string | null): Promise<void> {
    setBusy(true);
    setAnswer(null);
    try {
      const input = { host, port, ...(caPem === null ? {} : { caPem }) };
      setAnswer(answerOf(host, await bridge.call('namespaces.test', input)));
    } catch (error) {
      setAnswer(failed(toErrorData(error)));
    }
    setBusy(false);
  }

  const { host, port, caPem } = target;
  return (
    <SettingRow {...ownRowTexts.proxyTest}>
      {() => (
        <>
          <div className={styles.button}>
            <BusyButton
              busy={busy}
              appearance="secondary"
              label={ownValueTexts.test}
              busyLabel={ownValueTexts.testing}
              onClick={() => void test(host, port, caPem)}
            />
          </div>
          <TestAnswerLine answer={answer} />
        </>
      )}
    </SettingRow>
  );
}

function answerOf(host: string, { problem, dialMs, via }: NamespaceTest): TestAnswer {
  if (problem !== null) return failed(problem);
  const reached = { host, duration: formatDuration(dialMs) };
  const text =
    via === null
      ? fillText(ownValueTexts.reached, reached)
      : fillText(ownValueTexts.reachedBy, { ...reached, proxy: via });
  return { tone: 'good', text, code: null };
}

function failed(error: ErrorData): TestAnswer {
  const { title, cause, code } = describeError(error);
  return { tone: 'act', text: joinLines([title, cause]), code };
}
