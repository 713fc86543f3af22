import { argumentCount } from './argumentCount.ts';
import { builtinLoadmodule } from './builtinLoadmodule.ts';
import { commentSwallowsLine } from './commentSwallowsLine.ts';
import { contextComment } from './contextComment.ts';
import { continuationSpace } from './continuationSpace.ts';
import { deadBranch } from './deadBranch.ts';
import { deadCondition } from './deadCondition.ts';
import { deprecatedDirective } from './deprecatedDirective.ts';
import { directiveCase } from './directiveCase.ts';
import { duplicateListen } from './duplicateListen.ts';
import { duplicateLoadmodule } from './duplicateLoadmodule.ts';
import { duplicateVhost } from './duplicateVhost.ts';
import { errorDirective } from './errorDirective.ts';
import { errorDocument } from './errorDocument.ts';
import { exclusiveWords } from './exclusiveWords.ts';
import { htaccessIgnored } from './htaccessIgnored.ts';
import { includeBackupFile } from './includeBackupFile.ts';
import { includeCycle } from './includeCycle.ts';
import { includeMatchesNothing } from './includeMatchesNothing.ts';
import { includeMissing } from './includeMissing.ts';
import { indexOptionsNone } from './indexOptionsNone.ts';
import { lineTooLong } from './lineTooLong.ts';
import { macroArguments } from './macroArguments.ts';
import { macroDefinition } from './macroDefinition.ts';
import { method } from './method.ts';
import { methodInHtaccess } from './methodInHtaccess.ts';
import { missingServername } from './missingServername.ts';
import { moduleFile } from './moduleFile.ts';
import { moduleIdentifier } from './moduleIdentifier.ts';
import { moduleNeedsModule } from './moduleNeedsModule.ts';
import { moduleNotLoaded } from './moduleNotLoaded.ts';
import { needsNewerHttpd } from './needsNewerHttpd.ts';
import { noListen } from './noListen.ts';
import { noMpm } from './noMpm.ts';
import { optionsFirst } from './optionsFirst.ts';
import { optionsMixedSigns } from './optionsMixedSigns.ts';
import { overlappingListen } from './overlappingListen.ts';
import { overrideListNone } from './overrideListNone.ts';
import { optionNotGranted, overrideNotGranted } from './overrideNotGranted.ts';
import { redirect } from './redirect.ts';
import { removedDirective } from './removedDirective.ts';
import { requireAlias } from './requireAlias.ts';
import { requireNegative } from './requireNegative.ts';
import { restrictedFunction } from './restrictedFunction.ts';
import { rewriteBackreference } from './rewriteBackreference.ts';
import { rewriteCondition } from './rewriteCondition.ts';
import { rewriteConditionOrphan } from './rewriteConditionOrphan.ts';
import { rewriteFlags } from './rewriteFlags.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMismatched } from './sectionMismatched.ts';
import { sectionMissingBracket } from './sectionMissingBracket.ts';
import { sectionNotClosed } from './sectionNotClosed.ts';
import { sectionOrder } from './sectionOrder.ts';
import { sectionUnopened } from './sectionUnopened.ts';
import { severalMpms } from './severalMpms.ts';
import { suppressUnknown, suppressWithoutReason } from './suppress.ts';
import { trailingComment } from './trailingComment.ts';
import { undefinedVariable } from './undefinedVariable.ts';
import { unknownDirective } from './unknownDirective.ts';
import { unknownMacro } from './unknownMacro.ts';
import { valueIgnored } from './valueIgnored.ts';
import { versionTest } from './versionTest.ts';
import { vhostWithoutListen } from './vhostWithoutListen.ts';
import { wrongContext } from './wrongContext.ts';

/**
 * The rules that look at a directive, in the order in which httpd and people would ask: is there such a name, is the
 * line what it seems, may it stand here, are there as many arguments as must be, are they right.
 */
export const STAGES: readonly (readonly Rule[])[] = [
  [unknownDirective, removedDirective, needsNewerHttpd],
  [moduleNotLoaded],
  [trailingComment],
  [wrongContext, overrideNotGranted, sectionMissingBracket],
  [argumentCount],
  [
    unknownMacro,
    macroArguments,
    macroDefinition,
    builtinLoadmodule,
    errorDirective,
    errorDocument,
    exclusiveWords,
    includeBackupFile,
    includeCycle,
    includeMatchesNothing,
    includeMissing,
    indexOptionsNone,
    method,
    methodInHtaccess,
    moduleFile,
    moduleIdentifier,
    optionNotGranted,
    optionsFirst,
    optionsMixedSigns,
    overrideListNone,
    redirect,
    requireNegative,
    restrictedFunction,
    rewriteCondition,
    rewriteFlags,
    valueIgnored,
    versionTest,
  ],
  [deprecatedDirective],
];

/** Every rule once. */
export const RULES: readonly Rule[] = [
  ...STAGES.flat(),
  commentSwallowsLine,
  contextComment,
  continuationSpace,
  deadBranch,
  deadCondition,
  directiveCase,
  duplicateListen,
  duplicateLoadmodule,
  htaccessIgnored,
  duplicateVhost,
  lineTooLong,
  missingServername,
  moduleNeedsModule,
  noListen,
  noMpm,
  overlappingListen,
  requireAlias,
  rewriteBackreference,
  rewriteConditionOrphan,
  sectionEmpty,
  sectionMismatched,
  sectionNotClosed,
  sectionOrder,
  sectionUnopened,
  severalMpms,
  suppressUnknown,
  suppressWithoutReason,
  undefinedVariable,
  vhostWithoutListen,
];
