/** The database cannot be used as it is. The message is one sentence or two for whoever starts it: what, where, what to do. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';
}
