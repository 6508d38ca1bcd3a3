/** Adding a connection from the string that somebody sent: good ones, bad ones, and one whose key is wrong. */
import type { Page } from '@playwright/test';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import type { addRowTexts } from '../../../electron/contract/messages/texts/add.ts';
import {
  addAsideTexts,
  addDialogTexts,
  addHeadingTexts,
  addProblemValueTexts,
  addProblemWordTexts,
  addValueTexts,
  addWordTexts,
  replaceKeyDialogTexts,
  thingsMissingTexts,
} from '../../../electron/contract/messages/texts/add.ts';
import { dialogButtonTexts, howToReplaceTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { azureLineTexts, azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { endOfLifeTexts } from '../../../electron/contract/messages/texts/window.ts';
import { describeError } from '../../../electron/contract/messages/describe-error.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { canaries } from '../../fixtures/canaries.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import { Target } from '../../fixtures/target.ts';
import { untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { StringDialog } from '../pages/string-dialog.ts';

type Part = keyof typeof addRowTexts;

test('adds what a string says, and says what a string lacks', async ({ launchApp, stage }) => {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const endpoint = `localhost:${target.port}`;
  const names = ['payroll-sql', 'erp-api', 'old-key'] as const;
  const relay = await RelayProcess.start(
    stage,
    names.map((name) => ({ name, endpoint })),
  );
  const opened = await launchApp({ relay });
  const { page } = opened;
  const window = new MainWindow(page);
  const dialog = new StringDialog(page);
  const add = dialog.button(addDialogTexts.add);
  const good = relay.entity('payroll-sql').gatewayConnectionString;
  const keys = [...relay.entities.flatMap(keysOf), canaries['wrong key']];
  const showsNoKey = (): Promise<void> => expectNoKey(page, keys);

  await test.step('a good string is pasted, read and checked with Azure', async () => {
    await page.getByRole('button', { name: firstRunTexts.enterManually }).click();
    await expect(dialog.heading).toHaveText(addHeadingTexts.emptyAdd);
    await expect(add).toBeDisabled();
    await dialog.paste(opened, good);
    await expect(dialog.heading).toHaveText(addHeadingTexts.readyAdd);
    await expect(dialog.part('name')).toContainText('payroll-sql');
    await expect(dialog.part('namespace')).toContainText(`localhost:${relay.port}`);
    await expect(dialog.part('rule')).toContainText(addAsideTexts.listenOnly);
    await expect(dialog.part('key')).toContainText(fillText(addValueTexts.keyLength, { count: 44 }));
    await expect(dialog.part('endpoint')).toContainText(endpoint);
    await expect(dialog.part('endpoint')).toContainText(
      fillText(addAsideTexts.reachable, { time: '' }).trim(),
    );
    await expect(dialog.part('listeners')).toContainText(addValueTexts.firstListener);
    await showsNoKey();
    expect(await dialog.field.inputValue()).toContain('SharedAccessKey=•');
  });

  const wrong: readonly {
    readonly what: string;
    readonly text: string;
    readonly heading: string;
    readonly said: readonly [Part, string][];
  }[] = [
    {
      what: 'without its key',
      text: good.replace(/SharedAccessKey=[^;]*;/, ''),
      heading: fillCounted(thingsMissingTexts, 1),
      said: [
        ['key', addProblemValueTexts.HCM1010 ?? ''],
        ['key', sentencesOf('HCM1010')],
      ],
    },
    {
      what: 'that may only send',
      text: relay.entity('payroll-sql').sendConnectionString,
      heading: addHeadingTexts.blockedAdd,
      said: [
        ['rule', 'defaultSender'],
        ['rule', addProblemWordTexts.HCM1015 ?? ''],
      ],
    },
    {
      what: 'without its beginning',
      text: good.slice(good.indexOf(';') + 1),
      heading: fillCounted(thingsMissingTexts, 1),
      said: [
        ['namespace', addProblemValueTexts.HCM1005 ?? ''],
        ['namespace', sentencesOf('HCM1005')],
      ],
    },
  ];
  for (const { what, text, heading, said } of wrong) {
    await test.step(`a string ${what} is refused`, async () => {
      await dialog.type(text);
      await expect(dialog.heading).toHaveText(heading);
      for (const [part, words] of said) await expect(dialog.part(part)).toContainText(words);
      await expect(add).toBeDisabled();
      await showsNoKey();
    });
  }

  await test.step('text that is no string is refused', async () => {
    await dialog.type('Please find the string attached.');
    await expect(dialog.heading).toHaveText(addHeadingTexts.blockedAdd);
    await expect(add).toBeDisabled();
  });

  await test.step('the string of a namespace asks for a name', async () => {
    await dialog.paste(opened, good.replace(/;EntityPath=.*$/, ''));
    await expect(dialog.heading).toHaveText(fillCounted(thingsMissingTexts, 1));
    await expect(dialog.part('name')).toContainText(addProblemWordTexts.HCM1008 ?? '');
    await expect(dialog.part('endpoint')).toContainText(addValueTexts.askAzureLater);
    await expect(add).toBeDisabled();
    await dialog.nameField.fill('payroll-sql');
    await expect(dialog.part('endpoint')).toContainText(endpoint);
    await expect(dialog.heading).toHaveText(addHeadingTexts.readyAdd);
    await showsNoKey();
  });

  await test.step('it is added and connects', async () => {
    await dialog.paste(opened, good);
    await expect(dialog.heading).toHaveText(addHeadingTexts.readyAdd);
    await add.click();
    await expect(dialog.root).toBeHidden();
    await expect(window.toasts).toContainText(fillText(addDialogTexts.added, { name: 'payroll-sql' }));
    await untilRowIs(opened, 'payroll-sql', azureWordTexts.connected);
    await expect(window.cell('payroll-sql', 'endpoint')).toContainText(endpoint);
    await showsNoKey();
  });

  await test.step('a second time it offers to replace the key', async () => {
    await window.enterManually();
    await dialog.type(good);
    await expect(dialog.heading).toHaveText(addHeadingTexts.blockedAdd);
    await expect(dialog.part('name')).toContainText(addWordTexts.alreadyHere);
    await expect(add).toBeDisabled();
    await dialog.button(addDialogTexts.replaceKey).click();
    const replace = new StringDialog(page, fillText(replaceKeyDialogTexts.title, { name: 'payroll-sql' }));
    await expect(replace.root).toContainText(replaceKeyDialogTexts.explanation);
    await replace.paste(opened, relay.entity('erp-api').gatewayConnectionString);
    await expect(replace.part('name')).toContainText(
      fillText(replaceKeyDialogTexts.otherName, { other: 'erp-api', name: 'payroll-sql' }),
    );
    await expect(replace.button(replaceKeyDialogTexts.replace)).toBeDisabled();
    await replace.paste(opened, good);
    await expect(replace.heading).toHaveText(addHeadingTexts.readyReplace);
    await replace.button(replaceKeyDialogTexts.replace).click();
    await expect(replace.root).toBeHidden();
    await expect(window.toasts).toContainText(replaceKeyDialogTexts.replaced);
    await untilRowIs(opened, 'payroll-sql', azureWordTexts.connected);
    await showsNoKey();
  });

  await test.step('a wrong key is told before it is added, and in its row afterwards', async () => {
    const { gatewayConnectionString } = relay.entity('old-key');
    const wrongString = gatewayConnectionString.replace(
      /SharedAccessKey=[^;]*/,
      `SharedAccessKey=${canaries['wrong key']}`,
    );
    await window.enterManually();
    await dialog.paste(opened, wrongString);
    await expect(dialog.heading).toHaveText(addHeadingTexts.wontConnect);
    await expect(dialog.part('key')).toContainText(addWordTexts.keyRefused);
    await add.click();
    await untilRowIs(opened, 'old-key', azureWordTexts.unauthorized);
    await expect(window.cell('old-key', 'status')).toContainText(azureLineTexts.unauthorized);
    await showsNoKey();
  });

  await test.step('a BizTalk connection is listed as Discontinued', async () => {
    await window.enterManually();
    await dialog.paste(
      opened,
      `Endpoint=hc://contoso.hybrid.biztalk.windows.net/orders;SharedAccessKeyName=listen;SharedAccessKey=${canaries['wrong key']}`,
    );
    await expect(dialog.heading).toHaveText(addHeadingTexts.discontinued);
    await expect(dialog.part('namespace')).toContainText(addWordTexts.retired);
    await add.click();
    await expect(window.toasts).toContainText(fillText(addDialogTexts.addedDiscontinued, { name: 'orders' }));
    await untilRowIs(opened, 'orders', azureWordTexts.discontinued);
    const strip = page.getByRole('note');
    await expect(strip).toContainText(
      endOfLifeTexts.ended + fillText(endOfLifeTexts.one, { name: 'orders' }),
    );
    await strip.getByRole('button', { name: endOfLifeTexts.howToReplace }).click();
    const how = window.dialog(fillText(howToReplaceTexts.title.one, { name: 'orders' }));
    await expect(how).toContainText(howToReplaceTexts.intro);
    await how.getByRole('button', { name: dialogButtonTexts.close, exact: true }).last().click();
    await expect(how).toBeHidden();
    await showsNoKey();
  });
});

function keysOf(entity: RelayProcess['entities'][number]): readonly string[] {
  return [entity.gatewayConnectionString, entity.sendConnectionString].flatMap(
    (text) => /SharedAccessKey=([^;]*)/.exec(text)?.[1] ?? [],
  );
}

/** Neither in the page's text and attributes, nor in what its fields hold. */
async function expectNoKey(page: Page, keys: readonly string[]): Promise<void> {
  const fields = page.locator('input, textarea');
  const values = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
  const held = [await page.content(), ...values].join('\n');
  // A piece of it is a key that leaks, too.
  expect(keys.filter((key) => held.includes(key.slice(0, 12)))).toEqual([]);
}

/** What happened and what to do, as the rows say it. */
function sentencesOf(code: ErrorCode): string {
  const { title, next } = describeError({ code, details: {} });
  return `${title}. ${next}`;
}
