// A figure that silently left a filter out would be a wrong number: offices and projects that there are not are refused by name.
import type { Filters } from '../../shared/api/figures.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { refuseUnknownOffices } from '../offices/read-offices.ts';
import { storedProjects } from './project.model.ts';

/** @throws unreadable naming the office or the project */
export async function refuseUnknown(
  context: Pick<Context, 'db'>,
  { office, project }: Pick<Filters, 'office' | 'project'>,
): Promise<void> {
  await refuseUnknownOffices(context, office);
  const ids = (project ?? []).filter((id) => id !== 'none');
  if (ids.length === 0) return;
  const known = await context.db
    .model(storedProjects)
    .find({ _id: { $in: ids } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const unknown = ids.find((id) => !known.some(({ _id }) => _id === id));
  if (unknown === undefined) return;
  throw problem('unreadable', {
    detail: `\`project\` cannot be \`${unknown.slice(0, 100)}\`.`,
    errors: [{ pointer: '/query/project' }],
  });
}
