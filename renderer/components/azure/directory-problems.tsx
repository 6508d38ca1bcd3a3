/** What couldn't be read of an account: directories beside those that could, or all of it, with the way on. */
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Warning20Filled } from '@fluentui/react-icons';
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import {
  azurePickerTexts,
  azurePickerCountTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import { toneColors } from '../../theme/tones.ts';
import { Callout } from '../callout.tsx';
import { ErrorCallout } from '../error-callout.tsx';
import { signInMends } from './account-trouble.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

type Problems = CallOutput<'azure.subscriptions'>['problems'];

/** More stand behind the number. */
const maxShown = 3;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalS,
  },
  callout: { alignSelf: 'stretch' },
  code: { color: tokens.colorNeutralForeground3 },
});

export interface DirectoryProblemsProps {
  readonly problems: Problems;
  readonly onSignIn: () => void;
  readonly onAgain: () => void;
}

export function DirectoryProblems({ problems, onSignIn, onAgain }: DirectoryProblemsProps) {
  const canSignIn = problems.some(({ problem }) => signInMends(problem));
  const lines = problems.slice(0, maxShown).map(({ tenantName, tenantId, problem }) =>
    fillText(azurePickerTexts.problem, {
      name: tenantName === '' ? (tenantId ?? azurePickerTexts.unnamed) : tenantName,
      title: describeError(problem).title,
    }),
  );
  const codes = [...new Set(problems.map(({ problem }) => problem.code))].join(' ');
  return (
    <Callout
      icon={<Warning20Filled aria-hidden primaryFill={toneColors.watch.icon} />}
      title={fillCounted(azurePickerCountTexts.problems, problems.length)}
      text={joinSentences(lines)}
      actions={
        <>
          {canSignIn && (
            <Button size="small" onClick={onSignIn}>
              {azurePickerTexts.signIn}
            </Button>
          )}
          <Button size="small" appearance={canSignIn ? 'subtle' : 'secondary'} onClick={onAgain}>
            {azurePickerTexts.tryAgain}
          </Button>
          <Codes text={codes} />
        </>
      }
    />
  );
}

function Codes({ text }: { readonly text: string }) {
  const styles = useStyles();
  return <Caption1 className={styles.code}>{text}</Caption1>;
}

export interface PlaceProblemProps {
  readonly problem: ErrorData;
  readonly onAgain: () => void;
  readonly onSignIn?: () => void;
}

export function PlaceProblem({ problem, onAgain, onSignIn }: PlaceProblemProps) {
  const styles = useStyles();
  const canSignIn = onSignIn !== undefined && signInMends(problem);
  return (
    <div className={styles.box}>
      <div className={styles.callout}>
        <ErrorCallout error={problem} />
      </div>
      <Button onClick={canSignIn ? onSignIn : onAgain}>
        {canSignIn ? azurePickerTexts.signIn : azurePickerTexts.tryAgain}
      </Button>
    </div>
  );
}

export function NoSubscriptions() {
  return <Body1>{azurePickerTexts.none}</Body1>;
}
