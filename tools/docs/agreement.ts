import type { Compared } from '../../test/agreement/compared.ts';
import type { KnownReason } from '../../test/agreement/known.ts';
import { byGroup, tallyTable } from '../../test/agreement/tally.ts';
import type { Figures } from '../../test/harmless/writtenFigures.ts';

/** All that `docs/agreement.md` tells. */
export interface AgreementFacts {
  /** The version of httpd that judged. */
  readonly httpd: string;
  readonly cases: readonly Compared[];
  /** Cases that are recorded and not compared, by what httpd was told and htconf cannot be told. */
  readonly untold: ReadonlyMap<string, number>;
  readonly examples: readonly Compared[];
  /** Real configurations: the text of their chapter. */
  readonly realFiles: string;
  readonly harmless: Figures;
  readonly known: Readonly<Record<'cases' | 'examples' | 'corpus', readonly KnownReason[]>>;
}

/** The figures of the real files. */
export interface RealFileFacts {
  readonly files: number;
  readonly falseErrors: number;
  readonly faulty: number;
  readonly found: number;
}

const BEGIN = '<!-- real-files:begin -->';
const END = '<!-- real-files:end -->';

/** The page: what htconf says beside what the real httpd says. */
export function agreementPage(facts: AgreementFacts): string {
  const { httpd, cases, untold, examples, realFiles, harmless, known } = facts;
  return `${[
    head(httpd),
    '## The cases of this project',
    'Each is a text of a few lines that shows one thing, in `test/agreement/cases`.',
    tallyTable(byGroup(cases)),
    ...[...untold].map(([what, count]) => `${String(count)} further cases are judged and not compared: ${what}.`),
    '## The examples of the rule pages',
    'Those in `docs/rules`, and what they are after their first repair. A part of a configuration is judged with all modules that httpd comes with.',
    tallyTable(new Map([['examples', examples]])),
    '## Real configurations',
    `${BEGIN}\n${realFiles}\n${END}`,
    '## Fixes and formatting',
    harmlessWords(harmless),
    harmlessTable(harmless),
    '## Where htconf and httpd are known to disagree',
    'The lists may only get shorter: a test fails when one of these agrees, and when another one does not.',
    ...knownParts(known),
  ].join('\n\n')}\n`;
}

/** The chapter about real configurations that a page has: they are not everywhere. */
export function realFilesIn(page: string): string {
  return page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim();
}

/** The chapter about real configurations. */
export function realFilesText({ files, falseErrors, faulty, found }: RealFileFacts): string {
  return `${String(files)} files that are in use, each judged as a part of a configuration that loads all modules, or as a \`.htaccess\`. Every error in turn was taken out, so that httpd names the next one.

| | |
| --- | --: |
| errors on lines that httpd does not name | ${String(falseErrors)} |
| lines that httpd refuses for what they say, unknown directives apart | ${String(faulty)} |
| of these, with an error | ${String(found)} |`;
}

function head(httpd: string): string {
  return `# Agreement with httpd

The real httpd is the judge of what htconf reports, in three steps: \`httpd -t\`, a start on loopback, a request. This page is made by \`node tools/run.mjs tools/agreement.ts\` from what httpd ${httpd} said; \`npm test\` asks httpd again where there is one.

*Accepted*: httpd accepts the text. *Falsely rejected*: an error promises a refusal that does not come. *Rejected*: httpd refuses it for what it says. *Found at the line*: with an error on the line that httpd names, or on the tag at fault. *Not judged*: httpd refuses it for what the machine lacks, such as a file.`;
}

function harmlessWords({ httpd }: Figures): string {
  return `What htconf would make of these texts, and what httpd ${httpd} says of that. *Same*: accepted before and after, and read the same. *Mended*: refused before and accepted after. *Still refused*: refused before and after, and not for more. *Not judged*: refused for what the machine lacks. *Harm*: anything else.`;
}

const EFFECTS = ['same', 'mended', 'refused', 'environment', 'harm'] as const;

const KINDS = {
  alone: 'each safe fix',
  together: 'all safe fixes at once',
  preferred: 'the preferred fix of the only error',
  formatting: 'formatting',
} as const;

function harmlessTable({ families }: Figures): string {
  const rows = Object.entries(families).flatMap(([name, figures]) =>
    Object.entries(KINDS).map(([kind, words]) => {
      const counts = figures[kind as keyof typeof KINDS];
      return `| ${name} | ${words} | ${EFFECTS.map((effect) => String(counts[effect])).join(' | ')} |`;
    }),
  );
  const heads = '| texts | change | same | mended | still refused | not judged | harm |';
  return [heads, `| --- | --- |${' --: |'.repeat(EFFECTS.length)}`, ...rows].join('\n');
}

function knownParts({ cases, examples, corpus }: AgreementFacts['known']): string[] {
  return [
    ...section('Cases', cases),
    ...section('Examples of the rule pages', examples),
    ...section('Real configurations', corpus),
  ];
}

function section(title: string, reasons: readonly KnownReason[]): string[] {
  if (reasons.length === 0) return [];
  const lines = reasons.map(
    ({ reason, outcome, ids }) =>
      `- ${reason} (${outcomes[outcome]}, ${String(ids.length)}) ${ids.map((id) => `\`${id}\``).join(', ')}`,
  );
  return [`### ${title}`, lines.join('\n')];
}

const outcomes: Readonly<Record<KnownReason['outcome'], string>> = {
  'false-error': 'an error on a line that httpd does not name',
  missed: 'missed',
  elsewhere: 'found elsewhere',
  'too-many': 'too many errors',
  agrees: 'agrees',
};
