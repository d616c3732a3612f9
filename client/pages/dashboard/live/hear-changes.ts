// Hears from the server when figures may have changed; asks every 15 seconds where that does not work.

const pollMs = 15_000;

/** Calls `onChange` for each change, and once after a gap in hearing. Returns how to stop. */
export function hearChanges(
  path: string,
  onChange: () => void,
  onMode: (mode: 'live' | 'polling') => void,
): () => void {
  let source: EventSource | null = null;
  let wasOpen = false;
  const listen = () => {
    source?.close();
    source = new EventSource(path);
    source.addEventListener('open', () => {
      onMode('live');
      // what happened while nobody listened
      if (wasOpen) onChange();
      wasOpen = true;
    });
    source.addEventListener('change', onChange);
    source.addEventListener('error', () => onMode('polling'));
  };
  const poll = setInterval(() => {
    if (source?.readyState === EventSource.OPEN) return;
    onChange();
    // the browser gives up for good after an answer that is no stream
    if (source?.readyState === EventSource.CLOSED) listen();
  }, pollMs);
  const onVisible = () => {
    if (document.visibilityState === 'visible' && source?.readyState !== EventSource.OPEN)
      onChange();
  };
  document.addEventListener('visibilitychange', onVisible);
  listen();
  return () => {
    clearInterval(poll);
    document.removeEventListener('visibilitychange', onVisible);
    source?.close();
  };
}
