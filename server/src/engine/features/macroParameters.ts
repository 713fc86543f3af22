import type { Span } from '../base/span.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import { sectionHeader } from '../evaluation/header.ts';
import { substitution } from '../evaluation/macro.ts';
import type { Step } from '../evaluation/step.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags } from '../syntax/enclosing.ts';
import { textOf, type Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { MACRO } from './body.ts';

/** Where the tag that begins a macro names its parameters, in the `raw` of the line. */
export function namedParameters({ key, words, step }: Directive): readonly Span[] {
  return key === MACRO ? words.slice(1).map(({ span }) => inRaw(step, span)) : [];
}

/** Finds parameters in a line of a macro, in the `raw` of the line. */
export type UsedParameters = (step: Step) => readonly Span[];

/** For the lines of the macro that a line is in. The tag that ends it is not one of them. */
export function usedParameters(file: SourceFile, ref: LineRef): UsedParameters {
  const substitute = substitution(parametersAround(file, ref), []);
  return (step) => {
    if (step.line.form === 'close' && step.place.section === MACRO) return [];
    const pieces = substitute(step.line.text.text)?.pieces ?? [];
    return pieces.map(({ source }) => inRaw(step, source));
  };
}

function parametersAround(file: SourceFile, ref: LineRef): readonly string[] {
  for (const { chunk, index } of enclosingTags(file, ref)) {
    const line = chunk.lines[index] as Line;
    if (line.key === MACRO) return parametersIn(line);
  }
  return [];
}

function parametersIn(tag: Line): readonly string[] {
  const [, ...parameters] = sectionHeader(textOf(tag)).words;
  return parameters.map(({ value }) => value.text);
}
