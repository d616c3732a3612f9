/** One way to fail, in words. */
export interface Explained {
  readonly title: string;
  readonly meaning: string;
  readonly toDo: string;
}
