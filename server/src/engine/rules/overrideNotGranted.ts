import { OVERRIDE_BITS, overrideClasses, type OverrideClass } from '../catalogue/bits.ts';
import type { Entry } from '../catalogue/entry.ts';
import { isOptionGranted, type Grant } from '../catalogue/grant.ts';
import { inRaw, wordCount } from '../evaluation/directive.ts';
import { placeVerdict, type PlaceVerdict } from '../evaluation/placeVerdict.ts';
import { KEYS } from '../kinds/world.ts';
import { PASSED_OVER } from './nonfatal.ts';
import type { Found, Rule } from './rule.ts';

/** A directive in `.htaccess` whose class AllowOverride does not grant (httpd-config 5.5). */
export const overrideNotGranted: Rule = {
  code: 'override-not-granted',
  directive(directive, ask) {
    const { entry, step, name } = directive;
    if (!entry || !step.place.htaccess || ask(KEYS.strayTags)) return [];
    const verdict = placeVerdict(step.place, entry, wordCount(directive));
    return verdict?.notGranted ? [{ span: inRaw(step, name), ...notGranted(entry, verdict) }] : [];
  },
};

function notGranted({ name, mask }: Entry, { grant, sure, forgiven }: PlaceVerdict): Omit<Found, 'span'> {
  const { needed, toAllow } = words(overrideClasses(mask));
  return {
    ...(!sure && { severity: 'warning' }),
    fault: grant?.mask === 0 ? 'nothing is granted' : needed,
    message: `\`${name}\` needs ${needed}, which this folder ${sure ? 'does not have' : 'may not have'}.`,
    why: `${grant?.said ?? ''} To allow it, ${toAllow} to the \`AllowOverride\` of this folder.`,
    ...(forgiven && PASSED_OVER),
  };
}

const EVERY_CLASS = Object.keys(OVERRIDE_BITS).length;

function words(classes: readonly OverrideClass[]): { readonly needed: string; readonly toAllow: string } {
  if (classes.length === EVERY_CLASS) return { needed: 'some class of `AllowOverride`', toAllow: 'add one' };
  const needed = classes.map((one) => `\`AllowOverride ${one}\``).join(' or ');
  return { needed, toAllow: `add ${classes.map((one) => `\`${one}\``).join(' or ')}` };
}

/** An option that `AllowOverride Options=` leaves out. */
export const optionNotGranted: Rule = {
  code: 'override-not-granted',
  keys: ['options'],
  directive({ words, step }) {
    const grants = [...new Set(step.place.offers.map(({ grant }) => grant))];
    const word = words.find(({ hole, value }) => !hole && grants.some((grant) => refuses(grant, value.text)));
    const refusing = grants.filter((grant) => word && refuses(grant, word.value.text));
    if (!word || refusing.length === 0) return [];
    const sure = refusing.length === grants.length;
    return [
      {
        span: inRaw(step, word.span),
        ...(!sure && { severity: 'warning' }),
        message: `\`${word.value.text}\` is not among the options that \`AllowOverride\` grants this folder.`,
        why: `${refusing[0]?.said ?? ''} httpd refuses other options, with a \`-\` too.`,
      },
    ];
  },
};

function refuses(grant: Grant | undefined, word: string): boolean {
  return grant !== undefined && !isOptionGranted(grant, word);
}
