import type { Problem } from '../kind.ts';
import { changesTo, wasMeant } from '../meant.ts';

/** `-e`, `-D`: two letters that look like a test. */
export function noTest(text: string, tests: readonly string[]): Problem {
  const near = tests.filter((name) => name.toLowerCase() === text.toLowerCase());
  return {
    ...accepted(
      `mod_rewrite has no test \`${text}\`.${wasMeant(near)}`,
      'httpd takes it for a regular expression, and looks for these two characters in the text.',
    ),
    repairs: changesTo(near),
  };
}

/** `-eq` alone. */
export function numberMissing(text: string): Problem {
  return accepted(
    `Behind \`${text}\` stands a number, without a blank.`,
    'httpd takes it for a regular expression, and looks for these characters in the text.',
  );
}

/** `-gtlarge` */
export function noNumber(text: string): Problem {
  const why = text.includes('%{')
    ? 'httpd puts no values into the pattern of a condition, and compares with 0.'
    : 'httpd compares with 0.';
  return accepted(`\`${text}\` is no number.`, why);
}

/** `==text` */
export function doubleEquals(): Problem {
  return {
    ...accepted('One `=` is enough here.', 'httpd takes the second one for the first character of the text.'),
    repairs: [{ title: 'Change to =', text: '=', preferred: true }],
  };
}

/** `%{NAME}` in a pattern. */
export function unexpanded(text: string): Problem {
  return accepted(
    `\`${text}\` stands for nothing in the pattern of a condition.`,
    'httpd puts values into the first argument alone. An expression can compare two of them: `RewriteCond expr "…"`.',
  );
}

/** Something that httpd takes. */
function accepted(message: string, why: string): Problem {
  return { code: 'rewrite-condition', severity: 'warning', message, why };
}
