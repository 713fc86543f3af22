import { relative, resolve } from 'node:path';
import type { Severity } from '../../engine/engine.ts';
import { listed, type FindingRow, type Shown } from './finding.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';
import { countsIn } from './text.ts';

/** What GitHub calls the severities that it shows beside the lines of a change; hints are left out. */
const COMMANDS: Readonly<Partial<Record<Severity, string>>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands of GitHub Actions, one for each finding, and a line with their number.
 * @param workspace the top of the checkout, which GitHub takes names of files to be relative to
 */
export function githubReport(
  { shown, files }: Report,
  workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
): string {
  const told = listed(shown).filter(({ row }) => COMMANDS[row.severity] !== undefined);
  const commands = told.map((one) => commandFor(one, workspace));
  return [...commands, countsIn(told, files.length), ''].join('\n');
}

function commandFor({ row, source }: Shown, workspace: string): string {
  const { severity, code, message, why } = row;
  const place = source === undefined ? {} : placeOf(row);
  const properties = { file: fileIn(workspace, row.file), ...place, title: `htconf: ${code}` };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  const text = [message, ...(why === undefined ? [] : [why])].map(printable).join('\n');
  return `::${COMMANDS[severity] ?? ''} ${list.join(',')}::${escaped(text)}`;
}

function fileIn(workspace: string, file: string): string {
  return printable(relative(workspace, resolve(file)).replaceAll('\\', '/'));
}

/** GitHub takes columns only within one line. */
function placeOf({ line, column, endLine, endColumn }: FindingRow): Readonly<Record<string, number>> {
  return line === endLine ? { line, col: column, endLine, endColumn } : { line, endLine };
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
