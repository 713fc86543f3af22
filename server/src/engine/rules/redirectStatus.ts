import { isWholeAddress } from '../base/address.ts';

/** What httpd makes of the first argument of Redirect (httpd-config 8.3; modules/mappers/mod_alias.c, `add_redirect_internal`). */
export interface RedirectStatus {
  /** Whether it is a status at all; else it is a path, or an address. */
  readonly isStatus: boolean;
  /** From 300 to 399: it takes an address. */
  readonly redirects: boolean;
}

/** The statuses that have a name; letter case does not count. */
export const STATUS_NAMES: readonly string[] = ['permanent', 'temp', 'seeother', 'gone'];

export function redirectStatus(text: string): RedirectStatus {
  const name = text.toLowerCase();
  if (STATUS_NAMES.includes(name)) return { isStatus: true, redirects: name !== 'gone' };
  // Anything that begins with a digit; what follows the digits is not looked at.
  if (!/^\d/.test(text)) return { isStatus: false, redirects: true };
  const number = parseInt(text, 10);
  return { isStatus: true, redirects: number >= 300 && number < 400 };
}

/** A whole address, or a path. */
export function isTarget(text: string): boolean {
  return text.startsWith('/') || isWholeAddress(text);
}
