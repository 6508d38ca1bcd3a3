/**
 * Colours by tone (design §4): who has to act. Icons keep the saturated token in both themes; words take the one that is
 * readable on rows, hover and selection. In forced colours the system's own colours stand, shapes and words tell.
 */
import { tokens } from '@fluentui/react-components';
import type { Tone } from '../../electron/contract/status.ts';

export interface ToneColors {
  readonly icon: string;
  readonly text: string;
}

export const toneColors: Readonly<Record<Tone, ToneColors>> = {
  good: { icon: tokens.colorStatusSuccessForeground1, text: tokens.colorNeutralForeground1 },
  watch: { icon: tokens.colorStatusWarningForeground3, text: tokens.colorStatusWarningForeground1 },
  // Danger's Foreground1 is too dark for words on dark rows.
  act: { icon: tokens.colorStatusDangerForeground1, text: tokens.colorStatusDangerForeground3 },
  quiet: { icon: tokens.colorNeutralForeground3, text: tokens.colorNeutralForeground2 },
};
