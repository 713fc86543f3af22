import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Word } from '../kinds/word.ts';
import type { Rule } from './rule.ts';

/** Groups of words, in lower case: those of different groups may not stand together. */
type Groups = readonly (readonly string[])[];

/** By catalogue key (httpd-config 8.10; server/core.c, `set_http_protocol_options`). */
const EXCLUSIVE: Readonly<Record<string, readonly Groups[]>> = {
  forcelanguagepriority: [[['none'], ['prefer', 'fallback']]],
  httpprotocoloptions: [
    [['strict'], ['unsafe']],
    [['registeredmethods'], ['lenientmethods']],
    [['allow0.9'], ['require1.0']],
  ],
  multiviewsmatch: [[['any'], ['negotiatedonly'], ['filters', 'handlers']]],
};

/** Words that exclude each other, on one line. */
export const exclusiveWords: Rule = {
  code: 'keyword-value',
  keys: Object.keys(EXCLUSIVE),
  directive(directive) {
    const found = (EXCLUSIVE[directive.key] ?? []).flatMap((groups) => clash(directive, groups) ?? []);
    const [first] = found;
    if (!first) return [];
    const { word, other } = first;
    return [
      {
        span: inRaw(directive.step, word.span),
        message: `\`${word.value.text}\` and \`${other.value.text}\` exclude each other.`,
        why: 'httpd refuses the line.',
      },
    ];
  },
};

interface Clash {
  readonly word: Word;
  readonly other: Word;
}

/** The first word that does not go with one in front of it. */
function clash({ words }: Directive, groups: Groups): Clash | undefined {
  let other: Word | undefined;
  for (const word of words) {
    const group = word.hole ? undefined : groupOf(word, groups);
    if (!group) continue;
    if (other && groupOf(other, groups) !== group) return { word, other };
    other ??= word;
  }
  return undefined;
}

function groupOf({ value }: Word, groups: Groups): readonly string[] | undefined {
  return groups.find((group) => group.includes(value.text.toLowerCase()));
}
