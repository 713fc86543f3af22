import { HOLE, type Ask } from '../base/ask.ts';
import { isAbsolute } from '../base/paths.ts';
import type { Word } from '../kinds/word.ts';
import { inRaw, type Directive } from './directive.ts';
import type { Fact } from './finding.ts';
import type { Place } from './place.ts';
import { pathNamed } from './serverPaths.ts';

/** A fact about `.htaccess` files: what the line is, a blank, and what it says, which is a hole where that is not known. */
export const OVERRIDE = 'override';

/** What lines say of `.htaccess` files, by catalogue key; undefined for those that say nothing of them. */
const SAYS: ReadonlyMap<string, (directive: Directive, ask: Ask) => string | undefined> = new Map([
  ['<virtualhost', ({ words }) => `host ${listed(words)}`],
  ['<directory', (directive, ask) => `folder ${folderOf(directive, ask)}`],
  ['documentroot', ({ words: [word] }, ask) => word && `root ${pathOf(word, ask)}`],
  ['accessfilename', ({ words }) => `files ${listed(words)}`],
  ['allowoverride', ({ words, step }) => (isInFolder(step.place) ? `classes ${listed(words)}` : undefined)],
  ['allowoverridelist', ({ words, step }) => (isInFolder(step.place) ? `names ${listed(words)}` : undefined)],
]);

/** What a line of a main configuration says of `.htaccess` files. */
export function overrideFacts(directive: Directive, ask: Ask): Pick<Fact, 'kind' | 'value' | 'span'>[] {
  const value = SAYS.get(directive.key)?.(directive, ask);
  return value === undefined ? [] : [{ kind: OVERRIDE, value, span: inRaw(directive.step, directive.name) }];
}

function listed(words: readonly Word[]): string {
  return words.some(({ hole }) => hole) ? HOLE : words.map(({ value }) => value.text).join(' ');
}

/** A relative one is below the folder in which httpd is started (httpd-config 6.3). A regular expression says nothing here. */
function folderOf({ words, header }: Directive, ask: Ask): string {
  const [word] = header?.words ?? words;
  if (!word || word.hole) return HOLE;
  if (word.value.text === '~') return '~';
  return isAbsolute(word.value.text) ? pathOf(word, ask) : HOLE;
}

function pathOf({ hole, value }: Word, ask: Ask): string {
  return (hole ? undefined : pathNamed(ask, value.text)) ?? HOLE;
}

/** Elsewhere httpd finds AllowOverride useless; `<Limit>` makes no difference. Expressions count too late (httpd-config 5.5). */
function isInFolder(place: Place): boolean {
  let at: Place | undefined = place;
  while (at && (at.transparent || LIMITS.includes(at.section))) at = at.parent;
  return at?.section === '<directory';
}

const LIMITS: readonly string[] = ['<limit', '<limitexcept'];
