import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  completion,
  completionDocumentation,
  documentSymbols,
  EMPTY_SNAPSHOT,
  evaluate,
  findings,
  fixes,
  foldingRanges,
  format,
  hover,
  listingText,
  NO_SETTINGS,
  openFile,
  semanticTokens,
  signatureHelp,
  withChange,
  type Evaluation,
  type Reported,
  type SourceFile,
} from '../../server/src/engine/engine.ts';
import { pieces } from './properties/edits.ts';

/** What is found by patterns in an Include. */
const folders = new Map([['file:///srv', listingText([{ name: 'x.conf', kind: 'file', uri: 'file:///srv/x.conf' }])]]);

const URIS = ['file:///srv/httpd.conf', 'file:///srv/.htaccess', 'file:///srv/site.inc'] as const;

interface Looked {
  readonly file: SourceFile;
  readonly evaluation: Evaluation;
}

/** What is found in a text, and how the first of it can be mended. */
function lookAt(text: string, uri: string, mended: number): Looked {
  const file = openFile(uri, 0, text);
  const evaluation = evaluate(withChange(EMPTY_SNAPSHOT, { files: [file], folders }), file);
  const found = findings(evaluation, NO_SETTINGS);
  for (const one of found) assertSound(one, text.length);
  for (const one of found.slice(0, mended))
    for (const { edits } of fixes(one)) for (const { span } of edits) assertWithin(span, text.length);
  return { file, evaluation };
}

/** What an editor asks of a text, with the cursor at a place. */
function askAt({ file, evaluation }: Looked, offset: number): void {
  const { snapshot } = evaluation;
  for (const { data } of completion(snapshot, evaluation, offset)) if (data) completionDocumentation(data);
  hover(snapshot, evaluation, offset);
  signatureHelp(snapshot, evaluation, offset);
  semanticTokens(evaluation);
  foldingRanges(file);
  documentSymbols(file);
  for (const directiveCase of ['preserve', 'canonical'] as const) format(file, { indent: '    ', directiveCase });
}

function assertSound({ span, related, message, severity, refusedAt, uri }: Reported, length: number): void {
  assertWithin(span, length);
  for (const other of related) if (other.uri === uri) assertWithin(other.span, length);
  assert.notEqual(message, '');
  assert.equal(refusedAt !== undefined, severity === 'error');
}

function assertWithin({ start, end }: { start: number; end: number }, length: number): void {
  assert.ok(start >= 0 && start <= end && end <= length, `${String(start)} to ${String(end)} of ${String(length)}`);
}

suite('whatever the bytes, they are read', () => {
  const bytes = fc.uint8Array({ maxLength: 300, size: 'max' }).map((array) => Buffer.from(array).toString('latin1'));
  const units = fc.string({ unit: 'binary', maxLength: 100, size: 'max' });
  const lines = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: units }), {
      maxLength: 40,
      size: 'max',
    })
    .map((all) => all.join(''));
  const texts = { 'any bytes, as Latin-1': bytes, 'any units': units, 'lines with anything between': lines };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      fc.assert(
        fc.property(text, fc.constantFrom(...URIS), fc.nat(0xffff), (soup, uri, place) => {
          askAt(lookAt(soup, uri, 20), Math.floor((place * (soup.length + 1)) / 0x10000));
        }),
        { numRuns: 500 },
      );
    });
  }
});

/** Texts of some size, in lines or in units. */
type Make = (size: number) => string;

const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: Math.ceil(count) }, (_, i) => line(i)).join('');
const cycle = (count: number, lines: readonly string[]): string => repeat(count, (i) => lines[i % lines.length] ?? '');
const nested = (count: number, open: string, close: string): string => open.repeat(count / 2) + close.repeat(count / 2);

