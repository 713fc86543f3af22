import type { Place } from '../evaluation/place.ts';
import { hasTextBody } from '../syntax/tags.ts';

/** The one section whose body is stored as text, but is configuration (httpd-config 3.5). */
const MACRO = '<macro';

/** The place is in a body of Lua or Perl: nothing in it is configuration. */
export function isForeignText(place: Place): boolean {
  return place.text && textSection(place)?.section !== MACRO;
}

/** The place is in a macro, whether it is closed already or not. */
export function macroAround(place: Place): Place | undefined {
  const around = textSection(place);
  return around?.section === MACRO ? around : undefined;
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
