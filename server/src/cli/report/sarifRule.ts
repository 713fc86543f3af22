import type * as Sarif from 'sarif';
import { codeOf, pageAddress, type Severity } from '../../engine/engine.ts';
import { pageOf } from '../pages/pageOf.ts';
import { terminalText } from '../pages/terminalText.ts';
import { plain } from './paint.ts';

/** What a code is, from its row in the table and its page without the examples. */
export async function sarifRule(
  code: string,
  levels: Readonly<Record<Severity, Sarif.ReportingConfiguration.level>>,
): Promise<Sarif.ReportingDescriptor> {
  const { severity, summary } = codeOf(code);
  const { sentence, sections } = await pageOf(code);
  const told = sections.filter(({ heading }) => heading !== 'Examples');
  const markdown = withAddresses(told.map(({ heading, text }) => `## ${heading}\n\n${text}\n`).join('\n'), code);
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: sentence },
    help: { text: terminalText(markdown, plain), markdown },
    helpUri: pageAddress(code),
    defaultConfiguration: { level: levels[severity] },
  };
}

/** Links from page to page lead nowhere where there are no pages. */
function withAddresses(markdown: string, code: string): string {
  return markdown.replace(/\]\(([^)]+)\)/g, (_, target: string) => `](${new URL(target, pageAddress(code)).href})`);
}
