import { cellName } from '../data/cell-name.ts';
import type { Files } from '../data/files.ts';
import type { ScenarioValue, Warning } from '../sim/result.ts';
import type { Scenario } from '../sim/scenario/scenario.ts';
import { type Calendar, calendarOf, calendarProblem } from './calendar.ts';
import { readChanges } from './changes/read-changes.ts';
import { spelledOut } from './changes/spelled-out.ts';
import { readAmbitions } from './checks/ambitions.ts';
import { checkClosures } from './checks/closures.ts';
import { checkFollowUp } from './checks/follow-up.ts';
import type { MeasureOption } from './checks/measure-option.ts';
import { checkObservedRows, readObserved } from './checks/observed.ts';
import { checkMeasured } from './checks/measured.ts';
import { checkNotes, checkRanges } from './checks/notes.ts';
import { checkPeople } from './checks/people.ts';
import { readPrecision } from './checks/precision.ts';
import { checkPlaces } from './checks/places.ts';
import { checkPriceYears } from './checks/price-years.ts';
import { checkRedirections } from './checks/redirections.ts';
import { checkReferences } from './checks/references.ts';
import { checkServed } from './checks/served.ts';
import { checkSharing } from './checks/sharing.ts';
import { checkRoutes } from './checks/routes.ts';
import { checkChangedValues, checkShares } from './checks/shares.ts';
import { checkSizeOfRun } from './checks/size-of-run.ts';
import { readStated } from './checks/stated.ts';
import { checkStartFrom } from './checks/start-from.ts';
import { checkServicesInPlace, checkSizes, checkStructure } from './checks/structure.ts';
import { warningsOf } from './checks/warnings.ts';
import { ScenarioMistakes, type Slip } from './mistakes.ts';
import type { Context } from './resolve/context.ts';
import { resolveScenario } from './resolve/scenario.ts';
import { type KeptSearch, searchesOf } from './resolve/searches.ts';
import { readTables } from './resolve/tables.ts';
import { isCommandLine, type Setting, setFromCommandLine } from './source/command-line.ts';
import { type Input, nothingYet, readWithParents } from './source/extends.ts';
import { laidOver } from './source/laid-over.ts';
import { type Branch, find, pathText, type Place, placeOf } from './source/tree.ts';
import { wholeDays } from './units/kinds.ts';
import { Quantity } from './units/quantity.ts';
import { readTriggers } from './triggers/read-triggers.ts';
import { readyForSums, SumsNeeded } from './units/sums.ts';
import { valuesOf } from './values.ts';

/** A scenario ready for the model, and what a reader of its results needs to know of where it came from. */
export interface ReadScenario {
  scenario: Scenario;
  values: ScenarioValue[];
  /** Every file read, in the order read; names relative to the scenario's folder. */
  inputs: Input[];
  warnings: Warning[];
  /** Searches kept with the plan, as the command line takes them. */
  decide: KeptSearch[];
  /** Inherited entries taken out by the word `removed`. */
  removed: { path: string; at: string }[];
}

export interface ReadOptions {
  /** The door to the files. */
  files: Files;
  /** What an ambition may be about. */
  measures: MeasureOption[];
  /** A file laid over the scenario and all it builds on: a winter over a plan. */
  with?: string | undefined;
  /** Over what the files say. */
  set?: Setting[];
}

