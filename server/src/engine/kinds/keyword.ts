import { nearNames } from '../base/spelling.ts';
import { vocabulary } from '../catalogue/catalogue.ts';
import { hasWord, type Vocabulary } from '../catalogue/vocabulary.ts';
import type { Candidate, Kind, Part, Problem } from './kind.ts';
import { changesTo, wasMeant } from './meant.ts';

/** A word of a vocabulary, with a sign where it may have one. */
export function keyword(id: string): Kind {
  const words = vocabulary(id);
  if (!words) throw new Error(`no vocabulary ${id}`);
  return {
    id: `keyword:${id}`,
    parse: ({ value }) => parse(words, value.text),
    suggest: (parts) => suggest(words, parts),
  };
}

function parse(words: Vocabulary, text: string): Part[] {
  const list = Object.entries(words.lists ?? {}).find(([name]) => text.toLowerCase().startsWith(name.toLowerCase()));
  return list ? parseList(list[0], vocabulary(list[1]), text) : parseWord(words, text);
}

/** `Options=Indexes,ExecCGI`: httpd passes over empty items (httpd-config 5.5). */
function parseList(name: string, items: Vocabulary | undefined, text: string): Part[] {
  const parts: Part[] = [{ span: { start: 0, end: name.length }, role: 'keyword', key: name }];
  for (const { 0: item, index } of text.slice(name.length).matchAll(/[^,]+/g)) {
    const start = name.length + index;
    const key = items && known(items, item);
    const wrong = items?.closed && key === undefined && { problem: problem(items, item, item) };
    parts.push({
      span: { start, end: start + item.length },
      role: 'keyword',
      ...(key !== undefined && { key }),
      ...wrong,
    });
  }
  return parts;
}

function parseWord(words: Vocabulary, text: string): Part[] {
  const signed = words.signs !== undefined && text !== '' && words.signs.includes(text.charAt(0));
  const span = { start: signed ? 1 : 0, end: text.length };
  const bare = text.slice(span.start);
  const sign: Part = { span: { start: 0, end: 1 }, role: 'operator' };
  const key = known(words, bare);
  const wrong = words.closed && text !== '' && !hasWord(words, text);
  const fault = wrong && { problem: problem(words, text, bare) };
  if (signed && bare === '')
    return [
      { ...sign, ...fault },
      { span, role: 'keyword' },
    ];
  const part: Part = { span, role: 'keyword', ...(key !== undefined && { key }), ...fault };
  return signed ? [sign, part] : [part];
}

/** The word of the vocabulary that a text is, in the usual spelling. */
function known(words: Vocabulary, text: string): string | undefined {
  return (
    words.words.find((word) => word === text) ?? words.words.find((word) => word.toLowerCase() === text.toLowerCase())
  );
}

function problem(words: Vocabulary, text: string, bare: string): Problem {
  const same = known(words, bare);
  if (same !== undefined && words.unsigned?.includes(same)) {
    return {
      code: 'keyword-value',
      message: `\`${same}\` takes no sign.`,
      why: `httpd refuses \`${text}\`.`,
    };
  }
  const near = same === undefined ? nearNames(bare, words.words) : [same];
  return {
    code: 'keyword-value',
    message: `httpd does not know \`${bare === '' ? text : bare}\` here.${wasMeant(near)}`,
    why: 'It takes only the words that it knows in this place, and refuses the line.',
    repairs: changesTo(near),
  };
}

function suggest(words: Vocabulary, parts: readonly Part[]): Candidate[] {
  const signed = parts.some((part) => part.role === 'operator');
  const span = parts.find((part) => part.role === 'keyword')?.span;
  return words.words
    .filter((word) => !signed || !words.unsigned?.includes(word))
    .map((text) => ({ text, role: 'keyword', ...(span && { span }) }));
}
