import { partInRaw } from '../evaluation/directive.ts';
import { compareVersion } from '../base/version.ts';
import { KEYS } from '../kinds/world.ts';
import type { Rule } from './rule.ts';

const RESTRICTED = ['file', 'filesize'];

/** Of the older ones, up to 2.4.67, CVE-2026-44119 says that a `.htaccess` can read files in this way. */
const SINCE = '2.4.68';

/** Functions that read files, in an expression of a `.htaccess` (httpd-config 5.5). */
export const restrictedFunction: Rule = {
  code: 'expression',
  directive({ step, words, parts }, ask) {
    if (!step.place.htaccess) return [];
    const truth = compareVersion(ask(KEYS.version), '>=', SINCE);
    if (truth === 'no') return [];
    return words.flatMap((word, index) =>
      (parts[index] ?? [])
        .filter(({ role, key }) => role === 'function' && RESTRICTED.includes(key ?? ''))
        .map((part) => ({
          span: partInRaw(step, word, part),
          ...(truth === 'maybe' && { severity: 'warning' as const }),
          message: `\`${part.key ?? ''}\` cannot be used in \`.htaccess\`.`,
          why: `httpd ${SINCE} and newer refuse it there, so that the owner of a folder cannot read other files.`,
        })),
    );
  },
};
