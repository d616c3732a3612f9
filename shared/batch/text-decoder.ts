// TextDecoder is in browsers, workers and Node alike, but in no ECMAScript library; this is the one place that takes it.

interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
type DecoderClass = new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => Decoder;

const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: DecoderClass };

/** Fails (TypeError) on what the encoding does not allow; a BOM at the start is dropped. Windows-874's holes do not fail. */
export function strictDecoder(label: 'utf-8' | 'windows-874' | 'utf-16le' | 'utf-16be'): Decoder {
  return new TextDecoder(label, { fatal: true });
}
export type { Decoder };
