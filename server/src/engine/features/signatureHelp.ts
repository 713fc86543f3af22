import type { Ask } from '../base/ask.ts';
import type { Span } from '../base/span.ts';
import type { Entry, LineForm, Slot } from '../catalogue/entry.ts';
import { formFor, formsOf, slotAt } from '../catalogue/slots.ts';
import { leadOf, wordCount, type Directive } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { kindOf } from '../kinds/index.ts';
import { locate, type Argument } from './cursor.ts';
import { codeBlock, longList, manualLink, paragraphs } from './markdown.ts';

/** The ways to write the directive at the cursor. */
export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The one in which the line is written so far, and the parameter of it that the cursor is in. */
  readonly active: number;
  readonly parameter: number;
}

export interface Signature {
  /** `RewriteRule pattern substitution [flags]` */
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** Markdown. */
  readonly documentation: string;
}

export interface Parameter {
  /** In the label of the signature. */
  readonly span: Span;
  /** Markdown. */
  readonly documentation?: string;
}

/** What the directive at an offset of the file takes; undefined where no argument of one stands or would begin. */
export function signatureHelp(snapshot: Snapshot, evaluation: Evaluation, offset: number): SignatureHelp | undefined {
  const { spot, ask } = locate(snapshot, evaluation, offset);
  if (spot.at !== 'argument' || !spot.directive.entry) return undefined;
  const { entry } = spot.directive;
  const form = formAt(entry, spot.directive, spot.argument);
  const parameter = parameterAt(form.slots, spot.argument);
  if (parameter < 0) return undefined;
  const forms = formsOf(entry);
  const signatures = forms.map((one) => signatureOf(entry, one, ask));
  return { signatures, active: forms.indexOf(form), parameter };
}

/** Behind the last word, and in it, a line is still being written: how many words it will have is not known. */
function formAt(entry: Entry, directive: Directive, { index, written }: Argument): LineForm {
  const { words } = directive;
  const isGrowing = !written || index === words.length - 1;
  const lead = leadOf(written ? words : words.slice(0, index));
  return formFor(entry, lead, isGrowing ? undefined : wordCount(directive));
}

function parameterAt(slots: readonly Slot[], { slot, index }: Argument): number {
  const own = slot ? slots.indexOf(slot) : -1;
  if (own >= 0) return own;
  const next = slotAt(slots, index, undefined);
  return next ? slots.indexOf(next) : -1;
}

function signatureOf(entry: Entry, form: LineForm, ask: Ask): Signature {
  let label = entry.name.replace('>', '');
  const parameters = form.slots.map((slot, index): Parameter => {
    const start = label.length + 1;
    label += ` ${parameterLabel(slot, form.lead?.[index])}`;
    const words = wordsOf(slot, ask);
    return { span: { start, end: label.length }, ...(words !== undefined && { documentation: words }) };
  });
  return { label: entry.section ? `${label}>` : label, parameters, documentation: entryWords(entry) };
}

/** More words than these make a label too long to read. */
const MOST_WORDS = 7;

/** A blank would make two arguments of one. */
function parameterLabel({ label, optional, repeat }: Slot, lead: readonly string[] | undefined): string {
  const name = lead && lead.length <= MOST_WORDS ? lead.join('|') : label.replaceAll(' ', '-');
  const whole = repeat ? `${name}...` : name;
  return optional ? `[${whole}]` : whole;
}

/** The words that an argument takes, where it takes some that are known. */
function wordsOf({ kind }: Slot, ask: Ask): string | undefined {
  const candidates = kindOf(kind).suggest([], 0, ask, '');
  const words = candidates.filter(({ role }) => role === 'keyword' || role === 'flag').map(({ text }) => text);
  return words.length > 0 ? `Words for it: ${longList(words)}` : undefined;
}

function entryWords({ syntax, page, name }: Entry): string {
  return paragraphs([
    syntax.length > 0 ? codeBlock(syntax) : undefined,
    page === undefined ? undefined : manualLink(page, name.replace(/[<>]/g, '')),
  ]);
}
