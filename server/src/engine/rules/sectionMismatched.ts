import { entryOf } from '../catalogue/catalogue.ts';
import { inRaw } from '../evaluation/directive.ts';
import { leave } from '../evaluation/place.ts';
import type { Step } from '../evaluation/step.ts';
import { enclosingTags, partnerOf } from '../syntax/enclosing.ts';
import { nameSpan, nameWord, textOf } from '../syntax/line.ts';
import { lineOffset } from '../syntax/sourceFile.ts';
import { insertLineBefore, replaceInLine } from './edits.ts';
import type { Fix, FixContext, Rule } from './rule.ts';
import { tagSeverity } from './tagSeverity.ts';

/** A closing tag that is not the one that is due (httpd-config 2.3): another name, or sections that cross. */
export const sectionMismatched: Rule = {
  code: 'section-mismatched',
  line(step, ask) {
    const due = dueName(step);
    if (due === undefined) return [];
    const name = nameWord(step.line.text.text);
    const shown = `</${step.line.text.text.slice(name.start, name.end)}>`;
    return [
      {
        span: inRaw(step, name),
        ...tagSeverity(ask),
        message: `\`</${due}>\` is due here, not \`${shown}\`.`,
        why: 'Sections must end in the reverse order of their beginnings: httpd refuses any other.',
        partner:
          step.crosses === undefined ? 'This section is to be closed.' : `This section ends before \`<${due}>\` does.`,
      },
    ];
  },
  fixes: (context) => (context.step.crosses === undefined ? [renameTag(context)] : closeFirst(context)),
};

/** The section that is due: of a pair with two names the other one, of crossing sections the inner one. */
function dueName({ line, pairing, crosses, place }: Step): string | undefined {
  if (line.form !== 'close' || !pairing || leave(place, pairing.pops).text) return undefined;
  if (crosses !== undefined) return spelled(crosses);
  if (pairing.kind !== 'near' && pairing.kind !== 'mismatched') return undefined;
  const cut = line.text.text.slice(2, nameSpan(line.text.text).end - 1).toLowerCase();
  // In a block that is skipped httpd cuts the last character of the tag, whatever it is (httpd-config 2.4).
  if (place.truth === 'no' && cut === pairing.partnerName) return undefined;
  return spelled(pairing.partnerName ?? '');
}

function spelled(name: string): string {
  return entryOf(`<${name}`)?.spellings[0] ?? name;
}

function renameTag(context: FixContext): Fix {
  const { step, file } = context;
  const due = partnerText(context) ?? spelled(step.pairing?.partnerName ?? '');
  const safe =
    step.pairing?.kind === 'near' &&
    partnerOf(file, step.ref) !== undefined &&
    entryOf(`<${due.toLowerCase()}`) !== undefined;
  return { title: `Change to </${due}>`, safe, preferred: true, edits: [replaceInLine(context, context.span, due)] };
}

/** The name as the opening tag writes it. */
function partnerText({ file, step }: FixContext): string | undefined {
  const partner = partnerOf(file, step.ref);
  const line = partner?.chunk.lines[partner.index];
  if (!line) return undefined;
  const { text } = textOf(line);
  const name = nameWord(text);
  return text.slice(name.start, name.end);
}

/** Puts the closing tag of the inner section in front, and takes it away where it stands. */
function closeFirst(context: FixContext): Fix[] {
  const { file, step } = context;
  const inner = crossingTag(context);
  const close = inner && partnerOf(file, inner);
  const line = close?.chunk.lines[close.index];
  const start = close && lineOffset(file, close);
  if (!inner || !line || start === undefined) return [];
  const tag = textOf(line).text;
  const edits = [
    insertLineBefore(file, step.ref, tag, inner),
    { span: { start, end: start + line.raw.length }, text: '' },
  ];
  return [{ title: `Put ${tag} in front`, safe: false, preferred: true, edits }];
}

function crossingTag({ file, step }: FixContext) {
  for (const ref of enclosingTags(file, step.ref)) {
    const line = ref.chunk.lines[ref.index];
    if (line && line.key.slice(1) === step.crosses) return ref;
  }
  return undefined;
}
