import { inRaw } from '../evaluation/directive.ts';
import type { Step } from '../evaluation/step.ts';
import { nameWord } from '../syntax/line.ts';
import type { FactHere, Rule } from './rule.ts';

/** A line of a file that is never read. */
const UNREAD = 'unread';

/** A `.htaccess` that httpd never looks for (httpd-config 5.5). */
export const htaccessIgnored: Rule = {
  code: 'htaccess-ignored',
  needs: [UNREAD],
  file([first]) {
    if (!first) return [];
    const { ref, place, span } = first;
    const said = place.offers[0]?.grant?.said ?? '';
    return [{ ref, place, span, message: 'httpd never reads this file, so nothing in it has an effect.', why: said }];
  },
};

/** A fact of a line in such a file; used by the dispatcher, which asks no rule there. */
export function unreadFacts(step: Step): FactHere[] {
  const { form, text } = step.line;
  if (form !== 'directive' && form !== 'open') return [];
  return [{ kind: UNREAD, value: '', span: inRaw(step, nameWord(text.text)) }];
}
