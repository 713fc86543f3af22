import { inRaw } from '../evaluation/directive.ts';
import { compareVersion } from '../base/version.ts';
import { KEYS, ownDirectiveKey } from '../kinds/world.ts';
import { ofUnknownName } from './nonfatal.ts';
import type { Rule } from './rule.ts';

/** A directive that the httpd of the settings does not have yet. */
export const needsNewerHttpd: Rule = {
  code: 'needs-newer-httpd',
  directive({ entry, key, step, name }, ask) {
    const version = ask(KEYS.version);
    if (version === undefined || entry?.since === undefined || ask(ownDirectiveKey(key))) return [];
    if (compareVersion(version, '>=', entry.since) !== 'no') return [];
    return [
      {
        span: inRaw(step, name),
        message: `\`${entry.name}\` needs httpd ${entry.since} or newer, and this is httpd ${version}.`,
        why: 'httpd refuses a name that it does not know.',
        ...ofUnknownName(step.place),
      },
    ];
  },
};
