import type { REPORT_FORMATS } from '../options.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** What is written in each format. */
export const REPORTS: Readonly<
  Record<(typeof REPORT_FORMATS)[number], (report: Report, colour: boolean) => string | Promise<string>>
> = {
  text: ({ shown, files, fixed }, colour) => textReport(shown, { files: files.length, fixed }, colour),
  json: ({ shown, files }) => jsonReport(files.length, shown),
  sarif: sarifReport,
  github: (report) => githubReport(report),
  junit: junitReport,
};
