import type { Ask } from '../base/ask.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw } from '../evaluation/directive.ts';
import { isClosedWorld, KEYS, ownDirectiveKey } from '../kinds/world.ts';
import { ofUnknownName } from './nonfatal.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** A name of an older httpd that none of today's modules has. */
export const removedDirective: Rule = {
  code: 'removed-directive',
  directive({ entry, key, step, name }, ask) {
    if (!entry || !isRemoved(entry) || ask(ownDirectiveKey(key))) return [];
    return [
      {
        span: inRaw(step, name),
        ...(mayBeLoaded(entry, ask) && { severity: 'warning' as const }),
        message: `httpd no longer has \`${entry.name}\`.${entry.old?.note ? ` ${entry.old.note}` : ''}`,
        why: 'httpd refuses it.',
        ...(!entry.alwaysRefused && ofUnknownName(step.place)),
      },
    ];
  },
  fixes(context) {
    const rename = context.directive?.entry?.old?.rename;
    return rename === undefined
      ? []
      : [renameFix(context, rename.replace(/[<>]/g, ''), { preferred: true, safe: false })];
  },
};

/** Where a module that nobody knows is loaded, it may have the name. */
function mayBeLoaded(entry: Entry, ask: Ask): boolean {
  return ask(KEYS.unknownModule) !== undefined || (entry.old?.otherModule !== undefined && !isClosedWorld(ask));
}

/** Modules of others may have taken over a name that httpd has dropped. */
function isRemoved(entry: Entry): boolean {
  return entry.state === 'refused' && (entry.modules.length === 0 || entry.alwaysRefused === true);
}
