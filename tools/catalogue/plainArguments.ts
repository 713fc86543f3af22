import type { StoredDirective, StoredModuleFile, StoredSlot } from '../../server/src/engine/catalogue/stored.ts';

/** How much the catalogue can say of the arguments of a directive. */
interface Known {
  readonly name: string;
  /** `none` takes no arguments; `all` and `some` of them have a kind; `text`: none has. */
  readonly typed: 'none' | 'all' | 'some' | 'text';
  /** Arguments that are nothing but text. */
  readonly plain: readonly StoredSlot[];
}

/** What is known of the arguments of each directive, in the order of the files. */
export function knownArguments(files: readonly StoredModuleFile[]): Known[] {
  return files.flatMap(({ directives }) => directives.map(known));
}

function known(directive: StoredDirective): Known {
  const all = [...(directive.slots ?? []), ...(directive.forms ?? []).flatMap(({ slots }) => slots)];
  const plain = all.filter(({ kind = 'text' }) => kind === 'text');
  return { name: directive.name, typed: typed(all.length, plain.length), plain: firstOfEach(plain) };
}

function typed(all: number, plain: number): Known['typed'] {
  if (all === 0) return 'none';
  if (plain === 0) return 'all';
  return plain === all ? 'text' : 'some';
}

/** The same argument stands in each form of a line. */
function firstOfEach(slots: readonly StoredSlot[]): readonly StoredSlot[] {
  return slots.filter((slot, index) => slots.findIndex(({ label }) => label === slot.label) === index);
}
