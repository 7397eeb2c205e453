import { type Engine, native, simjs } from '../../sim/engine/engine.ts';
import { simjsPackage } from './simjs.ts';

/** The engine of a name, as the command line and a thread are told it. */
export function engineOf(name: Engine['name']): Engine {
  return name === 'native' ? native : simjs(simjsPackage());
}
