import { hostAddress, listenAddress, serverName } from './address.ts';
import { authnProvider } from './authnProvider.ts';
import { definedName, flagName } from './definedName.ts';
import { directiveName, sectionName } from './directiveName.ts';
import { cookieExpiry, expiry } from './expiry.ts';
import { expression, expressionString, expressionWord } from './expression/index.ts';
import { flag } from './flag.ts';
import { headerValue } from './headerValue.ts';
import { healthCheck } from './healthCheck.ts';
import { icon } from './icon.ts';
import { indexOption } from './indexOption.ts';
import { interval } from './interval.ts';
import { keyword } from './keyword.ts';
import { keywords } from './keywords.ts';
import type { Kind } from './kind.ts';
import { linkCondition } from './linkCondition.ts';
import { logLevel } from './logLevel.ts';
import { method } from './method.ts';
import { moduleFile } from './moduleFile.ts';
import { moduleIdentifier } from './moduleIdentifier.ts';
import { moduleName } from './moduleName.ts';
import { mutexName } from './mutexName.ts';
import { named } from './named.ts';
import { decimal, positiveDecimal } from './numbers/decimal.ts';
import { leadingNumber, replacedNumber } from './numbers/leadingNumber.ts';
import { limit } from './numbers/limit.ts';
import { size } from './numbers/size.ts';
import { wholeNumber } from './numbers/wholeNumber.ts';
import { ports } from './ports.ts';
import { nameOrRegex, regex, regexOrUrl, textOrRegex } from './regex/index.ts';
import { require } from './require.ts';
import { rewriteBase } from './rewrite/base.ts';
import { rewriteFlags } from './rewrite/flags.ts';
import { rewriteMapSource } from './rewrite/mapSource.ts';
import { rewritePattern } from './rewrite/pattern.ts';
import { rewriteTest } from './rewrite/test.ts';
import { rewriteSubstitution, rewriteText } from './rewrite/text.ts';
import { slashedMediaType } from './slashedMediaType.ts';
import { statusCode } from './statusCode.ts';
import { substitution } from './substitution.ts';
import { text } from './text.ts';
import { unauthorizedDocument } from './unauthorizedDocument.ts';
import { version, versionPattern } from './version.ts';

/** The kinds without parameter. */
const KINDS: readonly Kind[] = [
  authnProvider,
  cookieExpiry,
  decimal,
  definedName,
  directiveName,
  expiry,
  expression,
  flag,
  flagName,
  headerValue,
  hostAddress,
  healthCheck,
  icon,
  indexOption,
  linkCondition,
  listenAddress,
  logLevel,
  moduleFile,
  moduleIdentifier,
  moduleName,
  mutexName,
  ...named,
  nameOrRegex,
  ports,
  positiveDecimal,
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
  slashedMediaType,
  serverName,
  statusCode,
  substitution,
  text,
  textOrRegex,
  unauthorizedDocument,
  version,
  versionPattern,
];

/** Kinds made from the parameter behind the colon of their id; the catalogue's ids are the only ones. */
const FAMILIES: Readonly<Record<string, (parameter: string) => Kind>> = {
  'expression-string': expressionString,
  'expression-word': expressionWord,
  keyword,
  keywords,
  method,
  'rewrite-flags': rewriteFlags,
  interval,
  limit,
  size,
  bytes: leadingNumber('bytes'),
  digits: wholeNumber('digits'),
  integer: leadingNumber('integer'),
  kilobytes: leadingNumber('kilobytes'),
  milliseconds: leadingNumber('milliseconds'),
  'number-word': wholeNumber('number-word'),
  'replaced-number': replacedNumber,
  seconds: leadingNumber('seconds'),
  'whole-number': wholeNumber('whole-number'),
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
