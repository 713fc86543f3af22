import type { Ask } from '../base/ask.ts';
import { not, type Truth } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { flagKey, isClosedWorld, isLoose, KEYS, moduleLoaded, moduleNamed, ownDirectiveKey } from '../kinds/world.ts';
import type { Word } from '../kinds/word.ts';
import { isThere } from './serverPaths.ts';
import { compareVersion } from '../base/version.ts';

/** Decides one word of a condition; a leading `!` is taken off before. */
type Decide = (name: string, ask: Ask, negated: boolean) => Truth;

/** The conditions that are decided while reading (httpd-config 2.1), by catalogue key, but for `<IfVersion>`. */
const DECIDE: Readonly<Record<string, Decide>> = {
  '<ifmodule': ifModule,
  '<ifdefine': ifDefine,
  '<ifdirective': (name, ask, negated) => ifDirective(name.toLowerCase(), ask, negated),
  '<ifsection': (name, ask, negated) => ifDirective(`<${name.toLowerCase()}`, ask, negated),
  '<iffile': (name, ask) => isThere(ask, name),
};

export function isCondition(key: string): boolean {
  return key in DECIDE || key === '<ifversion';
}

/** Whether the lines of a condition are read. */
export function conditionHolds(key: string, words: readonly Word[], condition: Word | undefined, ask: Ask): Truth {
  if (key === '<ifversion') return ifVersion(words, ask);
  const decide = DECIDE[key];
  if (!decide || !condition || condition.hole) return 'maybe';
  const negated = condition.quote === undefined && condition.value.text.startsWith('!');
  const truth = decide(negated ? condition.value.text.slice(1) : condition.value.text, ask, negated);
  return negated ? not(truth) : truth;
}

/** In a loose file a block for a known module is written for the case that it is loaded. */
function ifModule(name: string, ask: Ask, negated: boolean): Truth {
  const truth = moduleLoaded(ask, name);
  return truth === 'maybe' && isLoose(ask) && !negated && moduleNamed(name) ? 'yes' : truth;
}

function ifDefine(name: string, ask: Ask): Truth {
  const answer = ask(flagKey(name));
  if (answer === 'yes' || answer === 'maybe') return answer;
  return ask(KEYS.flags) === 'known' && !ask(KEYS.open) ? 'no' : 'maybe';
}

/** True where a module that is loaded by now has registered the name (httpd-config 2.2). */
function ifDirective(key: string, ask: Ask, negated: boolean): Truth {
  if (ask(ownDirectiveKey(key))) return 'yes';
  const entry = entryOf(key);
  if (!entry || entry.state === 'refused') return isClosedWorld(ask) ? 'no' : 'maybe';
  const truths = entry.modules.map((module) => ifModule(module, ask, negated));
  if (truths.includes('yes')) return 'yes';
  return truths.includes('maybe') ? 'maybe' : 'no';
}

/** `<IfVersion [op] version>` (httpd-config 2.2); what a regular expression matches is not worked out. */
function ifVersion(words: readonly Word[], ask: Ask): Truth {
  const [first, second] = words;
  if (!first || words.some((word) => word.hole)) return 'maybe';
  const operator = second ? first.value.text : '=';
  const wanted = (second ?? first).value.text;
  const negated = operator.startsWith('!');
  const truth = compareVersion(ask(KEYS.version), negated ? operator.slice(1) : operator, wanted);
  return negated ? not(truth) : truth;
}
