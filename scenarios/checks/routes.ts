import type { Slip } from '../mistakes.ts';
import { type Branch, find, keyPlace, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';

/** From one service (or pathway) to the next, and where the scenario says so. */
interface Step {
  from: string;
  to: string;
  path: Path;
}

/** No service waits, over whatever way round, for itself: two full services would hold each other's people for ever. */
export function checkRoutes(tree: Branch, slips: Slip[]): void {
  const steps = stepsOf(tree);
  for (const step of steps) {
    if (textAt(tree, ['services', step.from, 'kind']) !== 'placements') continue;
    const problem = `${step.from} is a service of kind placements: people who start there are not followed further, so nothing can come after it.`;
    slips.push({ place: place(tree, step.path), path: step.path, problem, found: step.to });
  }
  const circle = circleIn(steps);
  const last = circle.at(-1);
  if (!last) return;
  const names = [...circle.map((step) => step.from), last.to].join(' → ');
  const problem = `Services wait for one another in a circle: ${names}. When they are full, each holds the people the next is waiting for and nobody can ever move.`;
  slips.push({ place: place(tree, last.path), path: last.path, problem, found: last.to, allowed: 'a route or outcome that does not lead back' });
}

function place(tree: Branch, path: Path) {
  const key = path.at(-1);
  return typeof key === 'string' ? keyPlace(tree, path.slice(0, -1), key) : placeOf(tree, path);
}

/** Steps of routes, and of outcomes that are named as a service; of a group, from and to each of its services. */
function stepsOf(tree: Branch): Step[] {
  const services = namesAt(tree, ['services']);
  const members = (name: string) => (find(tree, ['sharing', name]) ? textsAt(tree, ['sharing', name, 'services']).map(({ text }) => text) : [name]);
  const routes = namesAt(tree, ['pathways']).flatMap((pathway) => {
    const route = textsAt(tree, ['pathways', pathway, 'route']);
    return route.slice(1).map(({ text, path }, i) => ({ from: route[i]?.text ?? '', to: text, path }));
  });
  const outcomes = services.flatMap((from) =>
    namesAt(tree, ['services', from, 'outcomes']).map((to) => ({ from, to, path: ['services', from, 'outcomes', to] })),
  );
  const each = [...routes, ...outcomes].flatMap((step) => members(step.from).flatMap((from) => members(step.to).map((to) => ({ ...step, from, to }))));
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
