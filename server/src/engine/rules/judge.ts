import type { Ask } from '../base/ask.ts';
import type { Span } from '../base/span.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { inRaw, partInRaw, resolve, type Directive } from '../evaluation/directive.ts';
import type { ExpandedFinding } from '../evaluation/inMacros.ts';
import type { UsedLine } from '../evaluation/usedLines.ts';
import { recording, stillHolds } from '../evaluation/answers.ts';
import type { Judge } from '../evaluation/evaluation.ts';
import type { Conclusion, Judgement } from '../evaluation/judgement.ts';
import type { Fact, Finding, Marked, Phase, RefusedAt, Severity } from '../evaluation/finding.ts';
import { overrideFacts } from '../evaluation/overrideFacts.ts';
import type { Place } from '../evaluation/place.ts';
import type { Run } from '../evaluation/run.ts';
import { stepOf, usedStep, type Step } from '../evaluation/step.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { beginFacts } from './beginFacts.ts';
import { codeOf, type Code } from './codes.ts';
import { firstError } from './firstError.ts';
import { unreadFacts } from './htaccessIgnored.ts';
import { RULES, STAGES } from './index.ts';
import type { FactHere, Found, FoundAt, Rule } from './rule.ts';
import { sectionFacts, topicOf } from './sectionFacts.ts';
import { suppressFacts } from './suppress.ts';

/** The one dispatcher: every line of a run once, every rule that looks at it. */
export const judge: Judge = {
  run(run, ask) {
    const findings: Finding[] = [];
    const facts: Fact[] = [];
    const expanded: ExpandedFinding[] = [];
    addAll(facts, beginFacts(run, ask));
    if (run.resumes !== undefined) addAll(expanded, judgeMacros(run, run.from - 1, ask, findings, facts));
    for (let index = run.from; index < run.end; index++) {
      if (run.chunk.lines[index]?.form === 'blank') continue;
      judgeLine(run, index, ask, findings, facts);
      // Here, not behind the run: facts must be in the order of reading, wherever the chunk ends.
      addAll(expanded, judgeMacros(run, index, ask, findings, facts));
    }
    return { findings, facts, expanded, topics: new Set(facts.map(topicOf)), wanted: wantedFacts(facts) };
  },
  file: (judgements, directives) =>
    FILE_RULES.flatMap((rule) => {
      const facts = factsFor(rule, judgements);
      return facts.length === 0 ? [] : placed(rule, rule.file?.(facts, directives) ?? []);
    }),
  whole: (judgements, world, before) =>
    WHOLE_RULES.flatMap((rule) => {
      const facts = factsFor(rule, judgements);
      if (facts.length === 0) return [];
      const known = before.find(({ code }) => code === rule.code);
      return known && holds(known, facts, world) ? known : conclude(rule, facts, world);
    }),
  first: firstError,
};

function holds({ facts, asked }: Conclusion, now: readonly Fact[], world: Ask): boolean {
  return facts.length === now.length && facts.every((fact, at) => fact === now[at]) && stillHolds(asked, world);
}

function conclude(rule: Rule, facts: readonly Fact[], world: Ask): Conclusion {
  const { ask, asked } = recording(world);
  return { code: rule.code, facts, asked, findings: placed(rule, rule.whole?.(facts, ask) ?? []) };
}

function placed({ code }: Rule, found: readonly FoundAt[]): Finding[] {
  return found.map((one) => findingOf(code, one, metAt(one)));
}

function metAt({ ref, place }: FoundAt): Met {
  return { ref, place, key: ref.chunk.lines[ref.index]?.key ?? '' };
}

/** The facts that a rule is given, in order; none where none of those is there that it needs. */
function factsFor({ code, needs = [] }: Rule, judgements: readonly Judgement[]): readonly Fact[] {
  if (!judgements.some(({ topics }) => needs.some((topic) => topics.has(topic)))) return [];
  const facts: Fact[] = [];
  for (const { wanted } of judgements) addAll(facts, wanted.get(code) ?? []);
  return facts;
}

function wantedFacts(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const wanted = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const code of CODES_BY_TOPIC.get(topicOf(fact)) ?? []) {
      const known = wanted.get(code);
      if (known) known.push(fact);
      else wanted.set(code, [fact]);
    }
  }
  return wanted;
}

