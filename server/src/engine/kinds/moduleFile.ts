import { allModules } from '../catalogue/catalogue.ts';
import type { Kind } from './kind.ts';
import { usualFile } from './moduleIdentifier.ts';
import { fileName, modulesInFile } from './moduleNames.ts';

/** The second word of LoadModule. What is wrong with it is seen only together with the identifier before it. */
export const moduleFile: Kind = {
  id: 'module-file',
  parse({ value }) {
    const key = modulesInFile(fileName(value.text))[0]?.identifier;
    return [{ span: { start: 0, end: value.text.length }, role: 'module-file', ...(key !== undefined && { key }) }];
  },
  suggest: () =>
    [...allModules()].flatMap((module) => {
      const file = usualFile(module);
      return file === undefined ? [] : [{ text: file, role: 'module-file' as const, detail: module.identifier }];
    }),
};
