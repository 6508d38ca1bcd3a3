/** Apps that use a connection, in a dialog that changes something for them; and afterwards those that couldn't be told. */
import { Body1Strong, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { CallOutput } from '../../../electron/contract/api.ts';
import { affectedAppTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { About } from './use-about.ts';

type ToldApps = CallOutput<'azure.setEndpoint'>['apps'];

const useStyles = makeStyles({
  box: { minHeight: tokens.lineHeightBase300 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: '20px',
    maxHeight: '160px',
    overflowY: 'auto',
  },
  reading: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

export function AffectedApps({ about: { value, problem } }: { readonly about: About }) {
  const styles = useStyles();
  const reason = problem ?? (value?.apps === null ? (value.problems[0] ?? null) : null);
  return (
    <div role="status" className={styles.box}>
      {value === null && problem === null && (
        <span className={styles.reading}>
          <Spinner size="extra-tiny" aria-hidden />
          {affectedAppTexts.reading}
        </span>
      )}
      {(problem !== null || value?.apps === null) && (
        <p>
          {fillText(affectedAppTexts.unknown, {
            problem: reason === null ? '' : describeError(reason).title,
          })}
        </p>
      )}
      {value?.apps?.length === 0 && <p>{affectedAppTexts.none}</p>}
      {value !== null && value.apps !== null && value.apps.length > 0 && (
        <>
          <Body1Strong>{affectedAppTexts.title}</Body1Strong>
          <Lines lines={value.apps.map(({ name }) => name)} />
        </>
      )}
    </div>
  );
}

/** The ones that it didn't reach. */
export function untold(apps: ToldApps): ToldApps {
  return apps.filter(({ problem }) => problem !== null);
}

export function UntoldApps({ apps, text }: { readonly apps: ToldApps; readonly text: string }) {
  const lines = apps.map(({ app, problem }) =>
    problem === null
      ? app.name
      : fillText(affectedAppTexts.notTold, { name: app.name, problem: describeError(problem).title }),
  );
  return (
    <div role="alert">
      <p>{text}</p>
      <Lines lines={lines} />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    // Long lists scroll, which needs the focus to be possible with the keyboard.
    <ul className={styles.list} {...(lines.length > 6 ? { tabIndex: 0 } : {})}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
