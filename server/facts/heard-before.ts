// Responses that were heard of while they count nowhere and had no row: an older state of them may still be on the way, such as in
// a page that was read before. The last some ten thousand are remembered; what is on the way is not on the way for long.
import type { Countable } from './countable.ts';
import { isAnew } from './heard.ts';

type State = Pick<Countable, '_id' | 'version' | 'changedAt'>;

const most = 20_000;

export class HeardBefore {
  #recent = new Map<string, State>();
  #older = new Map<string, State>();

  note(state: State): void {
    if ((this.#heard(state._id)?.version ?? 0) < state.version) this.#recent.set(state._id, state);
    if (this.#recent.size < most) return;
    this.#older = this.#recent;
    this.#recent = new Map();
  }

  /** It is not the same as what was heard, nor older. */
  isNews({ _id, version, receivedAt }: Omit<State, 'changedAt'> & Pick<Countable, 'receivedAt'>) {
    const heard = this.#heard(_id);
    return !heard || version > heard.version || isAnew(receivedAt, Number(heard.changedAt));
  }

  #heard(id: string): State | undefined {
    return this.#recent.get(id) ?? this.#older.get(id);
  }
}
