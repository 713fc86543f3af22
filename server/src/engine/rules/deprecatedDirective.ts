import { inRaw } from '../evaluation/directive.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** A name that httpd still takes, but that is old: there is a better one, or it does nothing any more. */
export const deprecatedDirective: Rule = {
  code: 'deprecated-directive',
  directive({ entry, step, name }) {
    if (entry?.state === undefined || entry.state === 'refused') return [];
    const message = `\`${entry.name}\` ${entry.state === 'no-op' ? 'has no effect any more' : 'is old'}.`;
    return [{ span: inRaw(step, name), message: entry.old?.note ? `${message} ${entry.old.note}` : message }];
  },
  fixes(context) {
    const rename = context.directive?.entry?.old?.rename;
    return rename === undefined
      ? []
      : [renameFix(context, rename.replace(/[<>]/g, ''), { preferred: true, safe: false })];
  },
};
