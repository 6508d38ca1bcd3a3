/**
 * Button, link and menu item of what the host is asked to do. Whoever may not have it done finds them where everybody does;
 * they can have the focus, do nothing and say why (design §17).
 */
import {
  Button,
  Link,
  MenuItem,
  Tooltip,
  type ButtonProps,
  type MenuItemProps,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { CallName } from '../../electron/contract/api.ts';
import { useWhyNot } from './use-why-not.ts';

interface Needs {
  /** The call that it leads to; null: nothing that anybody could lack the right for. */
  readonly needs: CallName | null;
}

export function HostButton({ needs, disabledFocusable = false, ...props }: ButtonProps & Needs) {
  const reason = useWhyNot(needs);
  return (
    <WhyNot reason={reason}>
      <Button {...props} disabledFocusable={disabledFocusable || reason !== null} />
    </WhyNot>
  );
}

interface HostTextLinkProps extends Needs {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function HostTextLink({ needs, onClick, children }: HostTextLinkProps) {
  const reason = useWhyNot(needs);
  return (
    <WhyNot reason={reason}>
      <Link as="button" disabledFocusable={reason !== null} onClick={onClick}>
        {children}
      </Link>
    </WhyNot>
  );
}

export function HostMenuItem({ needs, disabled = false, ...props }: MenuItemProps & Needs) {
  const reason = useWhyNot(needs);
  return (
    <WhyNot reason={reason} beside>
      <MenuItem {...props} disabled={disabled || reason !== null} />
    </WhyNot>
  );
}

interface WhyNotProps {
  readonly reason: string | null;
  /** Where it would else lie on the item above. */
  readonly beside?: true;
  readonly children: ReactElement;
}

function WhyNot({ reason, beside, children }: WhyNotProps) {
  if (reason === null) return children;
  return (
    <Tooltip relationship="description" content={reason} positioning={beside ? 'after' : 'above'}>
      {children}
    </Tooltip>
  );
}