/** By the number of lines. */
const LINES: Readonly<Record<string, Make>> = {
  'sections that are never closed': (n) => '<Directory /a>\n'.repeat(n),
  'conditions that are never closed': (n) => '<IfDefine A>\n'.repeat(n),
  'unknown sections that are never closed': (n) => cycle(n, ['<Ours>\n', '<Theirs>\n', '<Nobodys>\n']),
  'macros that are never closed': (n) => '<Macro m>\n'.repeat(n),
  'closing tags alone': (n) => cycle(n, ['</Directory>\n', '</Files>\n', '</IfModule>\n', '</Ours>\n']),
  'tags that do not fit': (n) => cycle(n, ['<Directory /a>\n', '</Files>\n']),
  'sections that cross': (n) => cycle(n, ['<Directory /a>\n', '<Files x>\n', '</Directory>\n', '</Files>\n']),
  'sections in sections': (n) => nested(n, '<RequireAll>\n', '</RequireAll>\n'),
  'limits in limits': (n) => nested(n, '<Limit GET POST>\n', '</Limit>\n'),
  'faults in conditions in conditions': (n) =>
    nested(n, '<IfDefine A>\nServerAdmin a b\nRequire not ip 10\n', '</IfDefine>\n'),
  'a macro of many lines': (n) => `<Macro m $a>\n${'ServerAdmin $a $a\n'.repeat(n)}</Macro>\nUse m b\n`,
  'many uses of a macro': (n) => `<Macro m $a>\nServerAdmin $a $a\n</Macro>\n${'Use m b\n'.repeat(n)}`,
  'macros that use macros': (n) =>
    repeat(n, (i) => `<Macro m${String(i + 1)}>\nUse m${String(i)}\n</Macro>\n`) + `Use m${String(n)}\n`,
  'faults under a condition': (n) => `<IfDefine A>\n${'ServerAdmin a b\n'.repeat(n)}</IfDefine>\n`,
  'unknown names': (n) => repeat(n, (i) => `RewriteEnginee${String(i)} on\n`),
  'unknown modules': (n) => repeat(n, (i) => `LoadModule x${String(i)}_module modules/mod_x${String(i)}.so\n`),
  'comments that suppress': (n) => nested(n, '# htconf-ignore-next-line argument-count: x\n', 'ServerAdmin a b\n'),
  definitions: (n) => repeat(n, (i) => `Define V${String(i)} x\nServerAdmin \${V${String(i)}}\n`),
  'rules with their conditions': (n) => 'RewriteCond %1 (a) [FOO]\nRewriteRule (b) /$2%3 [R,L,\n'.repeat(n / 2),
  'conditions joined by OR': (n) =>
    `${cycle(n, ['RewriteCond %9 !a [OR]\n', 'RewriteCond %9 a [OR]\n'])}RewriteRule a %9`,
  'conditions without a rule': (n) => cycle(n, ['<Files a>\n', 'RewriteCond %1 b\n', '</Files>\n']),
  'maps of mod_rewrite': (n) => repeat(n, (i) => `RewriteMap m${String(i)} int:x\n`),
  'a NUL behind all lines': (n) => `${'ServerAdmin x\n'.repeat(n)}\0`,
  'a line that goes on': (n) => 'SetEnv a \\\n'.repeat(n),
  'a line that goes on, with variables': (n) => 'a ${V} "${W} \\\n'.repeat(n),
};

