import { enter, refusal, serverOffer, usualPlaces, type UsualPlace } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { inRaw, wordCount } from '../evaluation/directive.ts';
import { contextCommentEdits } from '../evaluation/contextCommentEdits.ts';
import { fitsContext, saidContext } from '../evaluation/start.ts';
import type { Place } from '../evaluation/place.ts';
import { placeVerdict } from '../evaluation/placeVerdict.ts';
import { CONTEXTS } from '../evaluation/settings.ts';
import { KEYS } from '../kinds/world.ts';
import { PASSED_OVER } from './nonfatal.ts';
import type { Fix, FixContext, Rule } from './rule.ts';

/** A directive that none of the places where the line may stand allows (httpd-config 5). */
export const wrongContext: Rule = {
  code: 'wrong-context',
  directive(directive, ask) {
    const { entry, step, name } = directive;
    if (!entry || entry.modules.length === 0 || ask(KEYS.strayTags)) return [];
    const verdict = placeVerdict(step.place, entry, wordCount(directive));
    if (!verdict || verdict.notGranted) return [];
    return [
      {
        span: inRaw(step, name),
        ...(!verdict.sure && { severity: 'warning' }),
        message: `\`${entry.name}\` is not allowed ${placeName(step.place)}.`,
        why: `It is allowed ${allowedPlaces(entry)}; httpd refuses it here.`,
        ...(verdict.forgiven && PASSED_OVER),
      },
    ];
  },
  fixes: contextFixes,
};

/** A file may say wrongly where it is included: another place is offered that takes all its lines. */
function contextFixes({ evaluation, file }: FixContext): Fix[] {
  const { settings } = evaluation.snapshot;
  if (evaluation.file !== file || evaluation.role || !saidContext(file, settings)) return [];
  return CONTEXTS.filter((context) => fitsContext(file, context)).flatMap((context) => {
    const edits = contextCommentEdits(file, { context }) ?? [];
    const title = `Say that this file is included ${PLACE_WORDS[context]}: context=${context}`;
    return edits.length > 0 ? [{ title, safe: false, preferred: false, edits }] : [];
  });
}

const PLACE_WORDS: Readonly<Record<UsualPlace, string>> = {
  server: 'outside of sections',
  vhost: 'in `<VirtualHost>`',
  directory: 'in a section such as `<Directory>`',
  htaccess: 'as a `.htaccess`',
};

function placeName(place: Place): string {
  const { container } = place;
  if (container !== '') return `in \`${sectionName(container)}\``;
  if (place.htaccess) return 'in a `.htaccess` file';
  return place.offers.length === 1 && place.offers[0] === serverOffer ? 'outside of a section' : 'here';
}

function sectionName(key: string): string {
  return entryOf(key)?.name ?? `${key}>`;
}

const PLACES: Readonly<Record<Exclude<UsualPlace, 'directory'>, string>> = {
  server: 'outside of sections',
  vhost: 'in `<VirtualHost>`',
  htaccess: 'in `.htaccess`',
};

/** Sections that say to what a directive applies; most take the same ones, but not all. */
const TARGETS = ['<directory', '<location', '<files'];

function allowedPlaces(entry: Entry): string {
  const places = usualPlaces(entry).flatMap((place) => (place === 'directory' ? targetsOf(entry) : PLACES[place]));
  if (places.length === 0) return 'in few places, which its manual page names';
  const last = places.pop() ?? '';
  return places.length > 0 ? `${places.join(', ')} and ${last}` : last;
}

function targetsOf(entry: Entry): string[] {
  const keys = TARGETS.filter((key) => refusal(entry, undefined, enter(serverOffer, key)) === undefined);
  return keys.map((key) => `in \`${sectionName(key)}\``);
}
