import { mongo } from 'mongoose';
import { refuse } from './errors.ts';

/** Whatever else the driver's collections can do is refused by its name. */
export function refuseTheRest(prototype: object): void {
  for (const name of Object.getOwnPropertyNames(mongo.Collection.prototype)) {
    const { value } = Object.getOwnPropertyDescriptor(mongo.Collection.prototype, name) ?? {};
    if (typeof value !== 'function' || name in prototype) continue;
    Object.defineProperty(prototype, name, { value: () => refuse(name) });
  }
}
