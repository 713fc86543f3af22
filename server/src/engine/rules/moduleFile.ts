import { sourceSpan } from '../base/mapped.ts';
import { isNear } from '../base/spelling.ts';
import { fileName } from '../kinds/moduleNames.ts';
import { replaceInLine } from './edits.ts';
import { loadModuleWords, type LoadModuleWords } from './loadModuleWords.ts';
import type { Rule } from './rule.ts';

/** The file of a known module, mistyped. File names of others, and with other version numbers, are not known. */
export const moduleFile: Rule = {
  code: 'module-file',
  keys: ['loadmodule'],
  directive(directive, ask) {
    const words = loadModuleWords(directive, ask);
    const right = words && rightFile(words);
    if (!words || right === undefined) return [];
    const { value } = words.file;
    const start = value.text.length - fileName(value.text).length;
    return [
      {
        span: sourceSpan(value, { start, end: value.text.length }),
        message: `The file of \`${words.module?.identifier ?? ''}\` is named \`${right}\`.`,
        why: 'httpd does not find a file of this name.',
      },
    ];
  },
  fixes(context) {
    const words = context.directive && loadModuleWords(context.directive, context.ask);
    const right = words && rightFile(words);
    if (right === undefined) return [];
    return [
      {
        title: `Change to ${right}`,
        safe: false,
        preferred: true,
        edits: [replaceInLine(context, context.span, right)],
      },
    ];
  },
};

function rightFile({ module, inFile, file }: LoadModuleWords): string | undefined {
  if (!module || inFile.length > 0) return undefined;
  const name = fileName(file.value.text);
  const near = Object.values(module.files).filter((known) => isNear(name, known) && letters(known) !== letters(name));
  return near[0];
}

/** `libphp8.1.so` and `libphp8.2.so` are both right. */
function letters(name: string): string {
  return name.replace(/[\d.]/g, '');
}