const LINE_RULES = RULES.filter((rule) => rule.line);
const FILE_RULES = RULES.filter((rule) => rule.file);
const WHOLE_RULES = RULES.filter((rule) => rule.whole);
const FACT_RULES = byKey(RULES.filter((rule) => rule.facts));
const CODES_BY_TOPIC = codesByTopic([...FILE_RULES, ...WHOLE_RULES]);
const DIRECTIVE_STAGES = STAGES.map(byKey);

/** By what a fact is about: the codes of the rules that want it. */
function codesByTopic(rules: readonly Rule[]): ReadonlyMap<string, readonly string[]> {
  const byTopic = new Map<string, string[]>();
  for (const { code, needs = [], reads = [] } of rules)
    for (const topic of new Set([...needs, ...reads])) byTopic.set(topic, [...(byTopic.get(topic) ?? []), code]);
  return byTopic;
}

/** Rules by the key of a directive; under the empty key those for all others. */
type RulesByKey = ReadonlyMap<string, readonly Rule[]>;

function byKey(rules: readonly Rule[]): RulesByKey {
  const keys = new Set(['', ...rules.flatMap((rule) => rule.keys ?? [])]);
  return new Map([...keys].map((key) => [key, rules.filter((rule) => rule.keys?.includes(key) ?? true)]));
}

function rulesFor(rules: RulesByKey, key: string): readonly Rule[] {
  return rules.get(key) ?? rules.get('') ?? [];
}

function judgeLine(run: Run, index: number, ask: Ask, findings: Finding[], facts: Fact[]): void {
  const step = stepOf(run, index);
  const { ref, place } = step;
  const here = step.source.form === 'comment' ? suppressFacts(step.source.raw) : [];
  if (place.ignored) here.push(...unreadFacts(step));
  for (const fact of here) facts.push({ ...fact, ref, place });
  if (place.ignored) return;
  for (const rule of LINE_RULES) add(findings, rule.code, rule.line?.(step, ask) ?? [], step);
  if (place.truth === 'no' || place.text) return;
  addAll(facts, sectionFacts(step));
  if (step.line.form !== 'directive' && step.line.form !== 'open') return;
  const directive = resolve(step, ask);
  addAll(findings, judgeDirective(directive, ask));
  addAll(facts, factsHere(directive, ask));
}

/**
 * Judges the lines that a macro made in place of a line. A fault in the value of an argument is marked on that argument,
 * any other on the line of the macro; facts stand on the line that uses it.
 */
function judgeMacros(run: Run, index: number, ask: Ask, findings: Finding[], facts: Fact[]): ExpandedFinding[] {
  const lines = run.used.get(index) ?? [];
  if (lines.length === 0) return [];
  const use = resolve(stepOf(run, index), ask);
  return lines.flatMap((used) => judgeMacroLine(use, used, usedStep(run, index, used), ask, findings, facts));
}

function judgeMacroLine(
  use: Directive,
  used: UsedLine,
  step: Step,
  ask: Ask,
  findings: Finding[],
  facts: Fact[],
): ExpandedFinding[] {
  if (step.place.truth === 'no' || step.place.text) return [];
  const span = inRaw(use.step, use.name);
  addAll(
    facts,
    sectionFacts(step).map((fact) => ({ ...fact, span })),
  );
  if (step.line.form !== 'directive' && step.line.form !== 'open') return [];
  const directive = resolve(step, ask);
  addAll(
    facts,
    factsHere(directive, ask).map((fact) => ({ ...fact, span })),
  );
  return judgeDirective(directive, ask).flatMap((finding) => {
    const argument = argumentOf(use, used, finding);
    if (argument) findings.push({ ...finding, span: argument });
    return argument ? [] : [{ finding, macro: used.macro, line: used.line }];
  });
}

/** The argument of the line that uses the macro whose value a finding touches. */
function argumentOf(use: Directive, { text, depth }: UsedLine, { span }: Finding): Span | undefined {
  const piece = (text.pieces ?? []).find(
    ({ what, source }) => what === 'argument' && source.start < span.end && span.start < source.end,
  );
  const word = piece && depth === 1 ? use.words[Number(piece.name) + 1] : undefined;
  return word && inRaw(use.step, word.span);
}

