// Where it was: decimal degrees, degrees-minutes-seconds, N and E, Thai digits, one cell or two. What is not surely a
// place in Thailand is left out with a warning, never guessed; only an exchanged pair is put right.
import { isNoAnswer } from '../text/no-answer.ts';
import { normaliseLine, toWesternDigits } from '../text/thai.ts';
import type { Position, Raw, RawPosition } from './response.ts';

export interface ParsedPosition {
  readonly position: Position | null;
  readonly warning?: 'coordinates-swapped' | 'coordinates-outside';
  /** why it was left out */
  readonly hint?: 'half' | 'utm' | 'unreadable' | 'outside';
}

/** inclusive, degrees */
const bounds = { south: 5.6, north: 20.5, west: 97.3, east: 105.7 };

const tidy = (raw: Raw): string => {
  const text = toWesternDigits(normaliseLine(String(raw ?? '')));
  return isNoAnswer(text) ? '' : text.toUpperCase().slice(0, 100);
};

/** as programs write a place in Thailand, and nobody could mean anything else by it */
const plain = /^\d{1,3}\.\d{1,9}$/;

/** What `parsePosition` makes of two such numbers, many times faster; null: read it in full. */
export function plainPosition(lat: unknown, lng: unknown): Position | null {
  if (typeof lat !== 'string' || typeof lng !== 'string') return null;
  if (!plain.test(lat) || !plain.test(lng)) return null;
  const [north, east] = [Number(lat), Number(lng)];
  return isInside(north, east) ? { lat: rounded(north), lng: rounded(east) } : null;
}

export function parsePosition(given: Readonly<RawPosition>): ParsedPosition {
  const parts: Pair = [tidy(given.lat), tidy(given.lng)];
  const apart = parts[0] !== '' || parts[1] !== '';
  const written = apart ? null : geopointOf(given);
  const accuracy = written ? written.accuracy : given.accuracy;
  const [lat, lng] = apart ? parts : (written?.pair ?? pairOf(tidy(given.text)));
  if (lat === '' && lng === '') return { position: null };
  if (lat === '' || lng === '') return outside('half');
  const first = degreesOf(lat);
  const second = degreesOf(lng);
  if (!first || !second) return outside('unreadable');
  const turned = first.axis === 'lng' || second.axis === 'lat';
  const north = turned ? second.value : first.value;
  const east = turned ? first.value : second.value;
  if (isInside(north, east)) return { position: positionOf(north, east, accuracy) };
  if (isInside(east, north)) {
    return { position: positionOf(east, north, accuracy), warning: 'coordinates-swapped' };
  }
  const isUtm = Math.abs(north) > 1000 && Math.abs(east) > 1000;
  return outside(isUtm ? 'utm' : 'outside');
}

const outside = (hint: NonNullable<ParsedPosition['hint']>): ParsedPosition => ({
  position: null,
  warning: 'coordinates-outside',
  hint,
});

/** `16.44 102.83 150 4.9`, `[16.44, 102.83]`: latitude, longitude, altitude and accuracy, as forms on phones write a position */
const geopoint =
  /^\[?(-?\d{1,3}\.\d+)[ ,]{1,2}(-?\d{1,3}\.\d+)(?:[ ,]{1,2}-?\d{1,5}(?:\.\d+)?[ ,]{1,2}(\d{1,6}(?:\.\d+)?))?\]?$/;

type Pair = readonly [string, string];

/** null: it is written in another way. */
function geopointOf({ text }: Readonly<RawPosition>) {
  const [, north, east, accuracy] = geopoint.exec(tidy(text)) ?? [];
  if (!north || !east) return null;
  const pair: Pair = [tidy(north), tidy(east)];
  return { pair, accuracy };
}

function pairOf(given: string): Pair {
  const text = given.replace(/^4[78] ?[NPQ]?[ ,:]+/, '');
  const withCommas = twoWithCommas.exec(text);
  if (withCommas) return [withCommas[1] ?? '', withCommas[2] ?? ''];
  const parts = text.includes(',') ? text.split(',') : splitOne(text);
  const [first = '', second = '', ...more] = parts.map((part) => part.trim());
  return more.length > 0 ? [text, text] : [first, second];
}

/** "13.75 100.50", `13°45'N 100°30'E`, "13.75;100.50" */
function splitOne(text: string): string[] {
  if (/[;/|]/.test(text)) return text.split(/[;/|]/);
  const behind = /^(.*[NS])\s*(.*[EW])$/.exec(text) ?? /^([NS].*?)\s*([EW].*)$/.exec(text);
  return behind ? behind.slice(1) : text.split(' ');
}

interface Degrees {
  readonly value: number;
  readonly axis?: 'lat' | 'lng';
}

const decimal = /^[+-]?\d{1,7}(?:\.\d+)?$/;
const sexagesimal =
  /^(\d{1,3})(?:\s?[°ºD]\s?|\s)(\d{1,2}(?:\.\d+)?)?(?:\s?['’′M]\s?|\s)?(\d{1,2}(?:\.\d+)?)?\s?(?:["”″S]|'')?$/;

function degreesOf(text: string): Degrees | undefined {
  const letter = /^[NEWS](?=[\s\d])|(?<=[\s\d°'"”″’′])[NEWS]$/.exec(text)?.[0];
  const rest = letter ? text.replace(/^[NEWS]|[NEWS]$/, '').trim() : text;
  const value = decimalDegrees(rest.replace(/°$/, ''));
  if (value === undefined) return undefined;
  if (!letter) return { value };
  const signed = letter === 'S' || letter === 'W' ? -value : value;
  return { value: signed, axis: letter === 'N' || letter === 'S' ? 'lat' : 'lng' };
}

/** one number with a comma where others write a dot */
const decimalComma = /^[+-]?\d{1,3},\d+$/;
const twoWithCommas = /^([^\s,;/|]+,\d+)(?: ?[;/|] ?| )([^\s,;/|]+,\d+)$/;

function decimalDegrees(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  if (decimalComma.test(text)) return Number(text.replace(',', '.'));
  const found = sexagesimal.exec(text);
  if (!found) return undefined;
  const [, degrees, minutes = '0', seconds = '0'] = found.map((part) => part ?? undefined);
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

const isInside = (lat: number, lng: number): boolean =>
  lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east;

/** six decimals are a tenth of a metre */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function positionOf(lat: number, lng: number, accuracy: Raw): Position {
  const metres = typeof accuracy === 'number' ? accuracy : Number(tidy(accuracy) || Number.NaN);
  const place = { lat: rounded(lat), lng: rounded(lng) };
  return metres >= 0 && metres < 1e7 ? { ...place, accuracy: metres } : place;
}
