import { listed, type Shown } from './finding.ts';
import { plain } from './paint.ts';
import type { Report } from './report.ts';
import { block } from './text.ts';

/** One `<testcase>`. */
interface Case {
  readonly name: string;
  readonly file: string;
  /** The finding that it fails with. */
  readonly failure?: Shown;
  /** What else is to be said. */
  readonly output?: string;
}

/**
 * JUnit's XML, for Jenkins, GitLab and others: each file is a suite, each finding that makes the exit code 1 a test that
 * fails. A file without one has one test, which passes, and what was found all the same is its output. Only what Jenkins'
 * schema for it knows is written: some readers refuse a report with anything else.
 */
export function junitReport({ shown, files, failing }: Report): string {
  const byFile = new Map(files.map((file): [string, Shown[]] => [file, []]));
  for (const one of listed(shown)) {
    const own = byFile.get(one.row.file);
    if (own) own.push(one);
    else byFile.set(one.row.file, [one]);
  }
  const suites = [...byFile].map(([file, own]) => {
    return { file, cases: casesOf(file, own, (one) => failing.includes(one.row.severity)) };
  });
  const lines = suites.flatMap(({ file, cases }) => [
    `  <testsuite ${attributes({ name: file, file, ...countsOf(cases), errors: 0, skipped: 0 })}>`,
    ...cases.map(testcase),
    '  </testsuite>',
  ]);
  const total = countsOf(suites.flatMap(({ cases }) => cases));
  const root = `<testsuites ${attributes({ name: 'htconf', ...total, errors: 0 })}>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...lines, '</testsuites>', ''].join('\n');
}

function countsOf(cases: readonly Case[]): { readonly tests: number; readonly failures: number } {
  return { tests: cases.length, failures: cases.filter(({ failure }) => failure).length };
}

function casesOf(file: string, own: readonly Shown[], isFailing: (shown: Shown) => boolean): readonly Case[] {
  const failures = own.filter(isFailing);
  const others = own.filter((one) => !isFailing(one));
  const output = others.length > 0 ? { output: blocks(others) } : {};
  if (failures.length === 0) return [{ name: 'htconf check', file, ...output }];
  const nameOf = caseNames();
  return failures.map((failure, index) => ({ name: nameOf(failure), file, failure, ...(index === 0 && output) }));
}

/** Names without numbers of lines: a test is known again by its name. Equal ones are counted, since each counts once. */
function caseNames(): (shown: Shown) => string {
  const seen = new Map<string, number>();
  return ({ row: { code, message } }) => {
    const name = `${code}: ${message}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  };
}

function testcase({ name, file, failure, output }: Case): string {
  const content = [
    ...(failure ? [failureElement(failure)] : []),
    ...(output === undefined ? [] : [`<system-out>${inXml(output)}</system-out>`]),
  ];
  const start = `    <testcase ${attributes({ name, classname: file, time: 0 })}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</testcase>`;
}

function failureElement(shown: Shown): string {
  const { code, message } = shown.row;
  return `<failure ${attributes({ message, type: code })}>${inXml(block(shown, plain))}</failure>`;
}

function blocks(shown: readonly Shown[]): string {
  return shown.map((one) => block(one, plain)).join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${inXml(String(value)).replace(/[\t\n]/g, ' ')}"`)
    .join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write most control characters, nor half a surrogate pair. */
function inXml(text: string): string {
  return text
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
