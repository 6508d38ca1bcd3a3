/** Who uses the window, for the activity list. */
import { userInfo } from 'node:os';

/** Empty where the account has no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
