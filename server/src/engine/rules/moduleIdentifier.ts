import type { Ask } from '../base/ask.ts';
import { sourceSpan } from '../base/mapped.ts';
import { isNear } from '../base/spelling.ts';
import type { Directive } from '../evaluation/directive.ts';
import { fileName } from '../kinds/moduleNames.ts';
import { KEYS } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import { loadFacts, RIGHT } from './loadFacts.ts';
import { loadModuleWords, UNLESS_LOADED, type LoadModuleWords } from './loadModuleWords.ts';
import { ownModuleFix } from './ours.ts';
import type { FactHere, Found, Rule } from './rule.ts';

/** An identifier that the file beside it does not have (httpd-config 7.1). */
export const moduleIdentifier: Rule = {
  code: 'module-identifier',
  keys: ['loadmodule'],
  facts: (directive, ask) => factsOf(directive, ask),
  directive(directive, ask) {
    const words = loadModuleWords(directive, ask);
    const right = words && rightIdentifier(words);
    if (!words || right === undefined) return [];
    const { value } = words.identifier;
    const span = sourceSpan(value, { start: 0, end: value.text.length });
    return [{ span, ...wrongIdentifier(directive, words, right, ask) }];
  },
  fixes(context) {
    const words = context.directive && loadModuleWords(context.directive, context.ask);
    const right = words && rightIdentifier(words);
    if (right === undefined) return [];
    const safe =
      context.step.source.raw.slice(context.span.start, context.span.end).toLowerCase() === right.toLowerCase();
    const edits = [replaceInLine(context, context.span, right)];
    const ours = words?.inFile.length === 0 ? ownModuleFix(words.identifier.value.text) : [];
    return [{ title: `Change to ${right}`, safe, preferred: true, edits }, ...ours];
  },
};

function factsOf(directive: Directive, ask: Ask): FactHere[] {
  const loads = loadFacts(directive);
  const words = loadModuleWords(directive, ask);
  const right = words && rightIdentifier(words);
  return right === undefined ? loads : loads.flatMap((fact) => [fact, { ...fact, kind: RIGHT, value: right }]);
}

/** httpd skips a line whose identifier is loaded already, and does not look into the file (httpd-config 7.1). */
function wrongIdentifier(
  { step }: Directive,
  { identifier, module }: LoadModuleWords,
  right: string,
  ask: Ask,
): Omit<Found, 'span'> {
  const written = identifier.value.text;
  if (step.load?.again === 'yes') {
    const message = `The module in this file is \`${right}\`, and \`${written}\` is loaded already.`;
    return { severity: 'warning', message, why: `httpd skips this line, so \`${right}\` is not loaded by it.` };
  }
  const letters = right.toLowerCase() === written.toLowerCase() ? ': letter case counts' : '';
  const message = `The module in this file is \`${right}\`, not \`${written}\`${letters}.`;
  const mayBeLoaded = step.load?.again === 'maybe' || (module !== undefined && ask(KEYS.open) !== undefined);
  if (mayBeLoaded) return { message, ...UNLESS_LOADED };
  return { message, why: 'httpd looks for exactly this name in the file, and does not find it.' };
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
