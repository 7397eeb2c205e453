import type { SensitivityDecision } from '../sim/decision.ts';
import type { Reported } from '../reports/index.ts';
import { Refusal } from './exit.ts';
import type { Saved } from './saved-result.ts';

export interface ReportedFile {
  file: string;
  result: Reported;
}

interface Found {
  file: string;
  decision: SensitivityDecision;
  /** In what it is not of the run of each result. */
  differs: string[][];
}

/** Differences told of one result. */
const MOST = 8;

/** Each result with the sensitivities that are of the same run; every one that has no place is refused, with what differs. */
export async function withSearches(saved: Saved[]): Promise<ReportedFile[]> {
  const { differsFrom } = await import('../reports/index.ts');
  const results = saved.flatMap((it) => ('result' in it ? [it] : []));
  const searches = saved.flatMap((it) => ('decision' in it ? [it] : []));
  if (results.length === 0) throw new Refusal('Name one decision.json by itself, or with the result.json of the same run.');
  const found = searches.flatMap(({ file, decision }): Found[] =>
    decision.kind === 'sensitivity'
      ? [{ file, decision, differs: results.map(({ result }) => differsFrom(result, decision)) }]
      : [],
  );
  const mistakes = [
    ...searches.flatMap(({ file, decision: { kind } }) =>
      kind === 'sensitivity'
        ? []
        : [`${file} is what d2a ${kind} found; a report takes what d2a sensitivity finds. Name it by itself.`],
    ),
    ...found.flatMap((it, i) => [
      ...ofNoResult(
        it,
        results.map(({ file }) => file),
      ),
      ...namedBefore(it, found.slice(0, i)),
    ]),
  ];
  if (mistakes.length > 0) throw new Refusal(mistakes.join('\n\n'));
  return results.map(({ file, result }, r) => {
    const own = found.filter(({ differs }) => differs[r]?.length === 0).map(({ decision }) => decision);
    return { file, result: own.length > 0 ? { ...result, sensitivities: own } : result };
  });
}

function ofNoResult({ file, differs }: Found, results: string[]): string[] {
  if (differs.some((of) => of.length === 0)) return [];
  return differs.map((of, r) =>
    [
      `${file} is not of the same run as ${results[r]}:`,
      ...of.slice(0, MOST),
      ...(of.length > MOST ? [`and ${of.length - MOST} more`] : []),
    ].join('\n  '),
  );
}

/** Two of one measure and run would be one figure twice. */
function namedBefore({ file, decision, differs }: Found, before: Found[]): string[] {
  const twin = before.find(
    (it) =>
      it.decision.asked.measure === decision.asked.measure &&
      it.decision.asked.scope === decision.asked.scope &&
      it.differs.some((of, r) => of.length === 0 && differs[r]?.length === 0),
  );
  return twin ? [`${file} moves the same measure as ${twin.file}: name one of the two.`] : [];
}
