import { isAbsolute } from 'node:path';
import type * as Sarif from 'sarif';
import { version } from '../../../../package.json';
import { CODES, encodedName, PROJECT, type Severity } from '../../engine/engine.ts';
import { fileUri } from '../../hosts/fileUri.ts';
import { fingerprints } from './fingerprint.ts';
import { listed, type FindingRow, type FixRow, type Shown } from './finding.ts';
import type { Report } from './report.ts';
import { sarifRule } from './sarifRule.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name of the folder that paths are relative to; GitHub takes this one for the top of the checkout. */
const BASE = '%SRCROOT%';

const LEVELS: Readonly<Record<Severity, Sarif.ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, for code scanning and other programs that collect what many tools find. */
export async function sarifReport(report: Report): Promise<string> {
  const shown = listed(report.shown);
  const codes = Object.keys(CODES).filter((code) => shown.some(({ row }) => row.code === code));
  const fingerprintOf = fingerprints();
  const run: Sarif.Run = {
    tool: { driver: await driverWith(codes) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { uri: fileUri(process.cwd()).replace(/\/?$/, '/') } },
    invocations: [invocationOf(report)],
    results: shown.map((one) => resultOf(one, codes.indexOf(one.row.code), fingerprintOf(one))),
  };
  const log: Sarif.Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log)}\n`;
}

/** Of the codes only those that were found are explained: all pages together are long. */
async function driverWith(codes: readonly string[]): Promise<Sarif.ToolComponent> {
  const rules = await Promise.all(codes.map((code) => sarifRule(code, LEVELS)));
  return { name: 'htconf', version, semanticVersion: version, informationUri: PROJECT, rules };
}

function invocationOf({ problems, exitCode }: Report): Sarif.Invocation {
  return {
    executionSuccessful: problems.length === 0,
    exitCode,
    toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
  };
}

function resultOf(shown: Shown, ruleIndex: number, fingerprint: string): Sarif.Result {
  const { code, severity, refusedAt, message, why, related } = shown.row;
  const fixes = shown.row.fixes.filter(({ edits }) => edits.length > 0).map(fixOf);
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: why === undefined ? message : `${message}\n${why}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(shown.row.file), ...regionOf(shown) } }],
    partialFingerprints: { 'htconf/v1': fingerprint },
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocation) }),
    ...(fixes.length > 0 && { fixes }),
    ...(refusedAt && { properties: { refusedAt } }),
  };
}

/** Nothing of what is about a whole file. */
function regionOf({ row, source }: Shown): { readonly region?: Sarif.Region } {
  if (source === undefined) return {};
  const { line, column, endLine, endColumn, offset, endOffset } = row;
  const lines = { startLine: line, startColumn: column, endLine, endColumn };
  return { region: { ...lines, charOffset: offset, charLength: endOffset - offset } };
}

function relatedLocation(
  { file, line, column, message }: FindingRow['related'][number],
  index: number,
): Sarif.Location {
  return {
    id: index,
    message: { text: message },
    physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } },
  };
}

/** A path as reports show it: relative to the current folder, or absolute. */
function artifact(file: string): Sarif.ArtifactLocation {
  return isAbsolute(file)
    ? { uri: fileUri(file) }
    : { uri: file.split('/').map(encodedName).join('/'), uriBaseId: BASE };
}

function fixOf({ title, safe, preferred, edits }: FixRow): Sarif.Fix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits.filter((edit) => edit.file === file).map(replacement),
    })),
    properties: { safe, preferred },
  };
}

function replacement({ offset, endOffset, text }: FixRow['edits'][number]): Sarif.Replacement {
  return { deletedRegion: { charOffset: offset, charLength: endOffset - offset }, insertedContent: { text } };
}
