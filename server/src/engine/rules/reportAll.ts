import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Settings } from '../evaluation/settings.ts';
import { ORDER, report, type Reported, type ReportedRelated } from './report.ts';

/**
 * The findings of a file that several configurations read: each once, the most severe one, dimmed only where all do.
 * What is not so in all of them names those in which it is.
 */
export function reportAll(views: readonly Evaluation[], settings: Settings): Reported[] {
  const [only, ...others] = views;
  if (!only || others.length === 0) return only ? report(only, settings) : [];
  const found = new Map<string, Seen[]>();
  for (const view of views) {
    for (const reported of report(view, settings)) {
      const key = identityOf(reported);
      found.set(key, [...(found.get(key) ?? []), { reported, view }]);
    }
  }
  return [...found.values()]
    .flatMap((seen) => mergedFrom(seen, views.length))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || ORDER[a.severity] - ORDER[b.severity]);
}

/** A finding as one of the configurations has it. */
interface Seen {
  readonly reported: Reported;
  readonly view: Evaluation;
}

function mergedFrom(seen: readonly Seen[], views: number): Reported[] {
  const least = Math.min(...seen.map(({ reported }) => ORDER[reported.severity]));
  const severe = seen.filter(({ reported }) => ORDER[reported.severity] === least);
  const [first] = severe;
  if (!first) return [];
  const { reported } = first;
  if (severe.length === views) return [reported];
  if (reported.tag === 'unnecessary' && seen.length < views) return [];
  return [{ ...reported, related: [...reported.related, ...severe.map(({ view }) => underRoot(view))] }];
}

function underRoot({ viewOf, file }: Evaluation): ReportedRelated {
  const { uri } = viewOf?.file ?? file;
  const message = 'So it is under this main configuration, but not under all that read the file.';
  return { uri, span: { start: 0, end: 0 }, message };
}

function identityOf({ code, span }: Reported): string {
  return `${code} ${String(span.start)} ${String(span.end)}`;
}
