import type { Fix, RefusedAt, Reported } from '../../server/src/engine/engine.ts';
import type { PageFacts } from '../../server/src/cli/pages/page.ts';

/** A finding with its repairs. */
export interface Repairable {
  readonly finding: Reported;
  readonly fixes: readonly Fix[];
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

const STEPS: Readonly<Record<RefusedAt, string>> = {
  configtest: '`httpd -t`',
  start: 'the start',
  request: 'a request',
};

/** What the table of a page has to say: all that was seen of its code, the worst first. */
export function pageFacts(own: readonly Repairable[]): PageFacts {
  const severities = SEVERITIES.filter((severity) => own.some(({ finding }) => finding.severity === severity));
  const steps = (Object.keys(STEPS) as RefusedAt[]).filter((step) =>
    own.some(({ finding }) => finding.refusedAt === step),
  );
  return {
    severity: severities.join(', '),
    refusedAt: steps.map((step) => STEPS[step]).join(', ') || 'nowhere',
    fix: fixWord(own.map(({ fixes }) => fixes).filter((fixes) => fixes.length > 0)),
  };
}

/** A safe repair is made by `--fix` without asking. */
function fixWord(repairs: readonly (readonly Fix[])[]): string {
  const safe = repairs.filter((fixes) => fixes.some((fix) => fix.safe));
  if (repairs.length === 0) return 'no';
  if (safe.length === 0) return 'yes';
  return safe.length === repairs.length ? 'yes, safe' : 'yes, some safe';
}
