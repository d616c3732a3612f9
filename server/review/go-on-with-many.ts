// A decision of many whose process is gone is gone on with, by whoever took its lease over, beside everything else.
import type { Context } from '../context.ts';
import type { WorkLease } from '../leases/leases.ts';
import { findMany, forgetSteps } from './begin-many.ts';
import { carryOut } from './carry-out-many.ts';

export async function goOnWithMany(
  context: Context,
  lease: WorkLease,
  action: string,
): Promise<undefined | 'going-on'> {
  if (!(await findMany(context, action))) {
    await forgetSteps(context, action);
    return undefined;
  }
  void carryOut(context, lease, action);
  return 'going-on';
}
