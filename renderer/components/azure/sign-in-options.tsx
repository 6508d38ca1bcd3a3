/** More options of a sign-in: who signs in, to which tenant and cloud, and a service principal's credential. */
import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { azureClouds } from '../../../electron/contract/azure-place.ts';
import {
  azureAccountKindTexts,
  azureCloudTexts,
  azureSignInPanelTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { maxCertificateLength, type SignInForm, type wrongFields } from './sign-in-form.ts';

export interface SignInOptionsProps {
  readonly form: SignInForm;
  /** Shown as wrong. */
  readonly wrong: ReturnType<typeof wrongFields>;
  /** An account that signs in again stays who it is. */
  readonly isAgain: boolean;
  readonly onChange: (change: Partial<SignInForm>) => void;
}

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    width: '100%',
    // Two belong beside each other, not four.
    maxWidth: '640px',
  },
  whole: { gridColumn: '1 / -1' },
  // In a narrow window they stand on two lines, and no word is broken.
  kinds: { flexWrap: 'wrap', '& label': { whiteSpace: 'nowrap' } },
  file: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function SignInOptions({ form, wrong, isAgain, onChange }: SignInOptionsProps) {
  const styles = useStyles();
  const { as } = form;
  const isService = as === 'servicePrincipal';
  const error = (field: (typeof wrong)[number], text: string) =>
    wrong.includes(field) ? { validationMessage: text } : {};
  return (
    <div className={styles.fields}>
      {!isAgain && (
        <Field label={azureSignInPanelTexts.signInAs} className={styles.whole}>
          <RadioGroup
            layout="horizontal"
            className={styles.kinds}
            value={as}
            onChange={(_event, { value }) => onChange({ as: kindOf(value) })}
          >
            {kinds.map((kind) => (
              <Radio key={kind} value={kind} label={azureAccountKindTexts[kind]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {as !== 'managedIdentity' && (
        <Field
          label={azureSignInPanelTexts.tenant}
          required={isService}
          hint={isService ? azureSignInPanelTexts.tenantNeeded : azureSignInPanelTexts.tenantHint}
          {...error('tenant', azureSignInPanelTexts.tenantWrong)}
        >
          <Input
            value={form.tenant}
            maxLength={256}
            onChange={(_event, { value }) => onChange({ tenant: value })}
          />
        </Field>
      )}
      {as !== 'user' && (
        <Field
          label={azureSignInPanelTexts.clientId}
          required={isService}
          {...(isService ? {} : { hint: azureSignInPanelTexts.clientIdHint })}
          {...error('clientId', azureSignInPanelTexts.clientIdWrong)}
        >
          <Input
            value={form.clientId}
            maxLength={64}
            onChange={(_event, { value }) => onChange({ clientId: value })}
          />
        </Field>
      )}
      {isService && <Credential form={form} wrong={wrong} onChange={onChange} />}
      {!isAgain && (
        <Field label={azureSignInPanelTexts.cloud}>
          <Select
            value={form.cloud ?? ''}
            onChange={(_event, { value }) =>
              onChange({ cloud: azureClouds.find((one) => one === value) ?? null })
            }
          >
            <option value="">{azureSignInPanelTexts.cloudAsSet}</option>
            {azureClouds.map((cloud) => (
              <option key={cloud} value={cloud}>
                {azureCloudTexts[cloud]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

function Credential({ form, wrong, onChange }: Omit<SignInOptionsProps, 'isAgain'>) {
  const isSecret = form.credential === 'secret';
  return (
    <>
      <Field label={azureSignInPanelTexts.credential}>
        <RadioGroup
          layout="horizontal"
          value={form.credential}
          onChange={(_event, { value }) =>
            onChange({ credential: value === 'secret' ? 'secret' : 'certificate' })
          }
        >
          <Radio value="secret" label={azureSignInPanelTexts.secret} />
          <Radio value="certificate" label={azureSignInPanelTexts.certificate} />
        </RadioGroup>
      </Field>
      {isSecret ? (
        <Field
          label={azureSignInPanelTexts.secret}
          required
          hint={azureSignInPanelTexts.keyStays}
          {...(wrong.includes('secret') ? { validationMessage: azureSignInPanelTexts.secretMissing } : {})}
        >
          <Input
            type="password"
            autoComplete="off"
            maxLength={4096}
            value={form.secret}
            onChange={(_event, { value }) => onChange({ secret: value })}
          />
        </Field>
      ) : (
        <CertificateFile
          name={form.certificateName}
          isMissing={wrong.includes('certificate')}
          onChange={onChange}
        />
      )}
    </>
  );
}

interface CertificateFileProps {
  readonly name: string;
  readonly isMissing: boolean;
  readonly onChange: SignInOptionsProps['onChange'];
}

function CertificateFile({ name, isMissing, onChange }: CertificateFileProps) {
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function read(chosen: HTMLInputElement): Promise<void> {
    const file = chosen.files?.[0];
    if (file === undefined) return;
    const { text, problem } = await readCertificate(file);
    // The same file can be chosen again, once it is another.
    chosen.value = '';
    setTrouble(problem);
    onChange({ certificate: text, certificateName: problem === null ? file.name : '' });
  }

  const missing = isMissing ? azureSignInPanelTexts.certificateMissing : null;
  const problem = trouble ?? missing;
  return (
    <Field
      label={azureSignInPanelTexts.certificateFile}
      required
      hint={azureSignInPanelTexts.keyStays}
      {...(problem === null ? {} : { validationMessage: problem })}
    >
      <div className={styles.file}>
        <Button onClick={() => field.current?.click()}>{azureSignInPanelTexts.chooseFile}</Button>
        <Caption1>{name}</Caption1>
        <input
          ref={field}
          type="file"
          hidden
          aria-label={azureSignInPanelTexts.certificateFile}
          accept=".pem,.crt,.cer,.key"
          onChange={({ target }) => void read(target)}
        />
      </div>
    </Field>
  );
}

async function readCertificate(
  file: File,
): Promise<{ readonly text: string; readonly problem: string | null }> {
  if (file.size > maxCertificateLength) return { text: '', problem: azureSignInPanelTexts.fileTooLarge };
  try {
    return { text: await file.text(), problem: null };
  } catch {
    // It was there when it was chosen.
    return { text: '', problem: azureSignInPanelTexts.fileUnreadable };
  }
}

const kinds = ['user', 'servicePrincipal', 'managedIdentity'] as const;

function kindOf(value: string): SignInForm['as'] {
  return kinds.find((kind) => kind === value) ?? 'user';
}
