import type { Slip } from '../mistakes.ts';
import { nearestName } from '../nearest-name.ts';
import { DIED } from '../vocabulary/pathway.ts';
import { type Branch, entriesAt, find, keyPlace, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';

/** Every name used is the name of something. */
export function checkReferences(tree: Branch, slips: Slip[]): void {
  const services = [...namesAt(tree, ['services']), ...namesAt(tree, ['sharing'])];
  const pathways = namesAt(tree, ['pathways']);
  if (namesAt(tree, ['hospitals']).length + namesAt(tree, ['referrals']).length === 0) {
    slips.push({
      place: tree.at,
      path: [],
      problem: 'Nobody comes: there is neither a hospital nor a direct referral.',
      allowed: '`hospitals: {NAME: {admissions: …}}` or `referrals: {NAME: {to: …, arrivals: …}}`',
    });
  }
  if (services.length === 0) noServices(tree, slips);
  for (const pathway of pathways) {
    const route = services.length === 0 ? [] : textsAt(tree, ['pathways', pathway, 'route']);
    for (const { text, path } of route) known(tree, text, path, 'service', services, slips);
    reportsAs(tree, pathway, slips);
    checkDied(tree, pathway, slips);
  }
  for (const family of namesAt(tree, ['process-delay'])) {
    for (const { text, path } of textsAt(tree, ['process-delay', family, 'applies-to']))
      known(tree, text, path, 'pathway', pathways, slips);
  }
  for (const hospital of namesAt(tree, ['hospitals'])) {
    for (const [pathway] of entriesAt(tree, ['hospitals', hospital, 'pathways']))
      known(tree, pathway, ['hospitals', hospital, 'pathways', pathway], 'pathway', pathways, slips);
    checkStays(tree, hospital, pathways, slips);
  }
  for (const service of namesAt(tree, ['services'])) {
    const path = ['services', service, 'readmitted-to'];
    const hospital = textAt(tree, path);
    if (hospital === undefined) continue;
    known(tree, hospital, path, 'hospital', namesAt(tree, ['hospitals']), slips);
    if (!find(tree, ['services', service, 'outcomes', 'readmitted'])) {
      slips.push({
        place: placeOf(tree, path),
        path,
        problem: '`readmitted-to` has no effect: no outcome is called `readmitted`.',
        allowed: '`outcomes: {readmitted: 8%, …}`',
      });
    }
  }
  for (const referral of namesAt(tree, ['referrals'])) checkReferral(tree, referral, services, pathways, slips);
}

/** Where the names of each sort of thing are. */
const BLOCKS: Record<string, string[]> = {
  service: ['services', 'sharing'],
  hospital: ['hospitals'],
  pathway: ['pathways'],
  place: ['places'],
  'service or pathway': ['services', 'sharing', 'pathways'],
};

/** Said once, where a service is first named, instead of at every name. */
function noServices(tree: Branch, slips: Slip[]): void {
  const routes = namesAt(tree, ['pathways']).flatMap((pathway) => textsAt(tree, ['pathways', pathway, 'route']));
  const changed = namesAt(tree, ['changes']).flatMap((change) =>
    namesAt(tree, ['changes', change])
      .filter((key) => key.startsWith('services.'))
      .map((key) => ['changes', change, key]),
  );
  const path = routes[0]?.path ?? changed[0];
  if (!path) return;
  const names = [...new Set([...routes.map(({ text }) => text), ...changed.map((one) => String(one[2]).split('.')[1] ?? '')])];
  const problem = `There are no services, but the scenario names ${names.join(', ')}: is the block \`services:\` missing?`;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem,
    allowed: 'for example `services: {home-support: {kind: hours, commissioned: 1750 h/week, package: …}}`',
  });
}

export function known(tree: Branch, name: string, path: Path, what: string, names: string[], slips: Slip[]): void {
  if (names.includes(name)) return;
  const key = path.at(-1);
  const place = typeof key === 'string' ? keyPlace(tree, path.slice(0, -1), key) : placeOf(tree, path);
  slips.push({
    place,
    path,
    problem: `There is no ${what} of this name.`,
    found: name,
    allowed: list(names, what),
    nearest: nearestName(tree, name, BLOCKS[what] ?? []),
  });
}

function list(names: string[], what: string): string {
  return names.length > 0 ? names.slice(0, 20).join(', ') : `none yet: add a ${what} first`;
}

function reportsAs(tree: Branch, pathway: string, slips: Slip[]): void {
  const path = ['pathways', pathway, 'reports-as'];
  if (/^P[0-3]$/.test(pathway) || find(tree, path) || find(tree, ['pathways', pathway])?.type !== 'map') return;
  const problem = `\`reports-as\` is missing: which national pathway does ${pathway} count as?`;
  slips.push({ place: placeOf(tree, path), path, problem, allowed: '`P0`, `P1`, `P2`, `P3`, `died in hospital`' });
}

/** Whoever dies in hospital is not discharged, so nothing comes after the stay. */
function checkDied(tree: Branch, pathway: string, slips: Slip[]): void {
  if (textAt(tree, ['pathways', pathway, 'reports-as']) !== DIED) return;
  const path = ['pathways', pathway, 'route'];
  if (textsAt(tree, path).length > 0)
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `People of ${pathway} die in hospital: the pathway can have no route.`,
    });
  for (const family of namesAt(tree, ['process-delay'])) {
    const named = textsAt(tree, ['process-delay', family, 'applies-to']).find(({ text }) => text === pathway);
    if (named)
      slips.push({
        place: placeOf(tree, named.path),
        path: named.path,
        problem: `People of ${pathway} die in hospital: no process delay applies to them.`,
        found: pathway,
      });
  }
}

/** Whoever is admitted and drawn to a pathway needs a clinical stay. */
function checkStays(tree: Branch, hospital: string, pathways: string[], slips: Slip[]): void {
  if (find(tree, ['hospitals', hospital, 'people'])) return;
  if (pathways.length === 0) {
    slips.push({
      place: placeOf(tree, ['hospitals', hospital]),
      path: ['pathways'],
      problem: 'A hospital needs pathways: where do its people go?',
      allowed: 'for example `pathways: {P0: {share: 100%, acute-stay: …}}`',
    });
  }
  for (const pathway of pathways) {
    const has = (key: string) =>
      find(tree, ['hospitals', hospital, 'pathways', pathway, key]) ?? find(tree, ['pathways', pathway, key]);
    const drawn = has('share') ?? namesAt(tree, ['places']).find((place) => find(tree, ['places', place, 'pathways', pathway]));
    if (!drawn || has('acute-stay')) continue;
    const path = ['pathways', pathway, 'acute-stay'];
    const problem = `\`acute-stay\` is missing: how long do people of ${pathway} stay in ${hospital} until they are ready?`;
    slips.push({
      place: placeOf(tree, path),
      path,
      problem,
      allowed: 'for example `{mean: 11 days, median: 8 days, shape: lognormal}`',
    });
  }
}

function checkReferral(tree: Branch, referral: string, services: string[], pathways: string[], slips: Slip[]): void {
  const path = ['referrals', referral, 'to'];
  const to = textAt(tree, path);
  if (to === undefined) return;
  const both = services.includes(to) && pathways.includes(to);
  if (both)
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: 'This is the name of a service and of a pathway: rename one of them.',
      found: to,
    });
  else known(tree, to, path, 'service or pathway', [...services, ...pathways], slips);
  if (pathways.includes(to) && !services.includes(to) && textsAt(tree, ['pathways', to, 'route']).length === 0) {
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: 'This pathway has no service in its route, so nobody can be referred to it.',
      found: to,
    });
  }
}
