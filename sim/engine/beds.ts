import { Capacity } from './capacity.ts';

/** Beds or places: a person uses one. */
export class Beds extends Capacity {}
