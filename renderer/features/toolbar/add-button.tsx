/** The primary button: adds a connection, with the other ways to do it beside it (design §6). */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SplitButton,
  Tooltip,
  makeStyles,
  type MenuButtonProps,
  type MenuTriggerChildProps,
  type SplitButtonProps,
  type TooltipTriggerProps,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { callOfDialog } from '../../components/needed-call.ts';
import { shortcutText, withShortcut } from '../../components/shortcuts.ts';
import { useWhyNot } from '../../components/use-why-not.ts';
import { useServices, useShell } from '../../services.tsx';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

export function AddButton({ isShort }: { readonly isShort: boolean }) {
  const styles = useStyles();
  const { ui } = useServices();
  const platform = useShell(({ app }) => app?.platform ?? '');
  const whyNot = useWhyNot(callOfDialog.configure);
  const hint = withShortcut(toolbarTexts.configure, 'configure', platform);
  const configure = (): void => ui.openDialog({ kind: 'configure' });
  const enterManually = (): void => ui.openDialog({ kind: 'enterManually' });
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        {(triggerProps: MenuTriggerChildProps) => (
          <Tooltip relationship="description" content={whyNot === null ? hint : `${hint}: ${whyNot}`}>
            {({ 'aria-describedby': description, ...hovered }: TooltipTriggerProps) => (
              <SplitButton
                {...(hovered as SplitButtonProps)}
                className={styles.button}
                appearance="primary"
                disabledFocusable={whyNot !== null}
                icon={<AddRegular />}
                menuButton={menuButtonProps(triggerProps)}
                primaryActionButton={{
                  onClick: configure,
                  // Around the two buttons nobody would hear it.
                  ...(description === undefined ? {} : { 'aria-describedby': description }),
                  'aria-keyshortcuts': shortcutText('configure', platform),
                }}
              >
                {isShort ? toolbarTexts.add : toolbarTexts.configure}
              </SplitButton>
            )}
          </Tooltip>
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem secondaryContent={shortcutText('enterManually', platform)} onClick={enterManually}>
            {toolbarTexts.enterManually}
          </MenuItem>
          <MenuItem
            secondaryContent={shortcutText('import', platform)}
            onClick={() => ui.openDialog({ kind: 'import' })}
          >
            {toolbarTexts.import}
          </MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'createInAzure' })}>
            {toolbarTexts.createInAzure}
          </MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'demo' })}>{toolbarTexts.tryLocalRelay}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => ui.openDialog({ kind: 'accounts' })}>{toolbarTexts.accounts}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Fluent's types of a menu's trigger and of this button say the same in ways that exact optional properties keep apart. */
function menuButtonProps(triggerProps: MenuTriggerChildProps): MenuButtonProps {
  return { ...(triggerProps as MenuButtonProps), 'aria-label': toolbarTexts.moreWaysToAdd };
}