function factsHere(directive: Directive, ask: Ask): Fact[] {
  const { ref, place } = directive.step;
  return factsOf(directive, ask).map((fact) => ({ ...fact, ref, place }));
}

function factsOf(directive: Directive, ask: Ask): FactHere[] {
  const facts = rulesFor(FACT_RULES, directive.key).flatMap((rule) => rule.facts?.(directive, ask) ?? []);
  return [...facts, ...overrideFacts(directive, ask)];
}

/** The stages in order; once one finds an error, what the later ones would say of the line is not worth hearing. */
function judgeDirective(directive: Directive, ask: Ask): Finding[] {
  const findings: Finding[] = [];
  for (const stage of DIRECTIVE_STAGES) {
    let isRefused = false;
    for (const rule of rulesFor(stage, directive.key)) {
      const found = rule.directive?.(directive, ask) ?? [];
      isRefused ||= found.some((one) => severityGiven(rule.code, one) === 'error');
      add(findings, rule.code, found, directive.step);
    }
    if (isRefused) return findings;
  }
  return [...findings, ...problems(directive, findings)];
}

/** What the kinds found, but for words of which a rule has already spoken. */
function problems(directive: Directive, findings: readonly Finding[]): Finding[] {
  const result: Finding[] = [];
  directive.parts.forEach((parts, index) => {
    const word = directive.words[index];
    for (const part of parts) {
      if (!part.problem || !word) continue;
      const { code, message, why, severity } = part.problem;
      const source = partInRaw(directive.step, word, part);
      if (findings.some((finding) => finding.span.start < source.end && source.start < finding.span.end)) continue;
      add(
        result,
        code,
        [{ span: source, message, ...(why !== undefined && { why }), ...(severity && { severity }) }],
        directive.step,
      );
    }
  });
  return result;
}

/** One at a time: a long line may have more findings than a call takes arguments. */
function addAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function add(findings: Finding[], code: string, found: readonly Found[], step: Step): void {
  for (const one of found)
    findings.push(findingOf(code, one, { ref: step.ref, place: step.place, key: step.line.key }));
}

/** The line that a finding is on. */
interface Met {
  readonly ref: LineRef;
  readonly place: Place;
  /** Catalogue key of its directive. */
  readonly key: string;
}

function severityGiven(code: string, found: Found): Severity {
  return found.severity ?? codeOf(code).severity;
}

/** Design of severities: what is only maybe read cannot be an error, and in `.htaccess` httpd refuses at the request. */
function findingOf(code: string, found: Found, { ref, place, key }: Met): Finding {
  const row = codeOf(code);
  const given = severityGiven(code, found);
  const isForgiven = found.passedOver ?? (place.truth === 'maybe' && !found.always);
  const severity: Severity = given === 'error' && isForgiven ? 'warning' : given;
  const isAnError = given === 'error' || (row.severity === 'error' && given === 'warning');
  const refusedAt: RefusedAt = place.htaccess ? 'request' : (found.refusedAt ?? row.refusedAt ?? 'configtest');
  return {
    code,
    severity,
    ref,
    place,
    ...(severity === 'error' && { refusedAt }),
    ...(isAnError && whenMet(found, row, key)),
    ...markedOf(found),
  };
}

/** When and where httpd comes upon an error, or upon what may be one. */
function whenMet(found: Found, row: Code, key: string): Pick<Finding, 'phase' | 'met'> {
  const phase = phaseOf(found, row, key);
  return found.met ? { phase, met: found.met } : { phase };
}

/** What is not refused by name is refused when its directive runs; names that httpd does not know are met in the walk. */
function phaseOf({ phase, refusedAt }: Found, row: Code, key: string): Phase {
  if (refusedAt === 'start') return 'start';
  return phase ?? row.phase ?? entryOf(key)?.phase ?? 'walk';
}

/** Every field is named: taking the others out of a copy takes ten times as long, and there may be many findings. */
function markedOf({ span, message, why, related, partner, fault, block }: Found): Marked {
  return {
    span,
    message,
    ...(why !== undefined && { why }),
    ...(related && { related }),
    ...(partner !== undefined && { partner }),
    ...(fault !== undefined && { fault }),
    ...(block && { block }),
  };
}
