import { allModules } from '../catalogue/catalogue.ts';
import { inRaw } from '../evaluation/directive.ts';
import { isKnownMethod } from '../kinds/methods.ts';
import { anyLoaded, isClosedWorld, isLoose } from '../kinds/world.ts';
import type { Rule } from './rule.ts';

/** A method in a `.htaccess` that the main configuration has not made known to httpd (httpd-config 5.5). */
export const methodInHtaccess: Rule = {
  code: 'method',
  keys: ['<limit', '<limitexcept'],
  directive({ words, step }, ask) {
    if (!step.place.htaccess || isLoose(ask) || !isClosedWorld(ask)) return [];
    const unknown = words.find(({ hole, value }) => !hole && !isKnownMethod(value.text, ask));
    if (!unknown || anyLoaded(ask, OTHERS) !== 'no') return [];
    return [
      {
        span: inRaw(step, unknown.span),
        message: `httpd does not know the method \`${unknown.value.text}\`.`,
        why: 'In a `.htaccess` it takes no new ones; `RegisterHttpMethod` in the main configuration makes one known.',
      },
    ];
  },
};

/** Modules of others may make methods known. */
const OTHERS = [...allModules()].filter(({ thirdParty }) => thirdParty).map(({ identifier }) => identifier);