/** By the number of units. */
const UNITS: Readonly<Record<string, Make>> = {
  words: (n) => `SetEnv ${'a '.repeat(n / 2)}`,
  'wrong words': (n) => `Options ${'Indexs '.repeat(n / 7)}`,
  'parameters of a macro': (n) =>
    `<Macro m${repeat(n / 50, (i) => ` $a${String(i)}`)}>\n${'ServerAdmin $a0 $b\n'.repeat(n / 50)}</Macro>\nUse m${' x'.repeat(n / 50)}\n`,
  quotes: (n) => `SetEnv ${'" '.repeat(n / 2)}`,
  'brackets of a condition': (n) => `<If "${nested(n, '(', ')')}">`,
  'functions in functions': (n) => `<If "${'req('.repeat(n / 4)}">`,
  'variables in variables': (n) => `ErrorDocument 404 "${nested(n / 3, '%{req:', '}')}"`,
  'conditions without end': (n) => `<If "${'! %{NOPE} == x or '.repeat(n / 18)}">`,
  'unknown variables': (n) => `ErrorDocument 404 "${'%{NOPE}${TIME}'.repeat(n / 14)}"`,
  'patterns of a condition': (n) => `<If "${"'a' =~ /x".repeat(n / 9)}">`,
  'flags of mod_rewrite': (n) => `RewriteRule a b [${'X,E=%{NOPE}:$9,'.repeat(n / 15)}]`,
  'flags with blanks': (n) => `RewriteRule a b [${'X, '.repeat(n / 3)}]`,
  'maps in maps': (n) => `RewriteRule a ${nested(n / 2, '${a:%{', '}}')}`,
  'braces without a map': (n) => `RewriteCond "${nested(n, '${', '}')}" a`,
  'look-ups in look-ups': (n) => `RewriteCond %{${'LA-U:'.repeat(n / 5)}} a`,
  'references to groups': (n) => `RewriteRule a ${'$1%1'.repeat(n / 4)}`,
  'variables in a pattern': (n) => `RewriteCond a ${'%{HTTP_HOST}'.repeat(n / 12)}`,
  'options in quotes': (n) => `RewriteOptions "${'Inherits '.repeat(n / 9)}"`,
  backslashes: (n) => `SetEnv "${'\\\\'.repeat(n / 2)}`,
  variables: (n) => `SetEnv ${'${V} '.repeat(n / 5)}`,
  'beginnings of variables': (n) => `SetEnv ${'${'.repeat(n / 2)}`,
  'a name': (n) => 'a'.repeat(n),
  'names that are nearly the same': (n) => `<${'a'.repeat(n / 2)}b>\n</${'a'.repeat(n / 2)}c>\n`,
  'opening brackets': (n) => '<'.repeat(n),
  'closing brackets': (n) => `<Directory ${'>'.repeat(n)}`,
  slashes: (n) => `<${'/'.repeat(n)}\u2028x`,
  blanks: (n) => `${' '.repeat(n)}x`,
  'blanks in a comment': (n) => `# htconf-ignore-file a: x${' '.repeat(n)}x\n# htconf: x${' '.repeat(n)}x\n`,
  'codes in a comment': (n) => `# htconf-ignore-file ${'a,'.repeat(n / 2)}`,
  'a comment that goes on': (n) => `# ${'\\\n '.repeat(n / 3)}x`,
};

/** Sizes for which quadratic work is far more than all other. By hand they are made larger: HTCONF_SCALE=10. */
const SCALE = Number(process.env['HTCONF_SCALE'] ?? 1);
const SIZES = [
  [LINES, 20_000 * SCALE],
  [UNITS, 500_000 * SCALE],
] as const;

/** Memory that is cleared at a bad moment spoils one measurement, or two; work that grows as the square spoils all. */
const TRIES = 3;

/** Processor time that it takes to look at a text, in ms: other processes do not count. */
function costOf(text: string): number {
  const start = process.cpuUsage();
  semanticTokens(lookAt(text, URIS[0], 1).evaluation);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

suite('four times as much text takes about four times as long: not sixteen times', () => {
  for (const [texts, size] of SIZES) {
    for (const [name, make] of Object.entries(texts)) {
      test(name, (t) => {
        const seen: string[] = [];
        const isInProportion = Array.from({ length: TRIES }).some(() => {
          const [small, large] = [costOf(make(size / 4)), costOf(make(size))];
          seen.push(`${small.toFixed(0)} ms, ${large.toFixed(0)} ms`);
          return large < 8 * small + 200;
        });
        t.diagnostic(`${name}: ${seen.join('; ')}`);
        assert.ok(isInProportion, `for four times as much, each time: ${seen.join('; ')}`);
      });
    }
  }
});

test('definitions that double fill no memory', () => {
  const doubling = 'Define A ${A}${A}\n'.repeat(40);
  lookAt(`Define A ${'x'.repeat(50)}\n${doubling}${'ServerAdmin ${A}\n'.repeat(5000)}`, URIS[0], 1);
});
