// The network of network.yaml as a minimal event program of its own: no streams, no records but areas. The unit of the bench's ratios.
const [WARM, END] = [90, 455];
const WEEKDAY = [1.1, 1.06, 1.03, 1, 1.03, 0.92, 0.86];
const MEAN_WEIGHT = WEEKDAY.reduce((sum, weight) => sum + weight, 0) / 7;
const MOST = Math.max(...WEEKDAY);
const BEDS = 680;
const ACUTE = 6;
/** Of the pathways from 0: share of people summed up, places, mean stay. */
const SHARES = [0.5, 0.95, 0.99, 1];
const PLACES = [0, 940, 150, 32];
const STAYS = [0, 20, 35, 28];
const [COMES, READY, ENDS] = [0, 1, 2];

/** Uniforms in (0, 1): a 64-bit counter through two rounds of mixing, as 32-bit halves. */
function uniforms(seed) {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return ((mixed >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Times in order, each with a whole number; a binary heap. */
class Heap {
  size = 0;
  times = new Float64Array(65_536);
  items = new Int32Array(65_536);

  push(time, item) {
    const { times, items } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (times[parent] <= time) break;
      times[i] = times[parent];
      items[i] = items[parent];
      i = parent;
    }
    times[i] = time;
    items[i] = item;
  }

  pop() {
    const { times, items } = this;
    const first = items[0];
    const size = --this.size;
    const time = times[size];
    const item = items[size];
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[i] = times[child];
      items[i] = items[child];
      i = child;
    }
    times[i] = time;
    items[i] = item;
    return first;
  }
}

/** One replication: mean levels over the period (people blocked in acute beds, in them, in each service) and the number of events. */
export function minimal(seed) {
  const luck = uniforms(seed);
  const normal = () => Math.sqrt(-2 * Math.log(luck())) * Math.cos(2 * Math.PI * luck());
  const sigma = Math.sqrt(Math.log(2)); // a coefficient of variation of 1
  const stay = (mean) => Math.exp(Math.log(mean) - Math.log(2) / 2 + sigma * normal());
  const pathway = new Uint8Array(65_536);
  const acute = new Float64Array(65_536);
  const support = new Float64Array(65_536);
  const heap = new Heap();
  const lines = Array.from({ length: 5 }, () => ({ people: [], next: 0 })); // by pathway; the last for acute beds
  const free = [BEDS, ...PLACES.slice(1)];
  const levels = new Float64Array(5); // blocked, in acute beds, in each service
  const areas = new Float64Array(5);
  const since = new Float64Array(5).fill(WARM);
  let [people, events] = [0, 0];

  const change = (level, time, by) => {
    if (time > WARM) {
      areas[level] += levels[level] * (time - since[level]);
      since[level] = time;
    }
    levels[level] += by;
  };
  const comes = (time) => {
    let at = time;
    do at -= Math.log(luck()) / ((100 * MOST) / MEAN_WEIGHT);
    while (luck() * MOST >= WEEKDAY[Math.floor(at) % 7]);
    heap.push(at, COMES);
  };
  const admit = (person, time) => {
    change(1, time, 1);
    heap.push(time + acute[person], (person << 2) | READY);
  };
  const bedFree = (time) => {
    change(1, time, -1);
    const line = lines[4];
    if (line.next < line.people.length) admit(line.people[line.next++], time);
    else free[0]++;
  };
  const start = (person, time) => {
    change(1 + pathway[person], time, 1);
    heap.push(time + support[person], (person << 2) | ENDS);
  };

  comes(0);
  while (heap.size > 0) {
    const time = heap.times[0];
    if (time > END) break;
    const item = heap.pop();
    events++;
    if ((item & 3) === COMES) {
      const person = people++;
      const u = luck();
      pathway[person] = SHARES.findIndex((sum) => u < sum);
      acute[person] = stay(ACUTE);
      support[person] = pathway[person] === 0 ? 0 : stay(STAYS[pathway[person]]);
      comes(time);
      if (free[0] > 0) {
        free[0]--;
        admit(person, time);
      } else lines[4].people.push(person);
      continue;
    }
    const person = item >> 2;
    const way = pathway[person];
    if ((item & 3) === READY) {
      if (way === 0) bedFree(time);
      else if (free[way] > 0) {
        free[way]--;
        start(person, time);
        bedFree(time);
      } else {
        change(0, time, 1);
        lines[way].people.push(person);
      }
      continue;
    }
    change(1 + way, time, -1);
    const line = lines[way];
    if (line.next < line.people.length) {
      const next = line.people[line.next++];
      change(0, time, -1);
      start(next, time);
      bedFree(time);
    } else free[way]++;
  }
  for (let level = 0; level < 5; level++) change(level, END, 0);
  const [blocked, beds, p1, p2, p3] = areas.map((area) => area / (END - WARM));
  return { events, means: { blocked, acute: beds, 'p1-places': p1, 'p2-beds': p2, 'p3-beds': p3 } };
}