/** Reads a scenario file and all it builds on. Throws ScenarioMistakes with every mistake found. */
export async function readScenario(file: string, options: ReadOptions): Promise<ReadScenario> {
  const { files } = options;
  const main = files.find(file);
  const gathered = nothingYet(files);
  const { slips, inputs, removed, notes } = gathered;
  const plan = await readWithParents(file, gathered);
  const whole = options.with === undefined ? plan : laidOver(plan, await readWithParents(options.with, gathered, plan), gathered);
  const tree = spelledOut(setFromCommandLine(whole, options.set ?? [], slips));
  const legible = !slips.some((slip) => slip.fatal);
  const context = legible ? await understood({ tree, files, main, measures: options.measures, inputs, slips }) : null;
  const scenario = context && slips.length === 0 ? resolveScenario(context) : null;
  if (scenario) checkSizeOfRun(scenario, tree, slips);
  if (scenario) checkMeasured(scenario, options.measures, tree, slips);
  if (!context || !scenario || slips.length > 0)
    throw new ScenarioMistakes(slips, (at) => placeText(at, files.shown(at.file), at.file));
  const shown = (at: Place) => placeText(at, files.shown(at.file, main));
  return {
    scenario,
    values: valuesOf(context, shown),
    inputs: inputs.map((input) => ({ ...input, file: files.shown(input.file, main) })),
    warnings: [
      ...warningsOf(context),
      ...notes.map((note) => ({ kind: 'passed-over', text: `${note.problem} (${shown(note.place)})` })),
      ...context.tables.notes.map(({ place, kind, text }) => ({
        kind,
        text: `${text} (${files.shown(place.file, main)}, line ${place.line})`,
      })),
    ],
    decide: searchesOf(context.written),
    removed: removed
      .filter(({ path }) => !find(tree, path))
      .map(({ path, place }) => ({ path: pathText(path), at: shown(place) })),
  };
}

interface Checking {
  tree: Branch;
  files: Files;
  /** The file that was asked for, by its whole name. */
  main: string;
  measures: MeasureOption[];
  inputs: Input[];
  slips: Slip[];
}

/** Once more with mathjs, if a sum was met: most scenarios do without it. */
async function understood(checking: Checking): Promise<Context | null> {
  const before = checking.slips.length;
  try {
    return await check(checking);
  } catch (error) {
    if (!(error instanceof SumsNeeded)) throw error;
    await readyForSums();
    checking.slips.length = before;
    return check(checking);
  }
}

/** Each check looks at what it needs and passes over what it cannot understand, so that no mistake hides another. */
async function check({ tree: asWritten, files, main, measures, inputs, slips }: Checking): Promise<Context | null> {
  checkSizes(asWritten, slips);
  checkServicesInPlace(asWritten, slips);
  if (slips.some((slip) => slip.fatal)) return null;
  const { written, tree } = checkStructure(asWritten, slips);
  const calendar = usableCalendar(tree, slips);
  const changes = readChanges(tree, calendar, slips);
  checkReferences(tree, slips);
  checkRoutes(tree, slips);
  checkShares(tree, changes, calendar, slips);
  checkFollowUp(tree, changes, slips);
  checkRedirections(tree, changes, calendar, slips);
  checkChangedValues(tree, changes, calendar, slips);
  checkClosures(tree, calendar, slips);
  checkPriceYears(tree, slips);
  checkNotes(tree, slips);
  const triggers = readTriggers(tree, slips);
  const figures = { tree, measures, calendar, slips };
  const targets = readAmbitions(figures);
  const stated = readStated(figures);
  const precise = readPrecision(tree, measures, slips);
  const observed = readObserved(tree, measures, calendar, slips);
  const tables = readTables({ tree, calendar, observed, mainFile: main, files, inputs, slips });
  checkPeople(tree, tables, slips);
  checkObservedRows(tree, observed, tables, calendar, slips);
  checkPlaces(tree, tables, slips);
  checkSharing(tree, slips);
  checkServed(tree, tables, slips);
  if (written) {
    checkRanges(written, tree, slips);
    checkStartFrom(written, tables, tree, slips);
    written.run['warm-up'] ??= new Quantity(wholeDays, calendar?.warmUp ?? 0);
  }
  return written && calendar ? { written, tree, calendar, changes, tables, targets, stated, precise, observed, triggers } : null;
}

function usableCalendar(tree: Branch, slips: Slip[]): Calendar | null {
  const calendar = calendarOf(tree);
  const problem = calendar && calendarProblem(calendar);
  if (!problem) return calendar;
  slips.push({ place: placeOf(tree, ['period']), path: ['period'], problem });
  return null;
}

/** By the name that readers are shown; a file outside the folder has the name given for that. */
function placeText(at: Place, shown: string, outside = shown): string {
  if (isCommandLine(at)) return at.file;
  const name = shown.startsWith('../') ? outside : shown;
  return at.sheet ? `${name}, sheet ${at.sheet.name}, cell ${cellName(at.line, at.column)}` : `${name}:${at.line}:${at.column}`;
}
