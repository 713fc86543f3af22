import { authnProvider } from './authnProvider.ts';
import { definedName, flagName } from './definedName.ts';
import { directiveName, sectionName } from './directiveName.ts';
import { expression, expressionString, expressionWord } from './expression/index.ts';
import { flag } from './flag.ts';
import { headerValue } from './headerValue.ts';
import { healthCheck } from './healthCheck.ts';
import { keyword } from './keyword.ts';
import { keywords } from './keywords.ts';
import type { Kind } from './kind.ts';
import { linkCondition } from './linkCondition.ts';
import { method } from './method.ts';
import { moduleFile } from './moduleFile.ts';
import { moduleIdentifier } from './moduleIdentifier.ts';
import { moduleName } from './moduleName.ts';
import { nameOrRegex, regex, regexOrUrl, textOrRegex } from './regex/index.ts';
import { require } from './require.ts';
import { rewriteBase } from './rewrite/base.ts';
import { rewriteFlags } from './rewrite/flags.ts';
import { rewriteMapSource } from './rewrite/mapSource.ts';
import { rewritePattern } from './rewrite/pattern.ts';
import { rewriteTest } from './rewrite/test.ts';
import { rewriteSubstitution, rewriteText } from './rewrite/text.ts';
import { statusCode } from './statusCode.ts';
import { substitution } from './substitution.ts';
import { text } from './text.ts';
import { unauthorizedDocument } from './unauthorizedDocument.ts';

/** The kinds without parameter. */
const KINDS: readonly Kind[] = [
  authnProvider,
  definedName,
  directiveName,
  expression,
  flag,
  flagName,
  headerValue,
  healthCheck,
  linkCondition,
  moduleFile,
  moduleIdentifier,
  moduleName,
  nameOrRegex,
  regex,
  regexOrUrl,
  require,
  rewriteBase,
  rewriteMapSource,
  rewritePattern,
  rewriteSubstitution,
  rewriteTest,
  rewriteText,
  sectionName,
  statusCode,
  substitution,
  text,
  textOrRegex,
  unauthorizedDocument,
];

/** Kinds made from the parameter behind the colon of their id; the catalogue's ids are the only ones. */
const FAMILIES: Readonly<Record<string, (parameter: string) => Kind>> = {
  'expression-string': expressionString,
  'expression-word': expressionWord,
  keyword,
  keywords,
  method,
  'rewrite-flags': rewriteFlags,
};

const known = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of a slot of the catalogue. */
export function kindOf(id: string): Kind {
  const kind = known.get(id) ?? made(id);
  known.set(id, kind);
  return kind;
}

function made(id: string): Kind {
  const [family = '', parameter = ''] = id.split(':');
  const make = FAMILIES[family];
  if (!make) throw new Error(`no kind ${id}`);
  return make(parameter);
}
