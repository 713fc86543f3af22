import type { Offer } from '../catalogue/contexts.ts';
import { possibleStarts } from '../catalogue/starts.ts';
import { enterPlace, startPlace, type Place } from '../evaluation/place.ts';
import { macroAround } from './body.ts';
import { isJustBegun, type Surroundings } from './surroundings.ts';

/** What directives find where the cursor is; several where it is not known in which of some places that is. */
export function offersAt(place: Place, around: Surroundings): readonly Offer[] {
  const macro = macroAround(place);
  if (macro) return sectionsBelow(macro, place).reduce(inSection, startPlace(possibleStarts())).offers;
  const { parent, section, transparent, endless } = place;
  const unclosed = parent && !transparent && endless !== undefined;
  return unclosed && isJustBegun(around) ? inSection(parent, section).offers : place.offers;
}

/** A macro may be used anywhere: only the sections in it are known. Outermost first. */
function sectionsBelow(macro: Place, place: Place): string[] {
  const sections: string[] = [];
  for (let at = place; at !== macro && at.parent; at = at.parent) if (!at.transparent) sections.unshift(at.section);
  return sections;
}

function inSection(place: Place, section: string): Place {
  return enterPlace(place, { section, transparent: false, truth: 'yes' });
}
