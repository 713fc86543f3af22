import type { Ask } from '../base/ask.ts';
import { compareVersion } from '../base/version.ts';
import type { Part } from '../kinds/kind.ts';
import { KEYS } from '../kinds/world.ts';

/**
 * The parts of a word that httpd reads like this only since a release: an older one takes it as it stands, so it has
 * none; where the release is not known, what is wrong is wrong only perhaps.
 */
export function partsSince(release: string, parts: readonly Part[], ask: Ask): readonly Part[] {
  const isRead = compareVersion(ask(KEYS.version), '>=', release);
  if (isRead === 'yes') return parts;
  return isRead === 'no' ? [] : parts.map(doubted);
}

function doubted(part: Part): Part {
  return part.problem ? { ...part, problem: { ...part.problem, severity: 'warning' } } : part;
}
