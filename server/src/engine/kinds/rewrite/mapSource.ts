import type { Ask } from '../../base/ask.ts';
import type { Span } from '../../base/span.ts';
import { nearNames } from '../../base/spelling.ts';
import { rewriteWords } from '../../catalogue/data/index.ts';
import type { RewriteWord } from '../../catalogue/rewriteWords.ts';
import type { Candidate, Kind, Part, Problem } from '../kind.ts';
import { anyLoaded, isClosedWorld } from '../world.ts';
import { changesTo } from '../meant.ts';

/**
 * Where a RewriteMap looks: a type, and a file, program, function or query behind it (httpd-config 8.2). Whether the file
 * is there is not looked at.
 */
export const rewriteMapSource: Kind = {
  id: 'rewrite-map-source',
  parse: ({ value }, ask) => parse(value.text, ask),
  suggest: (_, offset, __, text) => suggest(text, offset),
};

const types = rewriteWords.mapTypes.map(({ name }) => name);
const functions = rewriteWords.mapFunctions.map(({ name }) => name);
const databases = rewriteWords.databases.map(({ name }) => name);

function parse(text: string, ask: Ask): readonly Part[] {
  const key = types.find((name) => text.slice(0, name.length).toLowerCase() === name);
  const span: Span = { start: 0, end: key?.length ?? text.length };
  // httpd takes all that begins so for a database, and needs a type there.
  if (key === undefined && /^dbm/i.test(text)) return [{ span, role: 'keyword', problem: noDatabase() }];
  if (key === undefined) return [];
  const problem = key.endsWith('dbd:') && anyLoaded(ask, ['dbd_module']) === 'no' ? needsDbd(key) : undefined;
  const type: Part = { span, role: 'keyword', key, ...(problem && { problem }) };
  return [type, ...behind(text, key, ask)];
}

function behind(text: string, key: string, ask: Ask): readonly Part[] {
  if (key === 'int:') return [functionPart(text, key.length, ask)];
  return key === 'dbm=' ? [databasePart(text, key.length)] : [];
}

/** Letter case counts. A module may bring more functions. */
function functionPart(text: string, start: number, ask: Ask): Part {
  const name = text.slice(start);
  const span = { start, end: text.length };
  if (functions.includes(name)) return { span, role: 'keyword', key: name };
  const near = nearNames(name, functions);
  const sure = name === '' || isClosedWorld(ask) || near.length === 1;
  const all = functions.map((one) => `\`${one}\``).join(', ');
  return {
    span: name === '' ? { start: 0, end: start } : span,
    role: 'keyword',
    problem: {
      ...refused(`\`int:${name}\` is none of httpd's own functions: ${all}.`),
      ...(!sure && { severity: 'warning' as const, why: 'httpd refuses the line, unless a module brings it.' }),
      repairs: changesTo(near),
    },
  };
}

/** Which libraries there are depends on how httpd was built. */
function databasePart(text: string, start: number): Part {
  const colon = text.indexOf(':', start);
  if (colon < 0) return { span: { start, end: text.length }, role: 'keyword', problem: noDatabase() };
  const name = text.slice(start, colon);
  const key = databases.find((one) => one === name.toLowerCase());
  if (key !== undefined) return { span: { start, end: colon }, role: 'keyword', key };
  const near = nearNames(name, databases);
  return {
    span: name === '' ? { start: 0, end: colon } : { start, end: colon },
    role: 'keyword',
    problem: {
      ...refused(`\`${name}\` is no library of databases that httpd is known to have.`),
      severity: 'warning',
      why: 'httpd refuses the line, unless its libraries have it.',
      repairs: changesTo(near),
    },
  };
}

function noDatabase(): Problem {
  return refused('A map of a database is written `dbm:/path`, or with a library `dbm=sdbm:/path`.');
}

function needsDbd(key: string): Problem {
  return refused(`A map with \`${key}\` needs mod_dbd, which is not loaded.`);
}

function refused(message: string): Problem {
  return { code: 'keyword-value', message, why: 'httpd refuses the line.' };
}

function suggest(text: string, offset: number): readonly Candidate[] {
  const [type = ''] = /^(?:int:|dbm=)/i.exec(text) ?? [];
  if (type === '' || offset < type.length) {
    const isTyped = /^[a-z]*[:=]?/i.exec(text)?.[0].length ?? 0;
    return offset > isTyped ? [] : words(rewriteWords.mapTypes, { start: 0, end: isTyped });
  }
  const end = /[^:]*/.exec(text.slice(type.length))?.[0].length ?? 0;
  const list = type.toLowerCase() === 'int:' ? rewriteWords.mapFunctions : rewriteWords.databases;
  return words(list, { start: type.length, end: type.length + end });
}

function words(list: readonly RewriteWord[], span: Span): readonly Candidate[] {
  return list.map(({ name, about }) => ({ text: name, role: 'keyword', detail: about, span }));
}
