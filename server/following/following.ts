// What the rest of the server may know of how this process hears what other processes write.

export interface Following {
  /** how long ago, in milliseconds, this process had seen everything that was stored; 0 where nobody else may write */
  readonly lagMs: number;
  /** the time up to which it has seen everything */
  readonly seenUntil: Date;
  /** it lags by more than is promised: figures may lack what others have stored */
  readonly isBehind: boolean;
  /** Resolves when everything that was acknowledged before is counted, or when the server stops. */
  caughtUp(): Promise<void>;
  /** `listener` hears when it falls behind and when it has caught up. Returns what ends it. */
  onChange(listener: () => void): () => void;
}

/** A process that is alone with its data has seen everything at every moment. */
export const alone = (now: () => Date): Following => ({
  lagMs: 0,
  get seenUntil() {
    return now();
  },
  isBehind: false,
  caughtUp: async () => undefined,
  onChange: () => () => undefined,
});
