import { isNear } from '../base/spelling.ts';
import type { Ask } from '../base/ask.ts';
import type { Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { fileName } from '../kinds/moduleNames.ts';
import { KEYS } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import { loadFacts, LOADS, RIGHT, RIGHT_UNSURE } from './loadFacts.ts';
import { loadModuleWords, type LoadModuleWords } from './loadModuleWords.ts';
import type { FactHere, FoundAt, Rule } from './rule.ts';

/** An identifier that the file beside it does not have (httpd-config 7.1). */
export const moduleIdentifier: Rule = {
  code: 'module-identifier',
  keys: ['loadmodule'],
  facts: (directive, ask) => factsOf(directive, ask),
  needs: [RIGHT, RIGHT_UNSURE],
  reads: [LOADS],
  whole: (facts) => wrongIdentifiers(facts),
  fixes(context) {
    const words = context.directive && loadModuleWords(context.directive, context.ask);
    const right = words && rightIdentifier(words);
    if (right === undefined) return [];
    const safe =
      context.step.source.raw.slice(context.span.start, context.span.end).toLowerCase() === right.toLowerCase();
    return [
      { title: `Change to ${right}`, safe, preferred: true, edits: [replaceInLine(context, context.span, right)] },
    ];
  },
};

function factsOf(directive: Directive, ask: Ask): FactHere[] {
  const loads = loadFacts(directive);
  const words = loadModuleWords(directive, ask);
  const right = words && rightIdentifier(words);
  if (right === undefined) return loads;
  const unsure = words?.module !== undefined && ask(KEYS.open) !== undefined;
  return loads.flatMap((fact) => [fact, { ...fact, kind: unsure ? RIGHT_UNSURE : RIGHT, value: right }]);
}

/** httpd skips a line whose identifier is loaded already, and does not look into the file (httpd-config 7.1). */
function wrongIdentifiers(facts: readonly Fact[]): FoundAt[] {
  const found: FoundAt[] = [];
  const loaded = new Set<string>();
  let identifier = '';
  let again = false;
  for (const fact of facts) {
    if (fact.kind === LOADS) {
      identifier = fact.value;
      again = loaded.has(identifier);
      loaded.add(identifier);
    } else if (fact.kind === RIGHT || fact.kind === RIGHT_UNSURE) {
      found.push(again ? skipped(fact, identifier) : refused(fact, identifier));
    }
  }
  return found;
}

function skipped({ ref, place, span, value }: Fact, identifier: string): FoundAt {
  const message = `The module in this file is \`${value}\`, and \`${identifier}\` is loaded already.`;
  const why = `httpd skips this line, so \`${value}\` is not loaded by it.`;
  return { ref, place, span, severity: 'warning', message, why };
}

function refused({ ref, place, span, value, kind }: Fact, identifier: string): FoundAt {
  const letters = value.toLowerCase() === identifier.toLowerCase() ? ': letter case counts' : '';
  const message = `The module in this file is \`${value}\`, not \`${identifier}\`${letters}.`;
  if (kind === RIGHT) {
    const why = 'httpd looks for exactly this name in the file, and does not find it.';
    return { ref, place, span, message, why };
  }
  const why = `If \`${identifier}\` is loaded already, httpd skips this line; if not, it refuses it.`;
  return { ref, place, span, severity: 'warning', message, why };
}

/** The identifier that is in the file, where another one is asked for. */
function rightIdentifier({ module, inFile, meant, file }: LoadModuleWords): string | undefined {
  if (module && inFile.includes(module)) return undefined;
  if (inFile.length > 0) return inFile[0]?.identifier;
  return !module && meant && isMistyped(fileName(file.value.text), Object.values(meant.files))
    ? meant.identifier
    : undefined;
}

function isMistyped(name: string, files: readonly string[]): boolean {
  return files.some((file) => isNear(name, file));
}
