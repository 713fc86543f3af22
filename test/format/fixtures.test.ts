import { suite, test } from 'node:test';
import { casesOf, fixtureNames } from './cases.ts';
import { checkFormat } from './checkFormat.ts';

for (const name of fixtureNames()) {
  suite(name, () => {
    const directiveCase = name === 'case.txt' ? 'canonical' : 'preserve';
    for (const { title, before, after, range } of casesOf(name)) {
      test(title, () => {
        checkFormat(before, after, { directiveCase }, range);
      });
    }
  });
}
