import type { PageFacts } from '../../server/src/cli/pages/page.ts';

/** What the lists say of a code. */
export interface Finding {
  readonly code: string;
  /** As in the table of codes. */
  readonly summary: string;
  readonly facts: PageFacts;
}

const INDEX_HEAD = `# What htconf finds

Each finding has a code, and each code a page with examples.

- An **error** is something that httpd refuses. *Refused at* says when: \`httpd -t\` tests the configuration without starting, *the start* is what \`-t\` does not see, *a request* is a page that is asked for, where a \`.htaccess\` file is read.
- A **warning** is something that httpd accepts although it surely does not do what was meant, or an error that depends on what is not known here.
- An **information** and a **hint** are about style.

A **safe** fix cannot change what httpd does, or there is only one way to mend what it refuses: \`htconf check --fix\` makes it without asking.

`;

const INDEX_FOOT = `
## How to read the examples

Most examples are fragments of which nothing else is known. In an example, a line that begins with \`#\` and has \`^\` under a word of the line above marks what is found there: severity, where httpd refuses an error, code. \`#<---\` marks from the first column on. \`+2 lines\` means that the finding goes on to the end of the second line below. A first line \`#- .htaccess\` names the file and gives options of \`htconf check\`. Each further line \`#- extra/site.conf\` begins another file; \`#- conf.d/\` is a folder, \`#- a.conf -> b.conf\` a link, and then nothing else is there. Where a second block follows without text between, it shows the configuration after the first fix.

All examples are tests of htconf.
`;

/** `docs/rules/README.md`. */
export function rulesIndex(findings: readonly Finding[]): string {
  const rows = findings.map(({ code, summary, facts: { severity, refusedAt, fix } }) => [
    `[\`${code}\`](${code}.md)`,
    summary,
    severity,
    refusedAt,
    fix,
  ]);
  return INDEX_HEAD + table(['Code', 'What', 'Severity', 'Refused at', 'Fix'], rows) + INDEX_FOOT;
}

/** The table of the README at the top level. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ code, summary, facts }) => [
    summary,
    facts.severity,
    `[\`${code}\`](docs/rules/${code}.md)`,
  ]);
  return table(['What', 'Severity', 'Code'], rows);
}

const BEGIN = '<!-- findings:begin -->\n';
const END = '<!-- findings:end -->\n';

/** A text with another table between its two marks; throws where it has no marks. */
export function withFindings(text: string, list: string): string {
  const start = text.indexOf(BEGIN) + BEGIN.length;
  const end = text.indexOf(END);
  if (end < start || !text.includes(BEGIN)) throw new Error(`README.md has no line ${BEGIN}and below it ${END}`);
  return text.slice(0, start) + list + text.slice(end);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
