import type { Place } from '../evaluation/place.ts';
import { hasTextBody } from '../syntax/tags.ts';

/** The one section whose body is stored as text, but is configuration (httpd-config 3.5). */
export const MACRO = '<macro';

/** The place is in a body of Lua or Perl: nothing in it is configuration. */
export function isForeignText(place: Place): boolean {
  return place.text && textSection(place)?.section !== MACRO;
}

/** The place is in a macro, whether it is closed already or not. */
export function macroAround(place: Place): Place | undefined {
  const around = textSection(place);
  return around?.section === MACRO ? around : undefined;
}

/** Tells of many places whether nothing in them is configuration; each section around them is looked at once. */
export function foreignTexts(): (place: Place) => boolean {
  const known = new Map<Place, boolean>();
  return (place) => {
    const passed: Place[] = [];
    let at: Place | undefined = place.text ? place : undefined;
    for (; at && !known.has(at) && !hasTextBody(at.section.slice(1)); at = at.parent) passed.push(at);
    const isForeign = at !== undefined && (known.get(at) ?? at.section !== MACRO);
    for (const one of passed) known.set(one, isForeign);
    return isForeign;
  };
}

/** Whether what stands in a section of this catalogue key is configuration. */
export function holdsConfiguration(key: string): boolean {
  return key === MACRO || !hasTextBody(key.slice(1));
}

/** The innermost section around a place whose body is text. */
function textSection(place: Place): Place | undefined {
  let at: Place | undefined = place;
  while (at && !hasTextBody(at.section.slice(1))) at = at.parent;
  return at;
}
