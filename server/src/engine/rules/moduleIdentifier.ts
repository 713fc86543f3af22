import { sourceSpan } from '../base/mapped.ts';
import { isNear } from '../base/spelling.ts';
import { fileName } from '../kinds/moduleNames.ts';
import { replaceInLine } from './edits.ts';
import { loadModuleWords, type LoadModuleWords } from './loadModuleWords.ts';
import type { Rule } from './rule.ts';

/** An identifier that the file beside it does not have (httpd-config 7.1). */
export const moduleIdentifier: Rule = {
  code: 'module-identifier',
  keys: ['loadmodule'],
  directive(directive, ask) {
    const words = loadModuleWords(directive, ask);
    const right = words && rightIdentifier(words);
    if (!words || right === undefined) return [];
    const { value } = words.identifier;
    const sameLetters = value.text.toLowerCase() === right.toLowerCase();
    return [
      {
        span: sourceSpan(value, { start: 0, end: value.text.length }),
        message: `The module in this file is \`${right}\`, not \`${value.text}\`${sameLetters ? ': letter case counts' : ''}.`,
        why: 'httpd looks for exactly this name in the file, does not find it, and does not start.',
      },
    ];
  },
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
