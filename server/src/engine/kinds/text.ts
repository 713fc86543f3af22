import type { Kind } from './kind.ts';

/** Text that httpd takes as it stands. */
export const text: Kind = {
  id: 'text',
  parse: () => [],
  suggest: () => [],
};
