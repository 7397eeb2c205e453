import type { Slip } from '../mistakes.ts';
import { type Branch, find, keyPlace, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';

/** From one service (or pathway) to the next, and where the scenario says so. */
interface Step {
  from: string;
  to: string;
  path: Path;
}

/**
 * No service waits, over whatever way round, for itself: full services would hold each other's people for ever. Only who waits in place holds
 * anything, so a circle with a service waited for at home is none; but somebody must be able to leave it.
 */
export function checkRoutes(tree: Branch, slips: Slip[]): void {
  const steps = stepsOf(tree);
  for (const step of steps) {
    if (textAt(tree, ['services', step.from, 'kind']) !== 'placements') continue;
    const problem = `${step.from} is a service of kind placements: people who start there are not followed further, so nothing can come after it.`;
    slips.push({ place: place(tree, step.path), path: step.path, problem, found: step.to });
  }
  const blocked = circleIn(steps.filter(({ to }) => textAt(tree, ['services', to, 'waits-at']) !== 'home'));
  const out = lettingOut(tree, steps);
  const endless = blocked.length > 0 ? [] : circleIn(steps.filter(({ from, to }) => !out.has(from) && !out.has(to)));
  const last = blocked.at(-1) ?? endless.at(-1);
  if (!last) return;
  const names = [...[...blocked, ...endless].map((step) => step.from), last.to].join(' → ');
  const problem =
    blocked.length > 0
      ? `Services wait for one another in a circle: ${names}. When they are full, each holds the people the next is waiting for and nobody can ever move.`
      : `Nobody can ever leave these services: ${names}. Whatever the outcome, people come back.`;
  const allowed =
    blocked.length > 0
      ? 'a route or outcome that does not lead back, or `waits-at: home` for one of them'
      : 'an outcome above 0% that leads out';
  slips.push({ place: place(tree, last.path), path: last.path, problem, found: last.to, allowed });
}

/** Services from which somebody can leave the system in the end. */
function lettingOut(tree: Branch, steps: Step[]): Set<string> {
  const out = new Set<string>();
  const services = namesAt(tree, ['services']);
  for (let before = -1; before < out.size; ) {
    before = out.size;
    for (const name of services)
      if (leaves(tree, name) || steps.some(({ from, to }) => from === name && out.has(to))) out.add(name);
  }
  return out;
}

/** By an outcome of its own; a service without outcomes lets everybody go. */
function leaves(tree: Branch, name: string): boolean {
  const outcomes = namesAt(tree, ['services', name, 'outcomes']);
  const inside = (outcome: string) =>
    find(tree, ['services', outcome]) !== undefined || find(tree, ['sharing', outcome]) !== undefined;
  return (
    outcomes.length === 0 ||
    outcomes.some(
      (outcome) => !inside(outcome) && !/^0(\.0*)?\s*%$/.test(textAt(tree, ['services', name, 'outcomes', outcome]) ?? ''),
    )
  );
}

function place(tree: Branch, path: Path) {
  const key = path.at(-1);
  return typeof key === 'string' ? keyPlace(tree, path.slice(0, -1), key) : placeOf(tree, path);
}

/** Steps of routes, and of outcomes that are named as a service; of a group, from and to each of its services. */
function stepsOf(tree: Branch): Step[] {
  const services = namesAt(tree, ['services']);
  const members = (name: string) =>
    find(tree, ['sharing', name]) ? textsAt(tree, ['sharing', name, 'services']).map(({ text }) => text) : [name];
  const routes = namesAt(tree, ['pathways']).flatMap((pathway) => {
    const route = textsAt(tree, ['pathways', pathway, 'route']);
    return route.slice(1).map(({ text, path }, i) => ({ from: route[i]?.text ?? '', to: text, path }));
  });
  const outcomes = services.flatMap((from) =>
    namesAt(tree, ['services', from, 'outcomes']).map((to) => ({ from, to, path: ['services', from, 'outcomes', to] })),
  );
  const each = [...routes, ...outcomes].flatMap((step) =>
    members(step.from).flatMap((from) => members(step.to).map((to) => ({ ...step, from, to }))),
  );
  return each.filter((step) => services.includes(step.from) && services.includes(step.to));
}

/** The steps of a circle, if there is one: depth first, each place once. */
export function circleIn(steps: Step[]): Step[] {
  const done = new Set<string>();
  const visit = (service: string, way: Step[]): Step[] => {
    const back = way.findIndex((step) => step.from === service);
    if (back >= 0) return way.slice(back);
    if (done.has(service)) return [];
    for (const step of steps.filter((one) => one.from === service)) {
      const circle = visit(step.to, [...way, step]);
      if (circle.length > 0) return circle;
    }
    done.add(service);
    return [];
  };
  for (const { from } of steps) {
    const circle = visit(from, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
